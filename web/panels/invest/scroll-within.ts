/**
 * Moves an element into sight by scrolling the panel or card it stands in, and nothing else of the page:
 * `scrollIntoView` would also push frames that never scroll.
 */
export function scrollWithin(element: HTMLElement, to: 'top' | 'nearest'): void {
  const box = element.closest<HTMLElement>('.card-body, .panel-body')
  if (!box) return
  const frame = box.getBoundingClientRect()
  const { top, bottom } = element.getBoundingClientRect()
  const covered = to === 'top' ? 0 : headHeight
  if (to === 'top' || top < frame.top + covered) box.scrollTop += top - frame.top - covered
  else if (bottom > frame.bottom) box.scrollTop += Math.min(bottom - frame.bottom, top - frame.top - covered)
}

/** Of the tabs that stay at the top of the panel. */
const headHeight = 56
