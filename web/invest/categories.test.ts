import { describe, expect, it } from 'vitest'
import type { Note } from '../../server/domain/provenance.ts'
import { categoryIds, fromCategoryCode, toCategoryCode, traitsOf, valuesOf } from './categories.ts'
import { buildProfile, type ProfileInputs } from './profile.ts'
import { figure, parkWith, statement } from './testing.ts'

const inputs: ProfileInputs = { origins: [], access: null, today: new Date('2026-11-25T00:00:00Z') }
const note = (key: Note['key'], terms: string[], more: Partial<Note> = {}): Note => ({
  key,
  text_vi: 'Câu.',
  text_en: 'Sentence.',
  terms,
  ...statement,
  ...more,
})
const traitsWith = (...[figures, notes]: Parameters<typeof parkWith>) =>
  traitsOf(buildProfile(parkWith(figures, notes), inputs))

describe('what a park can be chosen by', () => {
  it('is unknown where no source says it, and nothing is made up', () => {
    const { kind, ...rest } = traitsWith([])
    expect(kind).toMatchObject({ values: ['industrial'] })
    expect(Object.values(rest)).toEqual(Object.values(rest).map(() => null))
  })

  it('are the terms of the note, with its source and its age', () => {
    const { sectors } = traitsWith([], [note('sectors', ['electronics', 'medical'], { date: '2022-06' })])
    expect(sectors).toMatchObject({
      values: ['electronics', 'medical'],
      age: 'stale',
      provenance: { basis: 'stated', originId: 'tbg', date: '2022-06' },
    })
  })

  it('judges nobody by sectors or builders that are hardly sure', () => {
    const { sectors, developer } = traitsWith(
      [],
      [note('sectors', ['food'], { confidence: 'low' }), note('developer', ['wha'], { confidence: 'low' })],
    )
    expect([sectors, developer]).toEqual([null, null])
  })

  it('puts a park into the centres of its districts, else outside them', () => {
    const centre = (...districts: string[]) => traitsWith([], [note('location', districts)]).centre?.values
    expect(centre('thanh-hoa', 'hoang-hoa')).toEqual(['thanh-hoa-sam-son'])
    expect(centre('ha-trung', 'bim-son')).toEqual(['bim-son-thach-thanh'])
    expect(centre('nong-cong')).toEqual(['outside'])
    expect(centre('bim-son', 'tho-xuan')).toEqual(['bim-son-thach-thanh', 'lam-son-sao-vang'])
  })

  it('puts every park inside the economic zone into the southern centre, wherever in it it lies', () => {
    const park = parkWith([], [note('extent', ['nhu-thanh'])])
    const inZone = { ...park, properties: { ...park.properties, kind: 'industrial-park-in-zone' } }
    const { centre, kind, district } = traitsOf(buildProfile(inZone, inputs))
    expect([centre?.values, kind?.values, district?.values]).toEqual([['nghi-son'], ['in-zone'], ['nhu-thanh']])
  })

  it('tells a kind by the name', () => {
    const kindOf = (name_vi: string) => {
      const park = parkWith([])
      return traitsOf(buildProfile({ ...park, properties: { ...park.properties, name_vi } }, inputs)).kind?.values
    }
    expect(kindOf('KCN đô thị dịch vụ Phú Quý')).toEqual(['urban-service'])
    expect(kindOf('KCN dịch vụ Quảng Lưu - Quảng Lộc')).toEqual(['service'])
    expect(kindOf('KCN Bỉm Sơn')).toEqual(['industrial'])
  })

  it('tells a stated yes and a stated no from no data', () => {
    const wastewater = (...values: number[]) =>
      traitsWith(values.map((value) => figure('wastewaterCapacity', value, 'cubicMetersPerDay'))).wastewater
    expect(wastewater(1900)?.values).toEqual(['yes'])
    expect(wastewater(0)?.values).toEqual(['no'])
    expect(wastewater(0, 1900)?.values).toEqual(['yes'])
    expect(wastewater()).toBeNull()
  })
})

describe('codes of categories', () => {
  it('are each given once and bring back what they stand for', () => {
    for (const id of categoryIds) {
      for (const value of valuesOf(id)) {
        expect(fromCategoryCode(toCategoryCode(id, [value]))).toEqual({ id, values: [value] })
      }
    }
  })
})
