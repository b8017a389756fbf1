/** Opens the presenter's window beside the show; false: the browser forbids new windows. */
export function openPresenter(language: string): boolean {
  const address = new URL(`#v=1&lang=${language}&ui=presenter`, document.baseURI).href
  return window.open(address, 'thanh-hoa-presenter', 'popup,width=1200,height=760') !== null
}
