import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import type { PlanFigure } from '../../server/domain/seeds.ts'
import { usePlan } from '../api/queries.ts'
import { formatStated } from '../format/numbers.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import { PanelQuery } from './PanelQuery.tsx'
import { Provenance } from './Provenance.tsx'
import { Stated } from './Value.tsx'

type Value = PlanFigure['values'][number]

/** Every number the programme sets, side by side for 2025 and 2030, with its words one press away. */
export default function FiguresPanel() {
  const { t } = useTranslation()
  const query = usePlan()
  return (
    <PanelQuery query={query}>
      {(plan) => (
        <>
          <h2>{t('figures.title')}</h2>
          <p className="quiet">{t('figures.intro')}</p>
          {groupBySection(plan.figures).map(([section, figures]) => (
            <section key={section}>
              <h3 className="figures-section">{t(`figures.section.${section}`)}</h3>
              <table className="figures">
                <thead>
                  <tr>
                    <th scope="col">{t('figures.measure')}</th>
                    <th scope="col">2025</th>
                    <th scope="col">2030</th>
                  </tr>
                </thead>
                <tbody>
                  {figures.map((figure) => (
                    <FigureLine key={figure.id} figure={figure} />
                  ))}
                </tbody>
              </table>
            </section>
          ))}
        </>
      )}
    </PanelQuery>
  )
}

function FigureLine({ figure }: { figure: PlanFigure }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const [open, setOpen] = useState(false)
  const by = (end: string) => figure.values.find((value) => value.period?.endsWith(end))
  const undated = figure.values.find((value) => value.period === null)
  const scanNote = state.language === 'vi' ? figure.scanNote_vi : figure.scanNote_en
  const [in2025, in2030] = [by('2025'), by('2030')]
  return (
    <>
      <tr id={`figure-${figure.id}`}>
        <th scope="row">
          <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {state.language === 'vi' ? figure.label_vi : figure.label_en}
          </button>
        </th>
        {undated && !in2025 && !in2030 ? (
          <td colSpan={2}>
            <Target figure={figure} value={undated} />
          </td>
        ) : (
          <>
            <td>{in2025 ? <Target figure={figure} value={in2025} /> : <NoTarget />}</td>
            <td>{in2030 ? <Target figure={figure} value={in2030} /> : <NoTarget />}</td>
          </>
        )}
      </tr>
      {open ? (
        <tr className="figure-detail">
          <td colSpan={3}>
            {figure.values.map((value, index) => (
              <blockquote key={index} lang="vi">
                {value.quote_vi}
              </blockquote>
            ))}
            {scanNote ? (
              <p className="quiet">
                {t('figures.scan')}: {scanNote}
              </p>
            ) : null}
            <Provenance originId={figure.originId} locator={figure.clause} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

/** The programme is known to set nothing for that year: not the same as a number that nobody has. */
function NoTarget() {
  const { t } = useTranslation()
  return <span className="quiet">{t('figures.noTarget')}</span>
}

function Target({ figure, value }: { figure: PlanFigure; value: Value }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const number = t(`unit.${figure.unit}`, { value: formatStated(value.value, figure.unit, state.language) })
  const before = t(`qualifier.${value.qualifier}`)
  const after = value.qualifier === 'at-least' ? t('qualifier.at-leastSuffix') : ''
  return (
    <>
      <Stated>{`${before} ${number} ${after}`.trim()}</Stated>
      {value.period?.includes('-') ? <span className="row-note">{value.period.replace('-', '–')}</span> : null}
    </>
  )
}

function groupBySection(figures: readonly PlanFigure[]): [PlanFigure['section'], PlanFigure[]][] {
  const groups = new Map<PlanFigure['section'], PlanFigure[]>()
  for (const figure of figures) groups.set(figure.section, [...(groups.get(figure.section) ?? []), figure])
  return [...groups]
}
