import { useCallback, useMemo } from 'react'
import { useAtlas } from '../../state/atlas-context.tsx'
import { readInvest, reduceInvest, writeInvest, type InvestAction, type InvestState } from '../../state/invest-state.ts'

/** The investor's part of the link, read and written. */
export function useInvest(): { invest: InvestState; act: (...actions: InvestAction[]) => void } {
  const { state, dispatch } = useAtlas()
  const invest = useMemo(() => readInvest(state.invest), [state.invest])
  const act = useCallback(
    (...actions: InvestAction[]) =>
      dispatch({
        type: 'invest',
        change: (text) => writeInvest(actions.reduce(reduceInvest, readInvest(text))),
      }),
    [dispatch],
  )
  return { invest, act }
}
