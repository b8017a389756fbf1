import { useEffect, type RefObject } from 'react'

/** Letters never shrink below this part of their size: beyond it there are too many words for a screen. */
const leastFit = 0.5

/**
 * Makes the words of a scene as small as they must be to stand whole in their room, and no smaller. Where that is not
 * enough, or where letters may not shrink (`mayShrink`), the sentence is left out first, then all but three lines of
 * charts and lists, then all of these but the first, then all numbers but two (`data-drop` in `show.css`): the title,
 * the first numbers and their sources stay readable.
 */
export function useFit(room: RefObject<HTMLElement | null>, mayShrink: boolean): void {
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
      const least = mayShrink ? leastFit : 1
      while (size > least && isTooHigh()) {
        size -= 0.04
        holder.style.setProperty('--fit', size.toFixed(2))
      }
      for (let drop = 1; drop <= 4 && isTooHigh(); drop++) holder.dataset['drop'] = String(drop)
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
