import { describe, expect, it } from 'vitest'
import type { ParkAccess } from '../../server/domain/access.ts'
import type { Origin } from '../../server/domain/provenance.ts'
import { measure } from './criteria.ts'
import { buildProfile, fieldOf, profileSections, type ProfileInputs } from './profile.ts'
import { figure, parkWith, statement } from './testing.ts'

const today = new Date('2026-11-25T00:00:00Z')
const board: Origin = {
  id: 'tbg',
  title: 'KCN Tây Bắc Ga',
  publisher: 'Ban Quản lý Khu kinh tế Nghi Sơn và các khu công nghiệp',
  date: '2022-09',
  kind: 'official',
  licence: null,
  address: 'https://nghison.thanhhoa.gov.vn/portal',
}
const inputs: ProfileInputs = { origins: [board], access: null, today }

describe('the profile of a park', () => {
  it('has every field of the factsheet in its order', () => {
    const { fields } = buildProfile(parkWith([]), inputs)
    expect(fields.map(({ key }) => key)).toEqual(Object.values(profileSections).flat())
    expect(fields.map(({ key }) => key).slice(0, 8)).toEqual([
      'name',
      'kind',
      'developer',
      'decision',
      'landRight',
      'total',
      'leasable',
      'leased',
    ])
  })

  it('leaves what nobody has published without a value, and never makes it a zero', () => {
    const profile = buildProfile(parkWith([]), inputs)
    for (const key of ['landRight', 'rent', 'rentUntil', 'water', 'gas', 'workingAge', 'incentives'] as const) {
      expect(fieldOf(profile, key).values).toEqual([])
    }
    expect(measure(profile, today)).toMatchObject({
      occupancy: null,
      rent: null,
      remaining: null,
      port: null,
      people: null,
    })
  })

  it('gives each value the date of its statement, else of its origin, and its age', () => {
    const profile = buildProfile(
      parkWith([
        figure('occupancy', 92, 'percent'),
        figure('landRent', 30, 'usdPerSquareMeter50Years', { date: '2026-01' }),
      ]),
      inputs,
    )
    expect(fieldOf(profile, 'occupancy').values[0]?.provenance).toMatchObject({ date: '2022-09', age: 'stale' })
    expect(fieldOf(profile, 'rent').values[0]?.provenance).toMatchObject({ date: '2026-01', age: 'fresh' })
  })

  it('puts the area that is drawn before the others', () => {
    const profile = buildProfile(
      parkWith([figure('area', 176.03, 'ha', { originId: 'gh-iplist' }), figure('area', 200.11, 'ha')]),
      inputs,
    )
    const areas = fieldOf(profile, 'total').values.map((value) => (value.type === 'figure' ? value.figure.value : null))
    expect(areas).toEqual([200.11, 176.03])
    expect(measure(profile, today).area).toMatchObject({ value: 200.11, age: 'stale' })
  })

  it('computes what remains only from two figures of one source and date, and says how', () => {
    const both = [figure('leasableArea', 131, 'ha'), figure('leasedArea', 120, 'ha')]
    const [remaining] = fieldOf(buildProfile(parkWith(both), inputs), 'remaining').values
    expect(remaining).toMatchObject({
      type: 'measure',
      range: { low: 11, value: 11, high: 11 },
      provenance: { basis: 'computed', from: { originId: 'tbg' } },
    })
    const mixed = [figure('leasableArea', 131, 'ha'), figure('leasedArea', 120, 'ha', { date: '2025' })]
    expect(fieldOf(buildProfile(parkWith(mixed), inputs), 'remaining').values).toEqual([])
  })

  it('judges nobody by a figure of low confidence', () => {
    const profile = buildProfile(parkWith([figure('occupancy', 60, 'percent', { confidence: 'low' })]), inputs)
    expect(fieldOf(profile, 'occupancy').values).toHaveLength(1)
    expect(measure(profile, today).occupancy).toBeNull()
  })

  it('takes the middle and both ends of a stated range', () => {
    const profile = buildProfile(parkWith([figure('occupancy', 60, 'percent', { valueMax: 80 })]), inputs)
    expect(measure(profile, today).occupancy).toMatchObject({ low: 60, value: 70, high: 80 })
  })

  it('takes the road distance with its range from the computed table', () => {
    const range = { low: 50, value: 60, high: 70 }
    const row: ParkAccess = {
      feature: 'park:made-up',
      name_vi: 'KCN Thử',
      name_en: 'Trial Industrial Park',
      isPlaced: true,
      uncertaintyMeters: 1500,
      targets: [
        {
          role: 'nghi-son-port',
          feature: 'port:nghi-son',
          name_vi: 'Cảng Nghi Sơn',
          name_en: 'Nghi Sơn Port',
          exists: true,
          straightKilometers: range,
          roadKilometers: range,
          minutes: range,
          via: [],
        },
      ],
      peopleWithin30Minutes: { low: 1000, value: 2000, high: 3000 },
    }
    const method = { text_vi: 'Cách tính', text_en: 'Method' }
    const profile = buildProfile(parkWith([]), { ...inputs, access: { park: row, method, peopleMethod: method } })
    const known = measure(profile, today)
    expect(known.port).toMatchObject({ ...range, provenance: { basis: 'computed', method } })
    expect(known.people).toMatchObject({ low: 1000, value: 2000, high: 3000 })
    expect(known.airport).toBeNull()
  })

  it('takes no span of years for a month, and neither a search of ours nor where it lies for news', () => {
    const search: Origin = { ...board, id: 'own-search', kind: 'search', date: '2026-11' }
    const place = {
      key: 'location',
      text_vi: 'Ở xã',
      text_en: 'In a commune',
      ...statement,
      date: '2026-08-02',
    } as const
    const park = parkWith(
      [
        figure('occupancy', 92, 'percent', { date: 'n.d., about 2024-2026' }),
        figure('area', 200, 'ha', { date: '2024-11-19' }),
        figure('jobs', 900, 'people', { originId: 'own-search', date: null }),
      ],
      [place],
    )
    const { readiness: _, ...properties } = park.properties
    const profile = buildProfile({ ...park, properties }, { ...inputs, origins: [board, search] })
    expect(fieldOf(profile, 'verifiedOn').values[0]).toMatchObject({ type: 'date', date: '2024-11-19' })
  })

  it('knows how old its newest statement is', () => {
    const profile = buildProfile(parkWith([figure('area', 200.11, 'ha')]), inputs)
    // Newest: the readiness of January 2025; to 25 November 2026 are 693 days.
    expect(fieldOf(profile, 'verifiedOn').values[0]).toMatchObject({ type: 'date', date: '2025-01' })
    expect(measure(profile, today).dataAge?.value).toBeCloseTo(693 / 365.25, 2)
  })

  it('puts readiness and the status of 2021 on steps of equal height', () => {
    const known = measure(buildProfile(parkWith([]), inputs), today)
    // Operating is the last of six steps, existing the last of four; the status of 2021 is more than four years old.
    expect(known.readiness).toMatchObject({ value: 5, age: 'fresh' })
    expect(known.status).toMatchObject({ value: 3 })
  })

  it('puts no status into the programme’s mouth for a park that it does not name', () => {
    const park = parkWith([], [{ key: 'status', text_vi: 'Theo quy hoạch.', text_en: 'Planned.', ...statement }])
    const properties = { ...park.properties, kind: 'industrial-park-later', clauses: [] }
    const later = buildProfile({ ...park, properties }, inputs)
    expect(fieldOf(later, 'status').values).toEqual([])
    expect(fieldOf(later, 'latest').values).toMatchObject([{ type: 'note', note: { text_en: 'Planned.' } }])
    expect(measure(later, today).status).toBeNull()
    expect(fieldOf(buildProfile(park, inputs), 'status').values).toHaveLength(2)
  })

  it('names whom to call only as cited sources do', () => {
    const [contact, ...others] = fieldOf(buildProfile(parkWith([]), inputs), 'contact').values
    expect(contact).toMatchObject({
      type: 'contact',
      contact: { role: 'board', origin: board },
    })
    expect(others).toEqual([])
    expect(fieldOf(buildProfile(parkWith([]), { ...inputs, origins: [] }), 'contact').values).toEqual([])
  })
})
