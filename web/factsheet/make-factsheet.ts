import type { i18n } from 'i18next'
import type { AccessRole, AccessTarget } from '../../server/domain/access.ts'
import { address, fetchCollection, fetchFeature, fetchParkAccess, fetchPlan } from '../api/client.ts'
import { toPublicLink } from '../api/pack.ts'
import { amountText } from '../format/figure-text.ts'
import { formatDate } from '../format/numbers.ts'
import { wordsIn } from '../i18n/index.ts'
import { kindOf, type Park } from '../invest/park-group.ts'
import { buildProfile, fieldOf, type ParkProfile } from '../invest/profile.ts'
import { noteText } from '../panels/invest/note-text.ts'
import type { Language } from '../state/atlas-state.ts'
import { collectionOfKind } from '../state/kinds.ts'
import { buildFactsheet, type ParkSheet, type SheetWords } from './build-factsheet.ts'
import { factsheetContent } from './factsheet-content.ts'
import { middleOf } from './small-map.ts'
import type { Target } from './park-maps.ts'

/** Gathers all that a factsheet of these parks needs, in a language that need not be the page's, and makes the PDF. */
export async function makeFactsheet(
  ids: readonly string[],
  language: Language,
  phase: 2025 | 2030,
  today = new Date(),
): Promise<{ bytes: Uint8Array<ArrayBuffer>; name: string }> {
  const [t, plan, access, province, districts, zones, roads, parks, later, places] = await Promise.all([
    wordsIn(language, ['details', 'invest', 'factsheet']),
    fetchPlan(),
    fetchParkAccess(phase),
    fetchCollection('province'),
    fetchCollection('districts'),
    fetchCollection('zones'),
    fetchCollection('roads'),
    fetchCollection('parks'),
    fetchCollection('later-parks'),
    fetchCollection('places'),
  ])
  const all: Park[] = [...parks.features, ...later.features]
  const chosen = ids.flatMap((id) => all.find((park) => park.properties.id === id) ?? [])
  if (chosen.length === 0) throw new Error(t('factsheet.noPark'))
  const sheets = await Promise.all(
    chosen.map(async (park): Promise<ParkSheet> => {
      const row = access.parks.find(({ feature }) => feature.endsWith(`:${park.properties.id}`))
      const profile = buildProfile(park, {
        origins: plan.origins,
        access: row ? { park: row, method: access.method, peopleMethod: access.peopleMethod } : null,
        today,
      })
      return {
        content: factsheetContent({
          profile,
          origins: plan.origins,
          language,
          t,
          accessMethod: noteText(access.method, language).text,
          accessPhase: phase,
        }),
        geometry: park.geometry,
        uncertaintyMeters: park.properties.uncertaintyMeters,
        targets: await targetsOf(profile, language, t),
        url: toPublicLink(`${address}/#v=1&sel=${kindOf(park)}:${park.properties.id}&lang=${language}&ui=invest`),
      }
    }),
  )
  const bytes = await buildFactsheet({
    sheets,
    words: sheetWords(t, formatDate(today.toISOString().slice(0, 10), language)),
    maps: {
      province: province.features,
      districts: districts.features,
      zones: zones.features,
      roads: roads.features.filter(({ properties }) => properties.kind !== 'national-road-hypothesis'),
      parks: parks.features,
    },
    cities: places.features.flatMap(({ id, geometry, properties }) => {
      const position = namedOnMap.has(String(id)) ? middleOf(geometry) : null
      return position ? [{ name: properties.name_vi ?? String(id), position }] : []
    }),
    language,
    createdAt: today,
  })
  const [first] = chosen
  const subject = chosen.length === 1 && first ? first.properties.id : `${chosen.length}`
  return { bytes, name: `thanh-hoa-${subject}-${language}.pdf` }
}

const namedOnMap = new Set(['thanh-hoa', 'bim-son', 'tinh-gia', 'ngoc-lac', 'muong-lat', 'tho-xuan'])
const drivenTo: ReadonlySet<AccessRole> = new Set(['nghi-son-port', 'airport', 'interchange', 'station', 'city'])

async function targetsOf(profile: ParkProfile, language: Language, t: i18n['t']): Promise<Target[]> {
  const targets = fieldOf(profile, 'access').values.flatMap((value) => (value.type === 'access' ? [value.target] : []))
  const placed = await Promise.all(
    targets
      .filter(({ role, feature }) => drivenTo.has(role) && feature !== null)
      .map(async (target): Promise<Target[]> => {
        const position = await positionOf(target)
        return position
          ? [{ label: t(`invest.role.${target.role}`), position, amount: amountOf(target, language, t) }]
          : []
      }),
  )
  return placed.flat()
}

async function positionOf({ feature }: AccessTarget): Promise<[number, number] | null> {
  const [kind = '', id = ''] = feature?.split(':') ?? []
  const collection = collectionOfKind(kind)
  return collection ? middleOf((await fetchFeature(collection, id)).geometry) : null
}

function amountOf({ roadKilometers, minutes }: AccessTarget, language: Language, t: i18n['t']): string | null {
  if (!roadKilometers || !minutes) return null
  return [
    t('invest.amount.km', { value: short(amountText(roadKilometers, 'km', language)) }),
    t('invest.amount.minutes', { value: short(amountText(minutes, 'minutes', language)) }),
  ].join(' · ')
}

/** Without the range: the table has it. */
function short(text: string): string {
  return text.replace(/ \(.*$/, '')
}

function sheetWords(t: i18n['t'], date: string): SheetWords {
  return {
    atlas: t('app.title'),
    heading: t('factsheet.heading'),
    scan: t('factsheet.scan'),
    locator: t('factsheet.locator'),
    access: t('factsheet.access'),
    notPlaced: t('factsheet.notPlaced'),
    unknown: t('factsheet.unknown'),
    unknownIntro: t('factsheet.unknownIntro'),
    sources: t('factsheet.sources'),
    key: t('factsheet.key'),
    disclaimer: t('factsheet.disclaimer'),
    madeOn: t('factsheet.madeOn', { date }),
    noData: t('app.noData'),
  }
}
