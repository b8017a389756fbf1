import { create } from 'zustand'

/** What of the imported layers is open on the screen: a table, and nothing else that a link should bring back. */
export const useDataView = create<{ tableOf: string | null }>(() => ({ tableOf: null }))

export function openTable(id: string | null): void {
  useDataView.setState({ tableOf: id })
}
