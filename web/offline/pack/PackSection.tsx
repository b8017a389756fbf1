import { useEffect, useRef, useState } from 'react'
import useSWRImmutable from 'swr/immutable'
import { address, fetchPackInfo } from '../../api/client.ts'
import { isPack } from '../../api/pack.ts'
import { formatBytes } from '../../format/bytes.ts'
import { formatDate, formatNumber } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { mayAskServer } from '../may-ask-server.ts'
import { useOffline } from '../offline-store.ts'
import type { Proof } from './prove-pack.ts'
import { usePack, type Pack, type PackTrouble } from './use-pack.ts'
import '../../theme/offline.css'

const zooms = [12, 13, 14] as const
const lettered = ['zh', 'ja', 'ko'] as const

/** The atlas without a network: what is kept, the pack with its proof, and the folder to download. */
export default function PackSection() {
  const { t } = useTranslation()
  const worker = useOffline((offline) => offline.worker)
  return (
    <section className="pack" aria-labelledby="pack-title">
      <h3 id="pack-title">{t('offline.title')}</h3>
      {isPack ? (
        <p className="quiet">{t('offline.isPack')}</p>
      ) : (
        <>
          <p className="quiet">{t(`offline.${worker ?? 'installing'}`)}</p>
          {worker === 'ready' ? <PackMaker /> : null}
          <PackDownload />
        </>
      )}
    </section>
  )
}

function PackMaker() {
  const { t } = useTranslation()
  const { language } = useAtlas().state
  const frame = useRef<HTMLIFrameElement>(null)
  const pack = usePack(frame, language)
  const { record, doing } = pack
  const [lastZoom, setLastZoom] = useState(record?.lastZoom ?? 14)
  const [letters, setLetters] = useState<readonly string[]>(
    record?.letters ?? lettered.filter((one) => one === language),
  )
  const isBegun = record !== null && record.done < record.total
  const wish = { lastZoom, letters }
  return (
    <>
      <div className="pack-form">
        <label>
          {t('offline.zoom')}{' '}
          <select value={lastZoom} disabled={doing !== null} onChange={(event) => setLastZoom(+event.target.value)}>
            {zooms.map((zoom) => (
              <option key={zoom} value={zoom}>
                {t(`offline.zoom${zoom}`)}
              </option>
            ))}
          </select>
        </label>
        <fieldset className="pack-letters" disabled={doing !== null}>
          <legend>{t('offline.letters')}</legend>
          {lettered.map((one) => (
            <label key={one}>
              <input
                type="checkbox"
                checked={letters.includes(one)}
                onChange={(event) =>
                  setLetters(event.target.checked ? [...letters, one] : letters.filter((other) => other !== one))
                }
              />{' '}
              {t(`offline.letters_${one}`)}
            </label>
          ))}
        </fieldset>
      </div>
      {isBegun && doing === null ? (
        <p className="problem" role="status">
          {t('offline.interrupted', {
            done: formatNumber(record.done, language, 0),
            total: formatNumber(record.total, language, 0),
          })}
        </p>
      ) : null}
      <div className="pack-actions">
        {doing === null ? (
          <>
            <button type="button" className="button button-strong" onClick={() => void pack.make(wish)}>
              {t(isBegun ? 'offline.resume' : record ? 'offline.again' : 'offline.make')}
            </button>
            {record && !isBegun ? (
              <button type="button" className="button" onClick={() => void pack.prove()}>
                {t('offline.prove')}
              </button>
            ) : null}
            {record ? (
              <button type="button" className="button" onClick={() => void pack.discard()}>
                {t('offline.discard')}
              </button>
            ) : null}
          </>
        ) : (
          <button type="button" className="button" onClick={pack.stop}>
            {t('offline.cancel')}
          </button>
        )}
      </div>
      <Doing doing={doing} />
      <Stage frame={frame} shown={doing !== null && 'proving' in doing} />
      {pack.trouble ? <Trouble trouble={pack.trouble} /> : null}
      {doing === null && record?.proof ? <ProofReport proof={record.proof} provedAt={record.provedAt} /> : null}
      {record && pack.keptBytes !== null ? (
        <p className="quiet">
          {t('offline.size', {
            size: formatBytes(pack.keptBytes, language),
            files: formatNumber(record.done, language, 0),
          })}
        </p>
      ) : null}
    </>
  )
}

