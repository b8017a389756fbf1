import { useEffect, useRef } from 'react'
import type { Language } from '../../state/atlas-state.ts'
import type { ShowCommand } from '../show-keys.ts'

/**
 * What the show and the presenter's window tell each other. The show is where things happen: the presenter sends
 * commands, and what it shows is only ever what the show has said of itself.
 */
export interface ShowReport {
  story: string
  scene: string
  language: Language
  isBlank: boolean
  isPlaying: boolean
  contrast: 'normal' | 'high'
  /** Milliseconds since 1970; null: not started. */
  startedAt: number | null
}

type ShowMessage =
  | { say: 'report'; report: ShowReport }
  | { say: 'over' }
  | { say: 'hello' }
  | { say: 'command'; command: ShowCommand }

const channelName = 'thanh-hoa-show'

/** On the side of the show: reports every change, and acts on what the presenter asks for. */
export function useReporting(report: ShowReport | null, act: (command: ShowCommand) => void): void {
  const current = useRef({ report, act })
  const channel = useRef<BroadcastChannel | null>(null)
  useEffect(() => {
    current.current = { report, act }
  })
  useEffect(() => {
    const opened = new BroadcastChannel(channelName)
    channel.current = opened
    opened.addEventListener('message', ({ data }: MessageEvent<ShowMessage>) => {
      if (data.say === 'command') current.current.act(data.command)
      const now = current.current.report
      if (data.say === 'hello' && now) opened.postMessage({ say: 'report', report: now } satisfies ShowMessage)
    })
    return () => {
      opened.postMessage({ say: 'over' } satisfies ShowMessage)
      opened.close()
      channel.current = null
    }
  }, [])
  const text = JSON.stringify(report)
  useEffect(() => {
    const now = current.current.report
    if (now) channel.current?.postMessage({ say: 'report', report: now } satisfies ShowMessage)
  }, [text])
}

/** On the presenter's side: calls back with every report, null when the show has ended, and sends commands. */
export function listenToShow(hear: (report: ShowReport | null) => void): {
  send: (command: ShowCommand) => void
  stop: () => void
} {
  const channel = new BroadcastChannel(channelName)
  channel.addEventListener('message', ({ data }: MessageEvent<ShowMessage>) => {
    if (data.say === 'report') hear(data.report)
    if (data.say === 'over') hear(null)
  })
  channel.postMessage({ say: 'hello' } satisfies ShowMessage)
  return {
    send: (command) => channel.postMessage({ say: 'command', command } satisfies ShowMessage),
    stop: () => channel.close(),
  }
}
