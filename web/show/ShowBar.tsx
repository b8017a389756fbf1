import { useTranslation } from '../i18n/use-translation.ts'
import { useAtlas } from '../state/atlas-context.tsx'
import type { ShowCommand } from './show-keys.ts'

/** For hands without a clicker: the same commands as buttons, seen while the pointer moves. */
export function ShowBar({ act, isPlaying }: { act: (command: ShowCommand) => void; isPlaying: boolean }) {
  const { t } = useTranslation()
  const { state } = useAtlas()
  const buttons: { label: string; face: string; command: ShowCommand; pressed?: boolean }[] = [
    { label: t('show.previous'), face: '←', command: { do: 'previous' } },
    { label: t('show.next'), face: '→', command: { do: 'next' } },
    { label: t('show.jumpList'), face: '☰', command: { do: 'list' } },
    { label: isPlaying ? t('show.pause') : t('show.play'), face: isPlaying ? '❚❚' : '▶', command: { do: 'play' } },
    { label: t('show.notes'), face: '✎', command: { do: 'notes' } },
    { label: t('show.language'), face: state.language.toUpperCase(), command: { do: 'language' } },
    { label: t('show.contrast'), face: '◐', command: { do: 'contrast' } },
    { label: t('show.fullScreen'), face: '⛶', command: { do: 'full-screen' } },
    { label: t('show.leave'), face: '✕', command: { do: 'leave' } },
  ]
  return (
    <div className="stage-bar" role="toolbar" aria-label={t('show.title')}>
      {buttons.map(({ label, face, command }) => (
        <button key={label} type="button" aria-label={label} title={label} onClick={() => act(command)}>
          <span aria-hidden="true">{face}</span>
        </button>
      ))}
    </div>
  )
}
