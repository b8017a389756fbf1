import { useTranslation } from '../../i18n/use-translation.ts'
import type { StoryProblem } from '../find-story-problems.ts'

/** What is wrong with a file, in words, and where in it. */
export function StoryProblems({ problems, onClose }: { problems: readonly StoryProblem[]; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="problem" role="alert">
      <p>{t('show.badFile')}</p>
      <ul className="story-problems">
        {problems.map(({ rule, path, values }, index) => (
          <li key={index}>
            {path ? <code>{path}</code> : null} {t(`storyProblem.${rule}`, values)}
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={onClose}>
        {t('app.close')}
      </button>
    </div>
  )
}
