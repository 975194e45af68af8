import type { Position } from '../accounts/position.ts'
import type { TradeSide } from '../trades/trade-register.ts'

type Change = Pick<TradeSide, 'costChange' | 'profitChange'>

/**
 * Called before a trade is posted; the answer, called afterwards, says what that changed for the maker and the taker.
 * Of two sides in one position the first stands for both.
 */
export function watchPositions(maker: Position, taker: Position): () => readonly [Change, Change] {
  const { cost: makerCost, realizedProfit: makerProfit } = maker
  const { cost: takerCost, realizedProfit: takerProfit } = taker
  return () => [
    { costChange: maker.cost - makerCost, profitChange: maker.realizedProfit - makerProfit },
    maker === taker
      ? { costChange: 0n, profitChange: 0n }
      : { costChange: taker.cost - takerCost, profitChange: taker.realizedProfit - takerProfit },
  ]
}