function Doing({ doing }: { doing: Pack['doing'] }) {
  const { t } = useTranslation()
  const { language } = useAtlas().state
  if (doing === null) return null
  if ('proving' in doing) {
    const { proving } = doing
    return (
      <p role="status">
        {'scene' in proving
          ? t('offline.proving', { scene: proving.scene })
          : t('offline.provingViews', { view: proving.view })}
      </p>
    )
  }
  const { done, total, bytes } = doing.fetching
  const told = t('offline.fetching', {
    done: formatNumber(done, language, 0),
    total: formatNumber(total, language, 0),
    size: formatBytes(bytes, language),
  })
  return (
    <>
      <progress value={done} max={Math.max(total, 1)} aria-label={told} />
      <p className="quiet">{told}</p>
    </>
  )
}

/** The frame in which the atlas proves itself: a small screen of 1280 × 720, to be watched. */
function Stage({ frame, shown }: { frame: React.RefObject<HTMLIFrameElement | null>; shown: boolean }) {
  const { t } = useTranslation()
  const stage = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(0.25)
  useEffect(() => {
    if (shown && stage.current) setScale(stage.current.clientWidth / 1280)
  }, [shown])
  return (
    <div ref={stage} className="pack-stage" hidden={!shown}>
      {/* oxlint-disable-next-line react/iframe-missing-sandbox -- Our own page, which has to be quite itself. */}
      <iframe ref={frame} title={t('offline.frame')} tabIndex={-1} style={{ transform: `scale(${scale})` }} />
    </div>
  )
}

function Trouble({ trouble }: { trouble: PackTrouble }) {
  const { t } = useTranslation()
  const { language } = useAtlas().state
  const parts =
    trouble.kind === 'full'
      ? { used: formatBytes(trouble.usedBytes, language), quota: formatBytes(trouble.quotaBytes, language) }
      : trouble.kind === 'noProof'
        ? { reason: trouble.reason }
        : {}
  const isCalm = trouble.kind === 'discarded' || trouble.kind === 'missing' || trouble.kind === 'stopped'
  return (
    <p className={isCalm ? 'notice' : 'problem'} role={isCalm ? 'status' : 'alert'}>
      {t(`offline.${trouble.kind}`, parts)}
    </p>
  )
}

function ProofReport({ proof, provedAt }: { proof: Proof; provedAt: string | null }) {
  const { t } = useTranslation()
  const { language } = useAtlas().state
  const { scenes, requests, errors, views, answered } = proof
  const isWhole = scenes.shown === scenes.total && requests.length === 0 && errors.length === 0
  return (
    <div role="status">
      <p className="pack-proof" data-whole={isWhole}>
        {t('offline.proven', {
          shown: scenes.shown,
          total: scenes.total,
          requests: requests.length,
          errors: errors.length,
        })}
      </p>
      <p className="quiet">
        {t('offline.provenViews', { count: views, answered: formatNumber(answered, language, 0) })}{' '}
        {provedAt ? t('offline.provenOn', { date: formatDate(provedAt.slice(0, 10), language) }) : null}
      </p>
      <Findings title={t('offline.wouldAsk')} items={requests} />
      <Findings title={t('offline.wentWrong')} items={errors} />
    </div>
  )
}

function Findings({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <ul className="pack-list">
        {items.slice(0, 100).map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  )
}

function PackDownload() {
  const { t } = useTranslation()
  const { language } = useAtlas().state
  const { data } = useSWRImmutable(mayAskServer() ? 'pack-info' : null, () => fetchPackInfo())
  if (!data) return null
  return (
    <>
      <p className="quiet">{t('offline.downloadAbout')}</p>
      {data.bytes === null ? (
        <p className="notice">{t('offline.noDownload')}</p>
      ) : (
        <p>
          <a className="button" href={`${address}/pack.zip`} download>
            {t('offline.download', { size: formatBytes(data.bytes, language) })}
          </a>
        </p>
      )}
      {data.bytes !== null && !data.isCurrent ? <p className="notice">{t('offline.downloadOlder')}</p> : null}
    </>
  )
}
