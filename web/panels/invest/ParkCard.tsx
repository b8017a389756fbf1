import { useRef, type RefObject } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { measureText } from '../../format/figure-text.ts'
import { formatDate } from '../../format/numbers.ts'
import { publisherOf } from '../../format/origin.ts'
import {
  ageOfValue,
  profileSections,
  type FieldValue,
  type ParkProfile,
  type ProfileField,
  type ProfileSection,
} from '../../invest/profile.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { shortlist, useShortlist } from '../../state/shortlist.ts'
import { Said } from '../Said.tsx'
import { Computed, FigureValue, NoData, Stated } from '../Value.tsx'
import { lazyPanel } from '../lazy-panel.tsx'
import { AccessTable } from './AccessTable.tsx'
import { ProvenanceOf } from './ProvenanceOf.tsx'
import { aboutText } from './note-text.ts'
import { formatName } from '../../format/name.ts'
import { scrollWithin } from './scroll-within.ts'
import { useInvest } from './use-invest.ts'
import { useProfiles } from './use-profiles.ts'
import { AgeMark } from './ValueMark.tsx'
import '../../theme/invest.css'

const FactsheetButton = lazyPanel(() => import('../factsheet/FactsheetButton.tsx'), 'factsheet')

interface Props {
  id: string
  onZoom: (() => void) | null
}

/** A park as its factsheet has it: every field in order, with its source and age, or that nobody has published it. */
export default function ParkCard({ id, onZoom }: Props) {
  const { t } = useTranslation()
  const { data: parks, accessPhase } = useProfiles()
  const park = parks?.find((one) => one.id === id)
  const contact = useRef<HTMLElement>(null)
  const access = useRef<HTMLElement>(null)
  if (!park) return <p className="quiet">{t('app.loading')}</p>
  const refs: Partial<Record<ProfileSection, RefObject<HTMLElement | null>>> = { contact, access }
  return (
    <div className="park-card">
      <Actions
        profile={park.profile}
        onZoom={onZoom}
        onContact={() => reveal(contact.current)}
        onAccess={() => reveal(access.current)}
      />
      {(Object.keys(profileSections) as ProfileSection[]).map((section) => (
        <section key={section} className="card-section" ref={refs[section]} tabIndex={-1} data-section={section}>
          <h3>{t(`invest.section.${section}`)}</h3>
          {section === 'access' ? (
            <AccessTable profile={park.profile} phase={accessPhase} />
          ) : (
            <dl className="rows">
              {park.profile.fields
                .filter((field) => field.section === section)
                .map((field) => (
                  <FieldRow key={field.key} field={field} profile={park.profile} />
                ))}
            </dl>
          )}
        </section>
      ))}
    </div>
  )
}

function reveal(section: HTMLElement | null): void {
  if (!section) return
  scrollWithin(section, 'top')
  section.focus({ preventScroll: true })
}

interface ActionProps {
  profile: ParkProfile
  onZoom: (() => void) | null
  onContact: () => void
  onAccess: () => void
}

function Actions({ profile, onZoom, onContact, onAccess }: ActionProps) {
  const { t } = useTranslation()
  const { invest, act } = useInvest()
  const kept = useShortlist((list) => list.entries.some(({ id }) => id === profile.id))
  const compared = invest.compared.includes(profile.id)
  return (
    <p className="card-actions">
      <button type="button" className="button button-strong" onClick={onContact}>
        {t('invest.callWhom')}
      </button>
      <button type="button" className="button" onClick={onAccess}>
        {t('invest.howFar')}
      </button>
      <button type="button" className="button" aria-pressed={kept} onClick={() => shortlist(profile.id, !kept)}>
        {kept ? `★ ${t('invest.kept')}` : `☆ ${t('invest.keepShort')}`}
      </button>
      <button
        type="button"
        className="button"
        aria-pressed={compared}
        onClick={() => act({ type: 'compare', id: profile.id, on: !compared })}
      >
        {compared ? `✓ ${t('invest.comparedShort')}` : t('invest.compareShort')}
      </button>
      <FactsheetButton ids={[profile.id]} />
      {onZoom ? (
        <button type="button" className="button" onClick={onZoom}>
          {t('card.zoom')}
        </button>
      ) : null}
    </p>
  )
}

function FieldRow({ field, profile }: { field: ProfileField; profile: ParkProfile }) {
  const { t } = useTranslation()
  return (
    <div className="row" data-field={field.key}>
      <dt>{t(`invest.field.${field.key}`)}</dt>
      <dd>
        {field.values.length === 0 ? (
          <>
            <NoData />
            {field.key === 'workingAge' ? <span className="row-note">{t('invest.workingAgeWhy')}</span> : null}
          </>
        ) : null}
        {field.values.map((value, index) => (
          <div key={index} className="field-value">
            <Value value={value} profile={profile} /> <AgeMark age={ageOfValue(field.key, value)} />
            <ProvenanceOf provenance={value.provenance} />
          </div>
        ))}
      </dd>
    </div>
  )
}

function Value({ value, profile }: { value: FieldValue; profile: ParkProfile }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  switch (value.type) {
    case 'figure': {
      const { figure } = value
      const about = aboutText(figure, state.language)
      const key = labelled.has(figure.key) ? t(`figureKey.${figure.key}`) : null
      return (
        <>
          <FigureValue figure={figure} />
          {key || about ? <span className="row-about">{[key, about].filter(Boolean).join(' · ')}</span> : null}
        </>
      )
    }
    case 'note':
      return <Said sentence={value.note} />
    case 'word':
      return <strong>{t(value.word)}</strong>
    case 'names':
      return (
        <>
          <strong>{formatName(profile.park.properties, state.language, t)}</strong>
          <span className="row-about" lang={state.language === 'vi' ? 'en' : 'vi'}>
            {state.language === 'vi' ? value.name_en : value.name_vi}
          </span>
        </>
      )
    case 'measure':
      return <Computed>{measureText(value.range, value.unit, state.language, t)}</Computed>
    case 'access':
      return null
    case 'contact':
      return (
        <>
          <span className="row-about">{t(`invest.contactRole.${value.contact.role}`)}</span>
          <Stated>{publisherOf(value.contact.origin, state.language)}</Stated>
          {value.contact.origin.address ? (
            <a href={value.contact.origin.address} target="_blank" rel="noreferrer noopener" className="contact-link">
              {new URL(value.contact.origin.address).host} ↗
            </a>
          ) : null}
          <span className="row-note">
            {t('invest.telephone')}: <NoData />
          </span>
        </>
      )
    case 'date':
      return <Stated>{formatDate(value.date, state.language)}</Stated>
  }
}

/** Figures whose field has several kinds of them. */
const labelled = new Set([
  'leasableArea',
  'industrialArea',
  'yearEstablished',
  'investment',
  'phaseInvestment',
  'fdiProjects',
  'fdiCapital',
  'domesticProjects',
  'domesticCapital',
])
