import { useState } from 'react'
import type { Story } from '../../../server/domain/story.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAtlas } from '../../state/atlas-context.tsx'
import { speakTexts } from '../speak-texts.ts'

interface Props {
  story: Story
  current: number
  onChoose: (index: number) => void
  onMove: (from: number, to: number) => void
  onRemove: (index: number) => void
}

/** The scenes of a story in the making: choose, drag, move by key or button, take out. */
export function EditableScenes({ story, current, onChoose, onMove, onRemove }: Props) {
  const { t } = useTranslation()
  const { language } = useAtlas().state
  const [dragged, setDragged] = useState<number | null>(null)
  const [target, setTarget] = useState<number | null>(null)
  return (
    <ol className="scene-list scene-list-editable" aria-label={t('show.scenes')}>
      {story.scenes.map((scene, index) => {
        const title = speakTexts(scene.texts.title, language, scene.language) || t('show.untitled')
        return (
          // Dragging has an equal in the buttons and in Alt with an arrow.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li
            key={scene.id}
            draggable
            data-target={target === index}
            onDragStart={(event) => {
              setDragged(index)
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', scene.id)
            }}
            onDragOver={(event) => {
              event.preventDefault()
              setTarget(index)
            }}
            onDragEnd={() => {
              setDragged(null)
              setTarget(null)
            }}
            onDrop={(event) => {
              event.preventDefault()
              if (dragged !== null && dragged !== index) onMove(dragged, index)
              setDragged(null)
              setTarget(null)
            }}
          >
            <button
              type="button"
              aria-current={index === current ? 'step' : undefined}
              onClick={() => onChoose(index)}
              onKeyDown={(event) => {
                if (!event.altKey) return
                if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
                  event.preventDefault()
                  onMove(index, index + (event.key === 'ArrowUp' ? -1 : 1))
                }
              }}
            >
              <span className="scene-number">{index + 1}</span>
              <span>{title}</span>
            </button>
            <span className="scene-tools">
              <button
                type="button"
                className="icon-button"
                disabled={index === 0}
                aria-label={t('show.moveUp', { title })}
                onClick={() => onMove(index, index - 1)}
              >
                ↑
              </button>
              <button
                type="button"
                className="icon-button"
                disabled={index === story.scenes.length - 1}
                aria-label={t('show.moveDown', { title })}
                onClick={() => onMove(index, index + 1)}
              >
                ↓
              </button>
              <button
                type="button"
                className="icon-button"
                disabled={story.scenes.length === 1}
                aria-label={t('show.removeScene', { title })}
                onClick={() => onRemove(index)}
              >
                ✕
              </button>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
