import type { AssetClass } from '../../exchange/instruments/instrument.ts'
import type { Lots, Ticks } from '../../exchange/values/types.ts'

/**
 * The shape of one instrument's calm book, as data. Rates are events a second of world time; prices are
 * in ticks, quantities in lots.
 */
export interface CalmPreset {
  /** Order posts and cancels a second. */
  readonly quoteRate: number
  /** Market orders a second. */
  readonly tradeRate: number
  /** Largest move of the fundamental price in one quote event. */
  readonly stepTicks: number
  readonly spreadTicks: Ticks
  /** Distance between two levels of the flow's book. */
  readonly levelTicks: Ticks
  readonly levels: number
  /** Quantities are whole multiples of this (round lots for stocks). */
  readonly roundLots: Lots
  /** A level holds 1 to this many round lots. */
  readonly levelRounds: number
  /** A market order asks for 1 to this many round lots. */
  readonly tradeRounds: number
}

/** Share of its own distance from the reference price that the fundamental gives back at each quote event. */
export const REVERSION = 0.0005

/** Tick-relative for stocks and currencies; crypto ticks are tiny, so its steps follow the price. */
export function calmPreset(assetClass: AssetClass, referenceTicks: Ticks): CalmPreset {
  switch (assetClass) {
    case 'usEquity': {
      const wide = Math.max(1, Math.round(referenceTicks / 20_000))
      return {
        ...SHARED,
        stepTicks: wide * 1.5,
        spreadTicks: 2 * wide,
        levelTicks: wide,
        roundLots: 100,
        levelRounds: 9,
        tradeRounds: 4,
      }
    }
    case 'crypto': {
      const basisPoint = Math.max(1, Math.round(referenceTicks / 10_000))
      // One round is about five dollars' worth at any price: value of a tick times a lot is 1e-7 dollars.
      const roundLots = Math.max(1, Math.round(50_000_000 / referenceTicks))
      return {
        ...SHARED,
        stepTicks: basisPoint,
        spreadTicks: basisPoint,
        levelTicks: Math.max(1, Math.round(basisPoint / 2)),
        roundLots,
        levelRounds: 4_000,
        tradeRounds: 1_500,
      }
    }
    case 'fx':
      return {
        ...SHARED,
        stepTicks: 1.5,
        spreadTicks: 3,
        levelTicks: 1,
        roundLots: 10_000,
        levelRounds: 200,
        tradeRounds: 60,
      }
  }
}

const SHARED = { quoteRate: 3, tradeRate: 0.7, levels: 8 }

/** What market orders trade in the mean. */
export function tradingOf({ tradeRate, tradeRounds, roundLots }: CalmPreset) {
  return { lotsPerSecond: (tradeRate * (1 + tradeRounds) * roundLots) / 2, roundLots }
}
