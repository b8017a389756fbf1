import type { Position } from 'geojson'
import { useId, useState } from 'react'
import { toGrid, toWgs84 } from '../../compute/vn2000.ts'
import { parseNumber } from '../../format/parse-number.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { readCoordinates } from '../../search/coordinates.ts'
import { coordinateSystems, type CoordinateSystem } from './coordinate-systems.ts'

/** Which system coordinates are read and typed in. */
export function SystemChoice({
  system,
  onChoose,
}: {
  system: CoordinateSystem
  onChoose: (system: CoordinateSystem) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="draw-field">
      <label htmlFor={id}>{t('draw.system.label')}</label>
      <select id={id} value={system} onChange={(event) => onChoose(event.target.value as CoordinateSystem)}>
        {coordinateSystems.map((one) => (
          <option key={one} value={one}>
            {t(`draw.system.${one}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Every corner with its two numbers, each to be typed over. */
export function CornerTable({
  corners,
  system,
  least,
  name,
  onChange,
}: {
  corners: readonly Position[]
  system: CoordinateSystem
  /** So many must stay. */
  least: number
  /** What the only one is called, if it is no corner. */
  name?: string
  onChange: (corners: Position[]) => void
}) {
  const { t } = useTranslation()
  const [first, second] = t(`draw.axes.${system}`).split('|')
  const canDrop = corners.length > 1
  return (
    <table className="figures corner-table">
      <thead>
        <tr>
          <th scope="col">{name ? '' : t('draw.corner')}</th>
          <th scope="col">{first}</th>
          <th scope="col">{second}</th>
          {canDrop ? (
            <th scope="col">
              <span className="visually-hidden">{t('draw.dropping')}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {corners.map((corner, i) => (
          <tr key={i}>
            <th scope="row">{name ?? i + 1}</th>
            {([0, 1] as const).map((axis) => (
              <td key={axis}>
                <NumberCell
                  label={`${name ?? `${t('draw.corner')} ${i + 1}`}, ${axis === 0 ? first : second}`}
                  text={toNumbers(system, corner)[axis].toFixed(decimalsOf(system))}
                  onCommit={(value) => {
                    const numbers = toNumbers(system, corner)
                    numbers[axis] = value
                    onChange(corners.with(i, fromNumbers(system, numbers)))
                  }}
                />
              </td>
            ))}
            {canDrop ? (
              <td>
                <button
                  type="button"
                  className="icon-button"
                  disabled={corners.length <= least}
                  aria-label={t('draw.deleteCorner', { number: i + 1 })}
                  onClick={() => onChange(corners.toSpliced(i, 1))}
                >
                  ✕
                </button>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function NumberCell({ label, text, onCommit }: { label: string; text: string; onCommit: (value: number) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const value = typed === null ? null : parseNumber(typed)
  const isWrong = typed !== null && value === null
  const commit = () => {
    if (value === null) return
    onCommit(value)
    setTyped(null)
  }
  return (
    <>
      <input
        className="text-input"
        inputMode="decimal"
        aria-label={label}
        aria-invalid={isWrong}
        value={typed ?? text}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
          if (event.key === 'Escape') setTyped(null)
        }}
      />
      {isWrong ? (
        <span className="field-problem" role="alert">
          {t('draw.notANumber')}
        </span>
      ) : null}
    </>
  )
}

/** A list of coordinates as a shape; what cannot be read is told line by line and stays in the field. */
export function PasteCorners({
  system,
  label,
  least,
  most = Infinity,
  onDone,
}: {
  system: CoordinateSystem
  label: string
  least: number
  most?: number
  onDone: (corners: Position[]) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const read = () => {
    const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '')
    const corners: Position[] = []
    for (const [i, line] of lines.entries()) {
      const corner = readLine(line, system)
      if (!corner) return setProblem(t('draw.paste.badLine', { number: i + 1, line: line.trim().slice(0, 40) }))
      corners.push(corner)
    }
    const [first, last] = [corners[0], corners.at(-1)]
    // A list that ends where it began describes the same ring.
    if (corners.length > 3 && first && last && first.join() === last.join()) corners.pop()
    if (corners.length < least) return setProblem(t('draw.paste.tooFew', { least, got: corners.length }))
    if (corners.length > most) return setProblem(t('draw.paste.tooMany', { got: corners.length }))
    setProblem(null)
    setText('')
    onDone(corners)
  }
  return (
    <div className="draw-field paste">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={4}
        value={text}
        placeholder={t(`draw.paste.example.${system === 'wgs84' ? 'degrees' : 'metres'}`)
          .split('\n')
          .slice(0, most)
          .join('\n')}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem`}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={`${id}-problem`} className="field-problem" role="alert">
        {problem}
      </p>
      <button type="button" className="button" disabled={text.trim() === ''} onClick={read}>
        {t('draw.paste.add')}
      </button>
    </div>
  )
}

/** Either order is understood; where the numbers leave it open, the chosen system has the say. */
function readLine(line: string, system: CoordinateSystem): Position | null {
  const code = system === 'wgs84' ? 'EPSG:4326' : system === '3405' ? 'EPSG:3405' : 'EPSG:5897'
  const found = readCoordinates(line.trim(), toWgs84).find((reading) => reading.system === code)
  return found ? found.position.map((degrees) => round(degrees, 1e7)) : null
}

function toNumbers(system: CoordinateSystem, position: Position): [number, number] {
  const [longitude = 0, latitude = 0] = position
  switch (system) {
    case 'wgs84':
      return [latitude, longitude]
    case '3405':
      return [...toGrid('EPSG:3405', [longitude, latitude])] as [number, number]
    case '5897-en':
      return [...toGrid('EPSG:5897', [longitude, latitude])] as [number, number]
    case '5897-ne': {
      const [east, north] = toGrid('EPSG:5897', [longitude, latitude])
      return [north, east]
    }
  }
}

function fromNumbers(system: CoordinateSystem, [first, second]: readonly [number, number]): Position {
  const position =
    system === 'wgs84'
      ? [second, first]
      : system === '3405'
        ? toWgs84('EPSG:3405', first, second)
        : system === '5897-en'
          ? toWgs84('EPSG:5897', first, second)
          : toWgs84('EPSG:5897', second, first)
  // A millimetre on the ground: what is typed in metres reads the same again.
  return position.map((degrees) => round(degrees, 1e8))
}

function decimalsOf(system: CoordinateSystem): number {
  return system === 'wgs84' ? 7 : 2
}

function round(value: number, factor: number): number {
  return Math.round(value * factor) / factor
}
