/** Chromium, Firefox, Safari and Vite (for a style sheet) each say it in their own words; none has a code. */
const sayings = /dynamically imported module|Importing a module script failed|Unable to preload CSS/

/** Whether a part of the page's own code did not arrive: no network, or a new version of the atlas on the server. */
export function isLoadFailure(error: unknown): boolean {
  return error instanceof Error && sayings.test(error.message)
}
