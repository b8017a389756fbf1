import { useEffect, useState, type RefObject } from 'react'

/** How often is looked whether the answers that a scene's numbers wait for have come. */
const lookMilliseconds = 50
/** A number that never comes must not hold a show that goes on by itself, such as a kiosk's. */
const longestWait = 10_000

/** Whether all words and numbers of a scene stand where they belong: none awaited, none still moving in. */
export function useWordsAtRest(room: RefObject<HTMLElement | null>, scene: string | null): boolean {
  const [rested, setRested] = useState<string | null>(null)
  useEffect(() => {
    if (scene === null) return
    const since = performance.now()
    const look = () => {
      const isPatient = performance.now() - since < longestWait
      if (isPatient && room.current && isMoving(room.current)) return
      clearInterval(timer)
      setRested(scene)
    }
    const timer = setInterval(look, lookMilliseconds)
    return () => {
      clearInterval(timer)
      setRested(null)
    }
  }, [room, scene])
  return rested === scene
}

function isMoving(words: HTMLElement): boolean {
  if (words.querySelector('.callout-waiting')) return true
  return words.getAnimations({ subtree: true }).some(({ playState }) => playState === 'running')
}
