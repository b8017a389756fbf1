import { useTranslation } from '../../i18n/use-translation.ts'
import type { PlanDocument, Sentence } from '../../../server/domain/analysis.ts'
import { formatName } from '../../format/name.ts'
import { formatRadius } from '../../format/numbers.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import type { Phase } from '../../state/atlas-state.ts'
import { OriginDetails, Provenance } from '../Provenance.tsx'
import { Said } from '../Said.tsx'
import { FigureRow } from '../Value.tsx'
import type { AnyProperties } from './any-feature.ts'

/** Status at the chosen phase, told by a mark and a word, never by colour alone. */
export function StatusLine({ properties, phase }: { properties: AnyProperties; phase: Phase }) {
  const { t } = useTranslation()
  const { status, targetYear, openedYear } = properties
  if (!status) return null
  const reached = [targetYear, openedYear].some((year) => typeof year === 'number' && year <= phase)
  const shown = reached ? 'existing' : status
  return (
    <p className={`status status-${shown}`}>
      <span className="status-mark" aria-hidden="true" />
      {t('card.status')} {phase}: <strong>{t(`status.${shown}`)}</strong>
      {typeof targetYear === 'number' ? (
        <span className="status-target">{t('card.by', { year: targetYear })}</span>
      ) : null}
    </p>
  )
}

export function FigureSection({ properties }: { properties: AnyProperties }) {
  const { t } = useTranslation()
  if (!properties.figures || properties.figures.length === 0) return null
  return (
    <section className="card-section">
      <h3>{t('card.figures')}</h3>
      <dl className="rows">
        {properties.figures.map((figure, index) => (
          <FigureRow key={index} figure={figure} />
        ))}
      </dl>
    </section>
  )
}

export function NoteSection({ properties }: { properties: AnyProperties }) {
  const { t } = useTranslation()
  if (!properties.notes || properties.notes.length === 0) return null
  return (
    <section className="card-section">
      <h3>{t('card.notes')}</h3>
      <ul className="notes">
        {properties.notes.map((note, index) => (
          <li key={index} className={`note note-${note.key}`}>
            <span className="note-key">{t(`noteKey.${note.key}`)}</span>
            <Said sentence={note} />
            <Provenance originId={note.originId} locator={note.locator} date={note.date} confidence={note.confidence} />
          </li>
        ))}
      </ul>
    </section>
  )
}

export function ClauseSection({ properties, plan }: { properties: AnyProperties; plan: PlanDocument | undefined }) {
  const { t } = useTranslation()
  if (!properties.clauses) return null
  return (
    <section className="card-section">
      <h3>{t('card.clauses')}</h3>
      {properties.clauses.length === 0 ? <p className="quiet">{t('card.notNamed')}</p> : null}
      {properties.clauses.map((id) => {
        const clause = plan?.clauses.find((one) => one.id === id)
        return (
          <details key={id} className="clause">
            <summary>
              <strong>{id}</strong> {clause ? <Said sentence={sentenceOf(clause, 'title')} /> : null}
            </summary>
            {clause?.excerpt_vi ? <blockquote lang="vi">{clause.excerpt_vi}</blockquote> : null}
            {clause?.scanMends && clause.scanMends.length > 0 ? (
              <p className="fine-print">
                {t('card.scanMends')}: {clause.scanMends.map((mend) => `${mend.from} → ${mend.to}`).join(', ')}
              </p>
            ) : null}
          </details>
        )
      })}
    </section>
  )
}

export function PillarSection({ properties, plan }: { properties: AnyProperties; plan: PlanDocument | undefined }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const pillars = plan?.pillars.filter((pillar) => properties.pillarIds?.includes(pillar.id)) ?? []
  if (pillars.length === 0) return null
  return (
    <section className="card-section">
      <h3>{t('card.pillars')}</h3>
      <ul className="chips">
        {pillars.map((pillar) => (
          <li key={pillar.id} className="chip">
            {formatName(pillar, state.language, t)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How the shape is known and how far it may be off, in words. */
export function BasisSection({ properties, isPoint }: { properties: AnyProperties; isPoint: boolean }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { geometryBasis, uncertaintyMeters } = properties
  if (!geometryBasis || uncertaintyMeters === null) return null
  return (
    <section className="card-section">
      <h3>{t('card.shape')}</h3>
      <p>
        {isPoint && (geometryBasis === 'derived' || geometryBasis === 'surveyed')
          ? t(`basisPoint.${geometryBasis}`)
          : t(`basis.${geometryBasis}`)}
      </p>
      <p className="quiet">
        {t('card.uncertainty')}: {t('card.within', { distance: formatRadius(uncertaintyMeters, state.language) })}
      </p>
    </section>
  )
}

export function SourceSection({ properties, plan }: { properties: AnyProperties; plan: PlanDocument | undefined }) {
  const { t } = useTranslation()
  const origins = properties.originIds.flatMap((id) => plan?.origins.find((origin) => origin.id === id) ?? [])
  return (
    <details className="card-section sources">
      <summary>
        {t('card.sources')} ({properties.originIds.length})
      </summary>
      <ul>
        {origins.map((origin) => (
          <li key={origin.id}>
            <OriginDetails origin={origin} />
          </li>
        ))}
      </ul>
    </details>
  )
}

export function DisagreementSection({ plan, target }: { plan: PlanDocument | undefined; target: string }) {
  const { t } = useTranslation()
  const found = plan?.disagreements.filter((one) => one.about.includes(target)) ?? []
  if (found.length === 0) return null
  return (
    <section className="card-section disagreements">
      <h3>{t('card.disagreements')}</h3>
      {found.map((one) => (
        <Disagreement key={one.id} disagreement={one} />
      ))}
    </section>
  )
}

export function Disagreement({ disagreement }: { disagreement: PlanDocument['disagreements'][number] }) {
  const { t } = useTranslation()
  return (
    <div className="disagreement">
      <p className="disagreement-topic">
        <Said sentence={sentenceOf(disagreement, 'topic')} />
      </p>
      <ul>
        {disagreement.statements.map((statement, index) => (
          <li key={index}>
            <Said sentence={statement} />
            <Provenance originId={statement.originId} locator={statement.locator} date={statement.date} />
          </li>
        ))}
      </ul>
      <p className="quiet">
        {t('card.handling')}: <Said sentence={sentenceOf(disagreement, 'handling')} />
      </p>
    </div>
  )
}

/** What an entry of the plan says under one of its names, as a sentence. */
function sentenceOf<Name extends string>(
  entry: Readonly<Record<`${Name}_vi` | `${Name}_en`, string>>,
  name: Name,
): Sentence {
  const { [`${name}_zh`]: zh, [`${name}_ja`]: ja, [`${name}_ko`]: ko } = entry as Record<string, string | undefined>
  return {
    text_vi: entry[`${name}_vi`],
    text_en: entry[`${name}_en`],
    ...(zh === undefined ? {} : { text_zh: zh }),
    ...(ja === undefined ? {} : { text_ja: ja }),
    ...(ko === undefined ? {} : { text_ko: ko }),
  }
}
