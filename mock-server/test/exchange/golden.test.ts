import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openExchange } from './support/builders.ts'
import { goldenRun } from './support/golden-run.ts'
import { PATIENCE } from './support/property.ts'

test('the golden run of 20,000 commands gives the committed bytes', PATIENCE, () => {
  const committed: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'golden.json'), 'utf8'))
  const run = goldenRun()
  expect(run.kinds).toEqual(expect.arrayContaining(KINDS))
  expect(run).toEqual(committed)
})

/** Kinds of orders that the run has at least. */
const KINDS = [
  'allow',
  'bracket',
  'cancelBoth',
  'cancelIncoming',
  'cancelResting',
  'day',
  'decrement',
  'fok',
  'gtc',
  'gtd',
  'iceberg',
  'ioc',
  'leg',
  'limit',
  'market',
  'notional',
  'oco',
  'oto',
  'postOnly',
  'reduceOnly',
  'replacement',
  'simple',
  'stop',
  'stopLimit',
  'trailingStop',
  'transfer',
]

/** `npm run check:accounting` makes a million. */
const TRADES = Number(process.env.OPENBOURSE_TRADES ?? 100_000)

test(`invariant 12: after ${TRADES} trades every balance is exactly what whole numbers say`, PATIENCE, () => {
  const exchange = openExchange({ retention: { finishedOrders: 20 } })
  const { listings, ledger, accounts } = exchange.state
  exchange.execute({ type: 'DepositPosition', accountId: 'ann', symbol: 'BTC-USD', quantityLots: 10 ** 9 })
  exchange.execute({ type: 'Deposit', accountId: 'bob', asset: 'USD', amount: 10n ** 17n })
  const [ann, bob] = [accounts.get('ann'), accounts.get('bob')]
  if (ann === undefined || bob === undefined) throw new Error('no accounts')
  const before = [ann.balance('USD').available, bob.balance('USD').available] as const
  let [ticksTimesLots, sold] = [0, 0]
  for (let index = 0; index < TRADES / 100; index += 1) {
    // 100 resting sales of 0.1-like sizes, then one buy that sweeps them: 100 trades.
    for (let piece = 0; piece < 100; piece += 1) {
      const [priceTicks, lots] = [10_001 + ((index + piece) % 7), 1 + ((index * 3 + piece) % 3)]
      ticksTimesLots += priceTicks * lots
      sold += lots
      submit('ann', 'sell', `a${index}-${piece}`, lots, priceTicks)
    }
    submit('bob', 'buy', `b${index}`, 1_000, 20_000)
    exchange.execute({ type: 'CancelAllOrders', accountId: 'bob' })
  }
  expect(exchange.state.lastTradeNumber).toBe(TRADES)
  // A tick of 0.01 times a lot of 0.00001 is 10 units of 1e-8.
  const value = BigInt(ticksTimesLots) * 10n
  expect(ann.balance('USD')).toEqual({ available: before[0] + value, held: 0n })
  expect(bob.balance('USD')).toEqual({ available: before[1] - value, held: 0n })
  expect(ann.position('BTC-USD').availableLots).toBe(10 ** 9 + 200 - sold)
  expect(bob.position('BTC-USD')).toMatchObject({ availableLots: 200 + sold, cost: value })
  expect(ledger.external.balance('USD').available).toBe(-(3n * 10_000n * 100_000_000n + 10n ** 17n))
  expect(listings.get('BTC-USD')?.book.size).toBe(0)

  function submit(
    accountId: string,
    side: 'buy' | 'sell',
    clientOrderId: string,
    lots: number,
    price: number,
  ): void {
    const terms = { clientOrderId, symbol: 'BTC-USD', side, type: 'limit', timeInForce: 'gtc' } as const
    exchange.execute({
      type: 'SubmitOrder',
      accountId,
      terms: { ...terms, quantityLots: lots, limitPriceTicks: price },
    })
  }
})
