import { useQuery } from '@tanstack/react-query'
import type { CollectionId, FeatureOf } from '../../server/domain/collections.ts'
import { fetchCollection, fetchFeature, fetchLedger, fetchPlan, fetchSearchIndex } from './client.ts'

/** The server's answers as the components ask for them; each is fetched once and kept. */
export const usePlan = () => useQuery({ queryKey: ['plan'], queryFn: ({ signal }) => fetchPlan(signal) })

export const useLedger = () => useQuery({ queryKey: ['ledger'], queryFn: ({ signal }) => fetchLedger(signal) })

export const useSearchIndex = (enabled: boolean) =>
  useQuery({ queryKey: ['search-index'], queryFn: ({ signal }) => fetchSearchIndex(signal), enabled })

export const useCollection = <Id extends CollectionId>(id: Id) =>
  useQuery({ queryKey: ['collection', id], queryFn: ({ signal }) => fetchCollection(id, signal) })

export const useFeature = <Id extends CollectionId>(collection: Id | null, id: string) =>
  useQuery<FeatureOf<Id>>({
    queryKey: ['feature', collection, id],
    queryFn: ({ signal }) => fetchFeature(collection as Id, id, signal),
    enabled: collection !== null,
  })
