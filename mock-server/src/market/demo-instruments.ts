import type { AssetClass, Instrument } from '../exchange/instruments/instrument.ts'
import type { Ticks } from '../exchange/values/types.ts'
import { Random } from './random.ts'

/** An instrument and the price around which its background flow starts. */
export interface MarketInstrument {
  readonly instrument: Instrument
  readonly referenceTicks: Ticks
}

type Listing = readonly [symbol: string, name: string, referenceTicks: Ticks]

const STOCKS: readonly Listing[] = [
  ['AAPL', 'Apple Inc.', 22_750],
  ['AMZN', 'Amazon.com, Inc.', 18_620],
  ['BRK.B', 'Berkshire Hathaway Inc. Class B', 45_310],
  ['MSFT', 'Microsoft Corporation', 41_840],
  ['NVDA', 'NVIDIA Corporation', 13_260],
  ['TSLA', 'Tesla, Inc.', 24_980],
]
const CRYPTO: readonly Listing[] = [
  ['BTC-USD', 'Bitcoin', 6_425_000],
  ['ETH-USD', 'Ether', 342_500],
  ['SOL-USD', 'Solana', 15_250],
]
const CURRENCIES: readonly Listing[] = [
  ['AUD-USD', 'Australian dollar', 66_210],
  ['EUR-USD', 'Euro', 108_450],
  ['GBP-USD', 'Pound sterling', 127_320],
]

/** Steps and bounds of each asset class; one tick times one lot is never finer than 1e-8 dollars. */
const DEFAULTS = {
  usEquity: {
    tickSize: '0.01',
    lotSize: '1',
    maximumPriceTicks: 100_000_000,
    maximumQuantityLots: 10_000_000,
  },
  crypto: {
    tickSize: '0.01',
    lotSize: '0.00001',
    maximumPriceTicks: 1_000_000_000,
    maximumQuantityLots: 1_000_000_000,
  },
  fx: { tickSize: '0.00001', lotSize: '1', maximumPriceTicks: 10_000_000, maximumQuantityLots: 100_000_000 },
} as const satisfies Record<AssetClass, object>

/** The demo world: six US stocks, three crypto assets, three currency pairs, all quoted in dollars. */
export function demoInstruments(): MarketInstrument[] {
  return [
    ...STOCKS.map((listing) => market('usEquity', listing)),
    ...CRYPTO.map((listing) => market('crypto', listing)),
    ...CURRENCIES.map((listing) => market('fx', listing)),
  ]
}

/** The demo world's instrument of that name, or a stock with a reference price that follows from the name. */
export function instrumentFor(symbol: string): MarketInstrument {
  const known = demoInstruments().find((entry) => entry.instrument.symbol === symbol)
  if (known !== undefined) return known
  const cents = 2_000 + Random.stream(0, 'demo', 'reference-price', symbol).below(38_000)
  return market('usEquity', [symbol, symbol, cents])
}

/** A US stock with a stock's defaults, as replays of recorded US data list it. */
export function stockInstrument(symbol: string): Instrument {
  return market('usEquity', [symbol, symbol, 1]).instrument
}

function market(assetClass: AssetClass, [symbol, name, referenceTicks]: Listing): MarketInstrument {
  const instrument: Instrument = {
    symbol,
    name,
    assetClass,
    quoteAsset: 'USD',
    minimumPriceTicks: 1,
    minimumQuantityLots: 1,
    ...DEFAULTS[assetClass],
  }
  return { instrument, referenceTicks }
}
