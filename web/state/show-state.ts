/**
 * Where a reader is in a story, as a link writes it: `show=story:scene` while the show runs, and
 * `show=story:scene:left` while the reader looks round on their own and may come back.
 */
export interface ShowPlace {
  story: string
  scene: string
  running: boolean
}

export function toShowText({ story, scene, running }: ShowPlace): string {
  return `${story}:${scene}${running ? '' : ':left'}`
}

export function readShow(text: string | undefined): ShowPlace | null {
  const match = /^([a-z0-9-]{1,80}):([a-z0-9-]{1,80})(:left)?$/.exec(text ?? '')
  return match?.[1] && match[2] ? { story: match[1], scene: match[2], running: !match[3] } : null
}
