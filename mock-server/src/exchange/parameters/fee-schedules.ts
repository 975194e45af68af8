import type { ParameterRow } from './parameter.ts'

const OF_VALUE = 'of the value of an execution'
const DAY = 'unconfirmed (the day)'
const PER_SHARE = `LEAN, InteractiveBrokersFeeModel; ${DAY}`
const PUBLIC = `LEAN, PublicFeeModel, after public.com/disclosures/fee-schedule; ${DAY}`
const ALPACA = `docs.alpaca.markets, crypto fees, as ccxt has them; the first tier as in LEAN, AlpacaFeeModel; ${DAY}`
const BINANCE = `LEAN, BinanceFeeModel: the first tier of binance.com/en/fee/schedule; ${DAY}`
const KRAKEN =
  'LEAN, KrakenFeeModel (pull request 5896 of that day): the first tier of kraken.com/features/fee-schedule'
const COINBASE = `LEAN, CoinbaseFeeModel: the first tier of coinbase.com/advanced-fees; ${DAY}`
const REBATE = 'unconfirmed: two thirds of the access fee or a little less; exchanges differ'

/** The numbers of the tiers of `cryptoTiers`, and of `publicLike` for crypto. */
export const CRYPTO_TIERS = [1, 2, 3, 4, 5, 6, 7, 8] as const
export const PUBLIC_TIERS = [1, 2, 3, 4, 5, 6] as const

/** What brokers and venues charge by the schedules that an account may have. */
export const FEE_SCHEDULE_PARAMETERS = [
  { name: 'perShareFee', value: '0.005', unit: 'USD a share', from: '2015-01-01', source: PER_SHARE },
  { name: 'perShareLeast', value: '1.00', unit: 'USD an order', from: '2015-01-01', source: PER_SHARE },
  {
    name: 'perShareMost',
    value: '0.01',
    unit: 'of the value of an order at most; below the least it counts instead',
    from: '2015-01-01',
    source:
      'interactivebrokers.co.uk, commissions on stocks, as published in 2024 or 2025; LEAN, InteractiveBrokersFeeHelper. LEAN’s older InteractiveBrokersFeeModel has 0.005; unconfirmed (the day)',
  },
  { name: 'publicExtendedHours', value: '2.99', unit: 'USD an order', from: '2025-01-01', source: PUBLIC },
  ...publicTier({ tier: 1, upTo: '10.00', fee: '0.49' }),
  ...publicTier({ tier: 2, upTo: '25.00', fee: '0.69' }),
  ...publicTier({ tier: 3, upTo: '50.00', fee: '1.19' }),
  ...publicTier({ tier: 4, upTo: '100.00', fee: '1.69' }),
  ...publicTier({ tier: 5, upTo: '250.00', fee: '3.29' }),
  ...publicTier({ tier: 6, upTo: '500.00', fee: '6.29' }),
  {
    name: 'publicCryptoShare',
    value: '0.0125',
    unit: 'of the value of a larger order',
    from: '2025-01-01',
    source: PUBLIC,
  },
  ...cryptoTier({ tier: 1, from: '0', maker: '0.0015', taker: '0.0025' }),
  ...cryptoTier({ tier: 2, from: '100000', maker: '0.0012', taker: '0.0022' }),
  ...cryptoTier({ tier: 3, from: '500000', maker: '0.0010', taker: '0.0020' }),
  ...cryptoTier({ tier: 4, from: '1000000', maker: '0.0008', taker: '0.0018' }),
  ...cryptoTier({ tier: 5, from: '10000000', maker: '0.0005', taker: '0.0015' }),
  ...cryptoTier({ tier: 6, from: '25000000', maker: '0.0002', taker: '0.0013' }),
  ...cryptoTier({ tier: 7, from: '50000000', maker: '0.0002', taker: '0.0012' }),
  ...cryptoTier({ tier: 8, from: '100000000', maker: '0.0000', taker: '0.0010' }),
  { name: 'binanceMaker', value: '0.0010', unit: OF_VALUE, from: '2018-01-01', source: BINANCE },
  { name: 'binanceTaker', value: '0.0010', unit: OF_VALUE, from: '2018-01-01', source: BINANCE },
  { name: 'krakenMaker', value: '0.0016', unit: OF_VALUE, from: '2021-09-02', source: KRAKEN },
  { name: 'krakenTaker', value: '0.0026', unit: OF_VALUE, from: '2021-09-02', source: KRAKEN },
  { name: 'coinbaseMaker', value: '0.0060', unit: OF_VALUE, from: '2023-01-01', source: COINBASE },
  { name: 'coinbaseTaker', value: '0.0080', unit: OF_VALUE, from: '2023-01-01', source: COINBASE },
  { name: 'accessRebate', value: '0.002', unit: 'USD a share', from: '2005-08-29', source: REBATE },
  { name: 'accessRebate', value: '0.0006', unit: 'USD a share', from: '2027-11-01', source: REBATE },
  { name: 'accessRebateShare', value: '0.002', unit: 'of the price', from: '2005-08-29', source: REBATE },
  { name: 'accessRebateShare', value: '0.0006', unit: 'of the price', from: '2027-11-01', source: REBATE },
] as const satisfies readonly ParameterRow[]

function publicTier<const Tier extends number>(row: {
  readonly tier: Tier
  readonly upTo: string
  readonly fee: string
}) {
  const { tier, upTo, fee } = row
  const dated = { from: '2025-01-01', source: PUBLIC }
  return [
    { name: `publicCrypto${tier}UpTo`, value: upTo, unit: 'USD: the value of an order', ...dated },
    { name: `publicCrypto${tier}Fee`, value: fee, unit: 'USD an order', ...dated },
  ] as const
}

function cryptoTier<const Tier extends number>(row: {
  readonly tier: Tier
  readonly from: string
  readonly maker: string
  readonly taker: string
}) {
  const { tier, from, maker, taker } = row
  const dated = { from: '2023-01-01', source: ALPACA }
  return [
    { name: `cryptoTier${tier}From`, value: from, unit: 'USD traded in the 30 days before', ...dated },
    { name: `cryptoTier${tier}Maker`, value: maker, unit: OF_VALUE, ...dated },
    { name: `cryptoTier${tier}Taker`, value: taker, unit: OF_VALUE, ...dated },
  ] as const
}
