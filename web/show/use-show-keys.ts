import { useEffect, useRef, useState } from 'react'
import { readShowKey, type ShowCommand } from './show-keys.ts'

/** How long a number waits for its Enter. */
const digitsWait = 3000

/**
 * Every key of the page goes to the show first, wherever the focus is; returns the digits typed so far. A button of
 * the show that has the focus keeps Enter.
 */
export function useShowKeys(act: (command: ShowCommand) => void): string {
  const [digits, setDigits] = useState('')
  const current = useRef({ act, digits })
  useEffect(() => {
    current.current = { act, digits }
  })
  useEffect(() => {
    if (digits === '') return
    const timer = setTimeout(() => setDigits(''), digitsWait)
    return () => clearTimeout(timer)
  }, [digits])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const command = readShowKey(event, current.current.digits)
      if (!command) return
      event.preventDefault()
      event.stopImmediatePropagation()
      setDigits(command.do === 'digits' ? command.digits : '')
      if (command.do !== 'digits' && command.do !== 'none') current.current.act(command)
    }
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
  return digits
}
