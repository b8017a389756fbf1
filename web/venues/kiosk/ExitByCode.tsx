import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'

const wantedTaps = 5
const tapMilliseconds = 3000
const cornerPixels = 64

interface Props {
  code: string
  onAsking: (isAsking: boolean) => void
  onExit: () => void
}

/** Five taps into the upper left corner, or Ctrl+Shift+E, ask for the code by which the kiosk is left. */
export function ExitByCode({ code, onAsking, onExit }: Props) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const [isWrong, setWrong] = useState(false)
  const taps = useRef<number[]>([])
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const ask = () => {
      taps.current = []
      setWrong(false)
      setAsking(true)
      onAsking(true)
    }
    const tap = ({ clientX, clientY }: PointerEvent) => {
      if (clientX > cornerPixels || clientY > cornerPixels) return
      const now = Date.now()
      taps.current = [...taps.current.filter((time) => now - time < tapMilliseconds), now]
      if (taps.current.length >= wantedTaps) ask()
    }
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey && event.shiftKey && event.key.toLowerCase() === 'e') {
        event.preventDefault()
        ask()
      }
    }
    window.addEventListener('pointerdown', tap, { capture: true })
    window.addEventListener('keydown', press, { capture: true })
    return () => {
      window.removeEventListener('pointerdown', tap, { capture: true })
      window.removeEventListener('keydown', press, { capture: true })
    }
  }, [onAsking])
  useEffect(() => {
    if (isAsking) field.current?.focus()
  }, [isAsking])
  if (!isAsking) return null

  const stay = () => {
    setAsking(false)
    onAsking(false)
  }
  return (
    <form
      className="kiosk-exit"
      onSubmit={(event) => {
        event.preventDefault()
        if (field.current?.value === code) onExit()
        else setWrong(true)
      }}
    >
      <label htmlFor="kiosk-code">{t('venue.kioskCode')}</label>
      <input
        ref={field}
        id="kiosk-code"
        className="text-input"
        type="password"
        inputMode="numeric"
        autoComplete="off"
        onKeyDown={(event) => event.key === 'Escape' && stay()}
      />
      {isWrong ? (
        <p className="problem" role="alert">
          {t('venue.kioskWrong')}
        </p>
      ) : null}
      <div className="pack-actions">
        <button type="submit" className="button">
          {t('venue.kioskLeave')}
        </button>
        <button type="button" className="button" onClick={stay}>
          {t('venue.kioskStay')}
        </button>
      </div>
    </form>
  )
}
