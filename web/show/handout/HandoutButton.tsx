import type { Story } from '../../../server/domain/story.ts'
import { formatPercent } from '../../format/numbers.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { usePrintWork } from '../../panels/print/use-print-work.ts'
import { useAtlas } from '../../state/atlas-context.tsx'

/** Makes the PDF that an audience takes home, with its progress and a way to stop it. */
export function HandoutButton({ story }: { story: Story }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const { work, run, stop } = usePrintWork(state.language, 'handout')
  const make = () =>
    run(`${story.id}-${state.language}.pdf`, async (job) => {
      const { makeHandout } = await import('./make-handout.ts')
      return new Blob([await makeHandout({ story, state, ...job })], { type: 'application/pdf' })
    })
  return (
    <div className="show-actions show-handout">
      {work.step === 'making' ? (
        <>
          <progress max={1} value={work.share} aria-label={t('handout.make')} />
          <span>{t('handout.making', { share: formatPercent(work.share, state.language, 0) })}</span>
          <button type="button" className="button" onClick={stop}>
            {t('handout.cancel')}
          </button>
        </>
      ) : (
        <button type="button" className="button" onClick={() => void make()}>
          {t('handout.make')}
        </button>
      )}
      <p className={work.step === 'failed' ? 'problem' : 'quiet'} role="status">
        {work.step === 'done' || work.step === 'failed' ? work.message : ''}
      </p>
    </div>
  )
}
