import type { Page } from 'playwright-core'

/**
 * Controls that a thumb would miss: less than 44 px high or wide, as far as they are shown.
 *
 * A box is as large as its label. Lines of origin stand within text, where any size is allowed.
 */
export function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>('button, select, textarea, input, summary, [role="tab"]'),
    ]
    return controls
      .filter((element) => element.checkVisibility() && !element.closest('.provenance-line, .maplibregl-map'))
      .map((element) => ({
        name: element.getAttribute('aria-label') ?? element.textContent ?? '',
        kind: element.className || element.localName,
        box: (
          element.closest('label:has(> input[type="checkbox"], > input[type="radio"])') ?? element
        ).getBoundingClientRect(),
      }))
      .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
      .map(({ name, kind, box }) => `${kind}: ${name.trim()} ${Math.round(box.width)}×${Math.round(box.height)}`)
  })
}

/** Parts of the page that can be pushed sideways though nobody asked for it. */
export function findSidewaysScroll(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.panel-body, .card, .card-body, .print-panel')]
      .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth)
      .map((element) => `${element.className}: ${element.scrollWidth} in ${element.clientWidth}`),
  )
}
