import { useEffect, useState } from 'react'
import { hasOwnData } from './state/own-data.ts'
import { useWorkbench } from './state/workbench.ts'

/**
 * Is what the reader brings along wanted: is there any from before, is its tab open, has a file been dragged in?
 * Until then its scripts are not fetched. Files dropped anywhere wait on the workbench.
 */
export function useDataDesk(isTabOpen: boolean): boolean {
  const [isWanted, setWanted] = useState(hasOwnData)
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const onDrag = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setWanted(true)
    }
    const onDrop = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setWanted(true)
      const files = [...(event.dataTransfer?.files ?? [])]
      useWorkbench.setState(({ dropped }) => ({ dropped: [...dropped, ...files] }))
    }
    window.addEventListener('dragover', onDrag)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onDrag)
      window.removeEventListener('drop', onDrop)
    }
  }, [])
  // What was brought in stays on the map when the reader goes on to another tab.
  if (isTabOpen && !isWanted) setWanted(true)
  return isWanted || isTabOpen
}
