import { expect, test } from 'vitest'
import type { Fill } from '../../../src/exchange/events.ts'
import { checkInvariants } from '../../../src/exchange/invariants.ts'
import { FLOW, type Keeping, ONE, openCustomer, openExchange, SYMBOLS } from '../support/builders.ts'
import { Xoshiro } from '../support/xoshiro.ts'

/** `npm run check:accounting` runs a million. */
const TRADES = Number(process.env.OPENBOURSE_TRADES ?? 20_000)
const HOUR = 3_600_000_000
const MINIMUM_STEPS_A_TRADE = 50

/** Every way in which an account can be kept. */
const PEOPLE: readonly Keeping[] = [
  { fees: ['usRetail', 'cryptoTiers'], costBasis: 'fifo' },
  { fees: ['perShare', 'cryptoTiers'], settlementRules: 'strict' },
  { fees: ['publicLike'], costBasis: 'fifo' },
  { fees: ['exchangeRebates', 'krakenLike'] },
  { fees: ['perShare'], accountType: 'margin', costBasis: 'fifo' },
  { accountType: 'margin', costBasis: 'fifo' },
]

/** What the fills of one account come to, counted by hand. */
class Tally {
  cash = 0n
  fees = 0n
  readonly lots = new Map<string, number>()
  /** Received less paid. */
  readonly proceeds = new Map<string, bigint>()

  add({ side, symbol, value, fee, quantityLots }: Fill): void {
    const [money, lots] = side === 'buy' ? [-value, quantityLots] : [value, -quantityLots]
    this.cash += money - fee
    this.fees += fee
    this.lots.set(symbol, (this.lots.get(symbol) ?? 0) + lots)
    this.proceeds.set(symbol, (this.proceeds.get(symbol) ?? 0n) + money)
  }
}

test(`${TRADES} random trades with fees, lots and settlement end in exact equality`, {
  timeout: 900_000,
}, () => {
  const exchange = openExchange({ retention: { finishedOrders: 50 } })
  const random = new Xoshiro(7)
  const below = (bound: number) => random.below(bound)
  const names = PEOPLE.map((options, index) => {
    const accountId = `p${index}`
    openCustomer(exchange, accountId, { dollars: 1_000_000n, ...options })
    return accountId
  })
  const tallies = new Map([...names, FLOW].map((accountId) => [accountId, new Tally()]))
  let [trades, steps] = [0, 0]
  while (trades < TRADES && steps < MINIMUM_STEPS_A_TRADE * TRADES) {
    steps += 1
    const accountId = (below(8) === 0 ? FLOW : names[below(names.length)]) ?? FLOW
    const symbol = SYMBOLS[below(2)] ?? 'XYZ'
    const events =
      below(200) === 0
        ? exchange.execute({ type: 'CancelAllOrders', accountId })
        : below(300) === 0
          ? exchange.execute({ type: 'AdvanceTo', time: exchange.view.time + below(5) * HOUR })
          : exchange.execute({
              type: 'SubmitOrder',
              accountId,
              terms: {
                clientOrderId: `o${steps}`,
                symbol,
                side: below(2) === 0 ? 'buy' : 'sell',
                type: 'limit',
                timeInForce: below(3) === 0 ? 'gtc' : 'ioc',
                quantityLots: 1 + below(40),
                limitPriceTicks: 9_900 + below(200),
              },
            })
    for (const event of events) {
      if (event.type === 'TradePrinted') trades += 1
      if (event.type === 'OrderFilled') tallies.get(event.fill.accountId)?.add(event.fill)
    }
  }
  expect(trades).toBeGreaterThanOrEqual(TRADES)
  for (const accountId of [...names, FLOW]) exchange.execute({ type: 'CancelAllOrders', accountId })
  exchange.execute({ type: 'AdvanceTo', time: exchange.view.time + 10 * 24 * HOUR })
  checkInvariants(exchange)
  let fees = 0n
  for (const [accountId, tally] of tallies) {
    fees += tally.fees
    if (accountId === FLOW) continue
    const account = exchange.view.account(accountId)
    const balances = [...(account?.balances ?? [])]
    expect(balances).toEqual([
      { asset: 'USD', available: 1_000_000n * ONE + tally.cash, held: 0n, unsettled: 0n },
    ])
    for (const position of account?.positions ?? []) {
      const { symbol, availableLots, heldLots, unsettledLots, realizedProfit, cost } = position
      expect([availableLots, heldLots, unsettledLots]).toEqual([tally.lots.get(symbol) ?? 0, 0, 0])
      expect(realizedProfit - cost).toBe(tally.proceeds.get(symbol) ?? 0n)
    }
  }
  expect(exchange.state.ledger.feePool.balance('USD').available).toBe(fees)
})
