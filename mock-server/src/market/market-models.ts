import { CalmFlow } from './calm/calm-flow.ts'
import { LiveFlow } from './flow/live-flow.ts'
import { FLOW_PRESETS, type FlowPresetName, presetNameFor } from './flow/presets.ts'
import { type GbmLaw, GbmPath } from './quoted/gbm-path.ts'
import { QuotedSymbol } from './quoted/quoted-symbol.ts'
import { type PriceScript, scriptedPath } from './quoted/scripted-path.ts'
import { Random } from './random.ts'
import type { MarketModel } from './symbol-source.ts'
import { WithAuctions } from './with-auctions.ts'

/** Individual limit orders, cancels and market orders with the statistics of recorded markets. */
export interface OrderFlowMarket {
  readonly model: 'orderFlow'
  /** Of single symbols. @default by asset class; stocks below 50 dollars have a spread of one tick */
  readonly presets?: Readonly<Record<string, FlowPresetName>>
}

/** Quotes around a price that follows plain geometric Brownian motion. No trades but those of customers and auctions. */
export interface GbmMarket extends GbmLaw {
  readonly model: 'gbm'
}

/** Quotes around prices that a test decides. No trades but those of customers and auctions. */
export interface ScriptedPriceMarket {
  readonly model: 'scripted'
  /** By symbol; one that is not named stays where it starts. */
  readonly prices: Readonly<Record<string, PriceScript>>
}

/** A book of eight levels that moves slowly. */
export interface CalmMarket {
  readonly model: 'calm'
}

export type MarketChoice = CalmMarket | OrderFlowMarket | GbmMarket | ScriptedPriceMarket

/** Models that need no more than their name. */
export const MARKET_NAMES = ['calm', 'orderFlow', 'gbm'] as const
export type MarketName = (typeof MARKET_NAMES)[number]

/** Where its symbol has auctions, a market takes part in them. */
export function marketModel(choice: MarketChoice): MarketModel {
  const model = continuousModel(choice)
  return (options) => {
    const { calendar, market } = options
    const source = model(options)
    const hasAuctions = market.instrument.assetClass === 'usEquity' && calendar?.auctions !== undefined
    return hasAuctions ? new WithAuctions(source, calendar, options) : source
  }
}

function continuousModel(choice: MarketChoice): MarketModel {
  switch (choice.model) {
    case 'calm':
      return (options) => new CalmFlow(options)
    case 'orderFlow':
      return (options) => {
        const { instrument, referenceTicks } = options.market
        const name =
          choice.presets?.[instrument.symbol] ?? presetNameFor(instrument.assetClass, referenceTicks)
        return new LiveFlow(FLOW_PRESETS[name](referenceTicks), options)
      }
    case 'gbm':
      return ({ market, seed, world, startTime }) => {
        const random = Random.stream(seed, world, 'gbm', market.instrument.symbol)
        return new QuotedSymbol(market, new GbmPath(choice, random, market.referenceTicks, startTime))
      }
    case 'scripted':
      return ({ market, startTime }) => {
        const { instrument, referenceTicks } = market
        const script = choice.prices[instrument.symbol]
        return new QuotedSymbol(market, scriptedPath(script, instrument, referenceTicks, startTime))
      }
  }
}
