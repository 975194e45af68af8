import type { AssetClass } from '../../exchange/instruments/instrument.ts'
import type { Ticks } from '../../exchange/values/types.ts'
import type { FactorLaw } from './factor.ts'
import type { FlowPreset } from './preset.ts'

/** Trades come in bursts of a second, and busy hours follow busy hours. */
const STOCK_ACTIVITY: readonly FactorLaw[] = [
  { seconds: 1, variance: 2.25 },
  { seconds: 8, variance: 0.15 },
]

/** Days differ. */
const STOCK_UNREST: readonly FactorLaw[] = [{ seconds: 100_000, variance: 0.2 }]

/** Makers who keep the spread at one tick: bid and ask on both sides of the fundamental price. */
const ONE_TICK = {
  halfSpreadTicks: 0,
  breath: { seconds: 20, variance: 0 },
  withdrawShare: 0,
} as const

/**
 * Order flows set by hand until their statistics came near those of recorded markets; docs/realism says how near, and
 * which facts they miss.
 */
export const FLOW_PRESETS = {
  /** Like IBM in 2013: a spread of some ticks, thin queues. */
  smallTickStock: (referenceTicks: Ticks): FlowPreset => {
    const basisPoint = referenceTicks / 10_000
    return {
      eventsPerSecond: 20,
      marketShare: 0.043,
      cancelShare: 0.49,
      activity: STOCK_ACTIVITY,
      unrest: STOCK_UNREST,
      leverage: 0.5,
      fundamental: {
        ticksPerSecond: 0.6 * basisPoint,
        commonShare: 0.4,
        newsShare: 0.005,
        impactTicks: 0.33 * basisPoint,
        newsSizes: 'normal',
      },
      signs: { metaorders: 6, lengthExponent: 1.5, repeat: 0.26, foresight: 0.72 },
      quoting: {
        halfSpreadTicks: 0.9 * basisPoint,
        breath: { seconds: 20, variance: 0.62 },
        withdrawShare: 0.5,
        withdrawTicks: 0,
        withdrawMost: 4,
        slackTicks: Math.max(1, Math.round(1.1 * basisPoint)),
        reactionMicros: 3_000,
        reactionOrders: 1,
        follows: false,
        bestSizeFactor: 1,
      },
      placement: { atBest: 0.4, inside: 0.08, exponent: 0.9, scaleTicks: 4, deepestTicks: 120 },
      cancellation: { crowd: 240, patienceSeconds: 5, restTicks: 5 },
      limitSizes: { roundLots: 100, exponent: 1.8, maximumRounds: 50 },
      marketSizes: { roundLots: 100, exponent: 1.4, maximumRounds: 100 },
      sweepShare: 0.1,
      tradedShare: 0.55,
      ladder: { levels: 20, gapTicks: 1, ordersPerLevel: 2, lots: 400 },
    }
  },
  /** Like Bank of America in 2013: always one tick, long queues. */
  largeTickStock: (): FlowPreset => ({
    eventsPerSecond: 24,
    marketShare: 0.046,
    cancelShare: 0.45,
    activity: [
      { seconds: 1.8, variance: 3.15 },
      { seconds: 8, variance: 0.15 },
      { seconds: 60, variance: 0.1 },
    ],
    unrest: STOCK_UNREST,
    leverage: 0.5,
    fundamental: {
      ticksPerSecond: 0.13,
      commonShare: 0.38,
      newsShare: 0.1,
      impactTicks: 0.077,
      newsSizes: 'normal',
    },
    signs: { metaorders: 4, lengthExponent: 1.3, repeat: 0.4, foresight: 0.85 },
    quoting: {
      ...ONE_TICK,
      withdrawTicks: -0.39,
      withdrawMost: 60,
      slackTicks: 0,
      reactionMicros: 2_000,
      reactionOrders: 4,
      follows: false,
      bestSizeFactor: 1,
    },
    placement: { atBest: 0.43, inside: 0, exponent: 1, scaleTicks: 2, deepestTicks: 40 },
    cancellation: { crowd: 700, patienceSeconds: 5, restTicks: 4 },
    limitSizes: { roundLots: 100, exponent: 1.2, maximumRounds: 100 },
    marketSizes: { roundLots: 100, exponent: 1.2, maximumRounds: 60 },
    sweepShare: 0.02,
    ladder: { levels: 15, gapTicks: 1, ordersPerLevel: 8, lots: 800 },
  }),
  /** Like BTC-USDT at Binance in 2024: a tick that hardly counts, price moves of hundreds of them. */
  cryptoMajor: (referenceTicks: Ticks): FlowPreset => {
    const basisPoint = Math.max(1, referenceTicks / 10_000)
    const gapTicks = Math.max(1, Math.round(basisPoint / 20))
    // One round is about five dollars' worth at any price: value of a tick times a lot is 1e-7 dollars.
    const roundLots = Math.max(1, Math.round(50_000_000 / referenceTicks))
    return {
      eventsPerSecond: 50,
      marketShare: 0.22,
      cancelShare: 0.37,
      activity: [
        { seconds: 0.6, variance: 0.82 },
        { seconds: 6, variance: 0.1 },
      ],
      unrest: [
        { seconds: 240, variance: 0.75 },
        { seconds: 3_600, variance: 0.8 },
        { seconds: 28_800, variance: 0.7 },
      ],
      leverage: 0.3,
      fundamental: {
        ticksPerSecond: 1.1 * basisPoint,
        commonShare: 0.33,
        newsShare: 0.015,
        impactTicks: 0.1 * basisPoint,
        newsSizes: 'cubic',
      },
      signs: { metaorders: 2, lengthExponent: 1.57, repeat: 0.15, foresight: 0.72 },
      quoting: {
        ...ONE_TICK,
        withdrawTicks: -0.5,
        withdrawMost: 200,
        slackTicks: 0,
        reactionMicros: 300,
        reactionOrders: 2,
        follows: true,
        bestSizeFactor: 4.5,
      },
      placement: {
        atBest: 0.35,
        inside: 0,
        exponent: 3.5,
        scaleTicks: 180 * gapTicks,
        deepestTicks: 400 * gapTicks,
      },
      cancellation: { crowd: 2_500, patienceSeconds: 5, restTicks: 5 * gapTicks },
      limitSizes: { roundLots, exponent: 1.2, maximumRounds: 20_000 },
      marketSizes: { roundLots, exponent: 1, maximumRounds: 50_000 },
      sweepShare: 0.15,
      ladder: { levels: 40, gapTicks: 5 * gapTicks, ordersPerLevel: 2, lots: 40 * roundLots },
    }
  },
  /** Like EUR/USD between banks. */
  fxMajor: (referenceTicks: Ticks): FlowPreset => ({
    eventsPerSecond: 8,
    marketShare: 0.05,
    cancelShare: 0.48,
    activity: [
      { seconds: 0.8, variance: 0.9 },
      { seconds: 5, variance: 0.2 },
      { seconds: 50, variance: 0.35 },
      { seconds: 500, variance: 0.25 },
      { seconds: 3_000, variance: 0.2 },
    ],
    unrest: [
      { seconds: 1_200, variance: 0.3 },
      { seconds: 14_400, variance: 1.6 },
    ],
    leverage: 0,
    fundamental: {
      ticksPerSecond: (0.14 * referenceTicks) / 10_000,
      commonShare: 0.3,
      newsShare: 0.2,
      impactTicks: 0.5,
      newsSizes: 'normal',
    },
    signs: { metaorders: 6, lengthExponent: 1.5, repeat: 0.25, foresight: 0.1 },
    quoting: {
      halfSpreadTicks: 0.8,
      breath: { seconds: 20, variance: 0.15 },
      withdrawShare: 0.3,
      withdrawTicks: 0,
      withdrawMost: 4,
      slackTicks: 1,
      reactionMicros: 5_000,
      reactionOrders: 1,
      follows: false,
      bestSizeFactor: 1,
    },
    placement: { atBest: 0.4, inside: 0.05, exponent: 1, scaleTicks: 3, deepestTicks: 60 },
    cancellation: { crowd: 160, patienceSeconds: 5, restTicks: 5 },
    limitSizes: { roundLots: 100_000, exponent: 1.3, maximumRounds: 100 },
    marketSizes: { roundLots: 100_000, exponent: 1.5, maximumRounds: 50 },
    sweepShare: 0.05,
    ladder: { levels: 15, gapTicks: 1, ordersPerLevel: 2, lots: 1_000_000 },
  }),
} as const satisfies Record<string, (referenceTicks: Ticks) => FlowPreset>

export type FlowPresetName = keyof typeof FLOW_PRESETS

export const FLOW_PRESET_NAMES = ['smallTickStock', 'largeTickStock', 'cryptoMajor', 'fxMajor'] as const

/** A stock below so many ticks has a spread of one. */
const LARGE_TICK_BELOW = 5_000

/** The preset for what is known of an instrument. */
export function presetNameFor(assetClass: AssetClass, referenceTicks: Ticks): FlowPresetName {
  switch (assetClass) {
    case 'usEquity':
      return referenceTicks < LARGE_TICK_BELOW ? 'largeTickStock' : 'smallTickStock'
    case 'crypto':
      return 'cryptoMajor'
    case 'fx':
      return 'fxMajor'
  }
}
