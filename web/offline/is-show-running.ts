/** Whether a window with this link is before an audience: a running show, or a kiosk. */
export function isShowRunning(hash: string): boolean {
  return /[#&]show=[^&:]+:[^&:]+(?:&|$)/.test(hash) || /[#&]ui=kiosk(?:&|$)/.test(hash)
}
