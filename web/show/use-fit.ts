import { useEffect, type RefObject } from 'react'

/** Letters never shrink below this part of their size: beyond it there are too many words for a screen. */
const leastFit = { shrink: 0.7, scroll: 0.85, drop: 1 }
/** The last step of `data-drop`. */
const mostDropped = 7

/**
 * Makes the words of a scene as small as they must be to stand whole in their room, and no smaller. Where that is not
 * enough, or where letters may not shrink, the sentence is left out first, then the ends of charts and lists, then all
 * of these but the first, then number after number down to two (`data-drop` in `show.css`): the title, the first
 * numbers and their sources stay readable. Where a finger can push the words up (`scroll`) nothing is left out.
 */
export function useFit(room: RefObject<HTMLElement | null>, how: 'shrink' | 'drop' | 'scroll'): void {
  useEffect(() => {
    const holder = room.current
    if (!holder) return
    const fit = () => {
      const content = holder.firstElementChild
      if (!content) return
      let size = 1
      holder.style.setProperty('--fit', '1')
      holder.dataset['drop'] = '0'
      // Measured at full size: where the room is as high as its words, smaller ones would make it smaller.
      const { paddingTop, paddingBottom } = getComputedStyle(holder)
      const height = holder.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom)
      const isTooHigh = () => content.scrollHeight > height + 1
      const least = leastFit[how]
      while (size > least && isTooHigh()) {
        size -= 0.04
        holder.style.setProperty('--fit', size.toFixed(2))
      }
      const most = how === 'scroll' ? 0 : mostDropped
      for (let drop = 1; drop <= most && isTooHigh(); drop++) holder.dataset['drop'] = String(drop)
    }
    const observer = new ResizeObserver(fit)
    const watch = () => {
      observer.disconnect()
      observer.observe(holder)
      if (holder.firstElementChild) observer.observe(holder.firstElementChild)
    }
    // Each scene is a new element.
    const scenes = new MutationObserver(watch)
    scenes.observe(holder, { childList: true })
    watch()
    return () => {
      observer.disconnect()
      scenes.disconnect()
    }
  })
}
