import { useTranslation } from '../../i18n/use-translation.ts'
import type { RankedId } from '../../invest/criteria.ts'
import { pointsOf } from '../../invest/ranking.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { formatName } from '../../format/name.ts'
import { compareLetters } from './use-park-marks.ts'
import type { KnownPark } from './use-profiles.ts'

const axes: readonly RankedId[] = ['area', 'readiness', 'port', 'airport', 'interchange', 'people']
const size = { x: 340, y: 236 }
const middle = { x: 170, y: 118 }
const radius = 86

/**
 * The parks' points, 0 in the middle and 100 at the rim, on the same scales as the ranking. What is not known leaves a
 * gap: an axis without a dot, and no line to it.
 */
export function Spider({ parks }: { parks: readonly KnownPark[] }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const known = axes.filter((axis) => parks.some(({ measurements }) => measurements[axis] !== null))
  if (known.length < 3) return null
  const at = (index: number, points: number) => {
    const angle = (2 * Math.PI * index) / known.length - Math.PI / 2
    return {
      x: middle.x + (Math.cos(angle) * radius * points) / 100,
      y: middle.y + (Math.sin(angle) * radius * points) / 100,
    }
  }
  const ring = (points: number) => known.map((_, index) => toText(at(index, points))).join(' ')
  return (
    <figure className="spider">
      <svg viewBox={`0 0 ${size.x} ${size.y}`} role="img" aria-label={t('invest.spider')}>
        {[25, 50, 75, 100].map((points) => (
          <polygon key={points} points={ring(points)} className="spider-ring" />
        ))}
        {known.map((axis, index) => {
          const rim = at(index, 100)
          const label = at(index, 112)
          return (
            <g key={axis}>
              <line x1={middle.x} y1={middle.y} x2={rim.x} y2={rim.y} className="spider-ring" />
              <text
                x={label.x}
                y={label.y}
                textAnchor={label.x > middle.x + 8 ? 'start' : label.x < middle.x - 8 ? 'end' : 'middle'}
                dominantBaseline="middle"
              >
                {t(`invest.short.${axis}`)}
              </text>
            </g>
          )
        })}
        {parks.map((park, number) => {
          const points = known.map((axis) => pointsOf(park.measurements, axis, true).points?.value ?? null)
          return (
            <g key={park.id} className="spider-park" data-letter={number}>
              {points.map((value, index) => {
                const next = points[(index + 1) % points.length] ?? null
                if (value === null || next === null) return null
                const [from, to] = [at(index, value), at((index + 1) % points.length, next)]
                return <line key={known[index]} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
              })}
              {points.map((value, index) => {
                if (value === null) return null
                const { x, y } = at(index, value)
                return <circle key={known[index]} cx={x} cy={y} r="4" />
              })}
            </g>
          )
        })}
      </svg>
      <figcaption className="spider-legend">
        {parks.map((park, index) => (
          <span key={park.id} data-letter={index}>
            <span className="letter">{compareLetters[index]}</span>{' '}
            {formatName(park.profile.park.properties, state.language, t)}
          </span>
        ))}
        <small>{t('invest.spiderScale')}</small>
      </figcaption>
    </figure>
  )
}

function toText({ x, y }: { x: number; y: number }): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`
}
