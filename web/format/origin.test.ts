import { expect, it } from 'vitest'
import seeds from '../../seeds/sources.json' with { type: 'json' }
import type { Origin } from '../../server/domain/provenance.ts'
import { publisherOf, titleOf } from './origin.ts'

const origins: Origin[] = seeds as Origin[]

it('words of ours about a document are in the reader’s language, its own title is as it is', () => {
  const portal = origins.find(({ id }) => id === 'inv-web')
  if (!portal) throw new Error('inv-web is gone')
  expect(publisherOf(portal, 'vi')).toBe('Cổng đầu tư tỉnh Thanh Hóa (investinthanhhoa.gov.vn)')
  expect(publisherOf(portal, 'en')).toBe('Investment portal of Thanh Hóa province (investinthanhhoa.gov.vn)')
  expect(titleOf(portal, 'ko')).toBe('Thông tin khu kinh tế và các khu công nghiệp')
})

it('what is said in one of zh, ja and ko is said in all three and in Vietnamese', () => {
  for (const origin of origins)
    for (const of of ['title', 'publisher'] as const) {
      const said = (['zh', 'ja', 'ko'] as const).filter((language) => origin[`${of}_${language}`] !== undefined)
      expect([0, 3], origin.id).toContain(said.length)
      if (said.length > 0) expect(origin[`${of}_vi`], origin.id).toBeDefined()
    }
})

it('no English describes a document to a Vietnamese reader in brackets', () => {
  for (const origin of origins)
    expect(`${titleOf(origin, 'vi')} ${publisherOf(origin, 'vi') ?? ''}`, origin.id).not.toMatch(
      /\((?:[^)]* )?(?:only|page|pages|of|in|and|not|the|item)(?: [^)]*)?\)/i,
    )
})
