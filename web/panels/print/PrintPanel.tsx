import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { toPublicLink } from '../../api/pack.ts'
import { formatNumber, formatPercent } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { PrintFrame } from '../../map/print-frame.tsx'
import { paperSizes, type PaperSize } from '../../pdf/paper.ts'
import { makePrint, paperMapOf, sayScaleError } from '../../print/make-print.ts'
import { scaleTolerance } from '../../print/paper-map.ts'
import { readScale, scaleLimits, scalePresets, usualSettings, type PrintSettings } from '../../print/settings.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { useWorkbench } from '../../state/workbench.ts'
import '../../theme/print.css'
import { Choice } from './Choice.tsx'
import { usePrintWork } from './use-print-work.ts'

/** Kept while the page is open, so that closing the panel loses nothing. */
let remembered: PrintSettings = usualSettings

/** Everything a printed map needs, beside the map; the frame on the map shows what will be on the paper. */
export default function PrintPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const [settings, setSettings] = useState(remembered)
  const [scaleText, setScaleText] = useState<string | null>(null)
  const [fitWish, setFitWish] = useState(0)
  const { work, run, stop } = usePrintWork(state.language)
  const center = useRef<[number, number]>([105.5, 19.9])
  const heading = useRef<HTMLHeadingElement>(null)
  const actions = useRef<HTMLDivElement>(null)
  const scaleList = useId()
  const titleField = useId()
  const scaleField = useId()
  const scaleProblem = useId()
  const number = (value: number, digits = 0) => formatNumber(value, state.language, digits)

  useEffect(() => heading.current?.focus(), [])
  const isMaking = work.step === 'making'
  // The button that was pressed is gone: the one in its place gets the focus, or else it would be lost.
  useEffect(() => {
    if (document.activeElement === document.body) actions.current?.querySelector('button')?.focus()
  }, [isMaking])
  useEffect(() => {
    remembered = settings
  }, [settings])

  const change = (part: Partial<PrintSettings>) => setSettings((before) => ({ ...before, ...part }))
  const { paper, orientation, scale, legend, grid } = settings
  const frameAt = useCallback(
    (at: [number, number]) => paperMapOf({ ...usualSettings, paper, orientation, scale, legend, grid }, at),
    [paper, orientation, scale, legend, grid],
  )
  const [latitude, setLatitude] = useState(19.9)
  const { widthMm, heightMm, scaleErrorAtEdge } = useMemo(() => frameAt([105.5, latitude]), [frameAt, latitude])
  const noteCenter = useCallback((at: [number, number]) => {
    center.current = at
    setLatitude(at[1])
  }, [])

  const typed = scaleText === null ? scale : readScale(scaleText)
  const isScaleBad = typed === null || typed < scaleLimits.least || typed > scaleLimits.most
  const typeScale = (text: string) => {
    setScaleText(text)
    const value = readScale(text)
    if (value !== null && value >= scaleLimits.least && value <= scaleLimits.most) change({ scale: value })
  }
  const ground = (mm: number) => {
    const kilometers = (mm * scale) / 1_000_000
    return `${number(kilometers, kilometers < 10 ? 1 : 0)} km`
  }

  const makeSheet = () =>
    run(`thanh-hoa-${paper}-${scale}.pdf`, async (job) => {
      const link = toPublicLink(window.location.href)
      const bytes = await makePrint({ settings, center: center.current, state, t, link, ...job })
      return new Blob([bytes], { type: 'application/pdf' })
    })
  const makePicture = (times: number) =>
    run(`thanh-hoa-${times}x.png`, async ({ signal, now }) => {
      const view = useWorkbench.getState().map?.view()
      if (!view) throw new Error(t('problem.webgl'))
      const { makeViewPicture } = await import('../../print/make-view-picture.ts')
      const pixelRatio = window.devicePixelRatio * times
      return makeViewPicture({ ...view, state, t, pixelRatio, title: settings.title, now, signal })
    })

  return (
    <>
      <PrintFrame
        frameAt={frameAt}
        label={t('print.frame', { paper, scale: number(scale) })}
        onCenter={noteCenter}
        fitWish={fitWish}
      />
      <aside className="print-panel" aria-label={t('print.title')}>
        <header className="card-head">
          <h2 ref={heading} tabIndex={-1}>
            {t('print.title')}
          </h2>
          <button type="button" className="icon-button" onClick={onClose} aria-label={t('app.close')}>
            ✕
          </button>
        </header>
        <form
          className="print-form"
          onSubmit={(event) => {
            event.preventDefault()
            if (!isMaking) void makeSheet()
          }}
        >
          <Choice
            legend={t('print.paper')}
            options={Object.keys(paperSizes) as PaperSize[]}
            chosen={paper}
            name={(size) => size}
            onChoose={(size) => change({ paper: size })}
          />
          <Choice
            legend={t('print.orientation')}
            options={['landscape', 'portrait'] as const}
            chosen={orientation}
            name={(one) => t(`print.${one}`)}
            onChoose={(one) => change({ orientation: one })}
          />
          <div className="print-field">
            <label htmlFor={scaleField}>{t('print.scale')}</label>
            <input
              id={scaleField}
              className="text-input"
              inputMode="numeric"
              list={scaleList}
              value={scaleText ?? number(scale)}
              onChange={(event) => typeScale(event.target.value)}
              onBlur={() => setScaleText(null)}
              aria-invalid={isScaleBad}
              aria-describedby={scaleProblem}
            />
            <datalist id={scaleList}>
              {scalePresets.map((preset) => (
                <option key={preset} value={number(preset)}>
                  1:{number(preset)}
                </option>
              ))}
            </datalist>
            <p id={scaleProblem} className={isScaleBad ? 'print-problem' : 'fine-print'} aria-live="polite">
              {isScaleBad
                ? t('print.scaleBad', { scale: number(scale) })
                : `${t('print.covers', { width: ground(widthMm), height: ground(heightMm) })} ${
                    scale < 50_000
                      ? t('print.coarse', { paper: `${number((500 / scale) * 100, scale < 10_000 ? 0 : 1)} cm` })
                      : ''
                  } ${
                    scaleErrorAtEdge > scaleTolerance
                      ? t('print.scaleOff', { error: sayScaleError(scaleErrorAtEdge, state.language) })
                      : ''
                  }`}
            </p>
          </div>
          <div className="print-field">
            <label htmlFor={titleField}>{t('print.mapTitle')}</label>
            <input
              id={titleField}
              className="text-input"
              value={settings.title}
              maxLength={120}
              placeholder={t('print.sheet.usualTitle')}
              onChange={(event) => change({ title: event.target.value })}
            />
          </div>
          <label className="print-check">
            <input type="checkbox" checked={legend} onChange={(event) => change({ legend: event.target.checked })} />
            {t('print.legend')}
          </label>
          <label className="print-check">
            <input type="checkbox" checked={grid} onChange={(event) => change({ grid: event.target.checked })} />
            {t('print.grid')}
          </label>
          <Choice
            legend={t('print.sharpness')}
            options={[150, 300] as const}
            chosen={settings.dpi}
            name={(dpi) => t('print.dpi', { dpi })}
            onChoose={(dpi) => change({ dpi })}
          />
          <div className="print-actions" ref={actions}>
            {work.step === 'making' ? (
              <>
                <progress max={1} value={work.share} aria-label={t('print.title')} />
                <span className="print-share">
                  {t('print.making', { share: formatPercent(work.share, state.language, 0) })}
                </span>
                <button type="button" className="button" onClick={stop}>
                  {t('print.cancel')}
                </button>
              </>
            ) : (
              <>
                <button type="submit" className="button print-make">
                  {t('print.make')}
                </button>
                <button type="button" className="button" onClick={() => setFitWish(fitWish + 1)}>
                  {t('print.fit')}
                </button>
              </>
            )}
          </div>
          <div className="print-picture">
            <h3>{t('print.picture')}</h3>
            <p className="fine-print">{t('print.pictureHint')}</p>
            <div className="print-actions">
              {([1, 2] as const).map((times) => (
                <button
                  key={times}
                  type="button"
                  className="button"
                  disabled={isMaking}
                  onClick={() => void makePicture(times)}
                >
                  {t(times === 1 ? 'print.pictureOnce' : 'print.pictureTwice')}
                </button>
              ))}
            </div>
          </div>
          <p className={work.step === 'failed' ? 'print-problem' : 'fine-print'} role="status">
            {work.step === 'done' || work.step === 'failed' ? work.message : ''}
          </p>
        </form>
      </aside>
    </>
  )
}
