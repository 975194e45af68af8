import { expect } from 'vitest'
import type { InspectableExchange } from '../../../src/exchange/create-exchange.ts'
import { CUSTOMERS, SYMBOLS } from '../support/builders.ts'
import { Counting, fillsOf, must, pairsOf, property } from '../support/property.ts'
import { sharedRuns, type Watched } from '../support/shared-runs.ts'

const watching = sharedRuns()

watching(
  'invariant 1: cash and reserved over all accounts, fee pool, external and issuer accounts are constant',
  (exchange) => ({
    after: () => {
      for (const [asset, total] of cashTotals(exchange))
        must(total === 0n, () => `${total} ${asset} are too many`)
    },
  }),
)

watching(
  'invariant 2: positions of a symbol sum to zero with the market makers and the issuer included',
  (exchange) => ({
    after: () => {
      for (const symbol of SYMBOLS) {
        let total = 0
        for (const { positions } of everyone(exchange)) {
          const position = positions.get(symbol)
          total += (position?.availableLots ?? 0) + (position?.heldLots ?? 0)
        }
        must(total === 0, () => `${total} lots of ${symbol} are too many`)
      }
    },
  }),
)

watching(
  'invariant 3: a position is the sum of its signed fills that count and of its deposits',
  (exchange) => {
    const deposited = new Map<string, number>()
    const counting = new Counting()
    const add = (key: string, lots: number, to = deposited) => to.set(key, (to.get(key) ?? 0) + lots)
    for (const accountId of CUSTOMERS) for (const symbol of SYMBOLS) add(`${accountId} ${symbol}`, 200)
    const count = () => {
      const lots = new Map(deposited)
      for (const { accountId, symbol, side, quantityLots } of counting.all()) {
        add(`${accountId} ${symbol}`, side === 'buy' ? quantityLots : -quantityLots, lots)
      }
      return lots
    }
    let expected = count()
    return {
      after: (events, command) => {
        const isDeposit = command.type === 'DepositPosition' && events[0]?.type !== 'CommandRejected'
        if (isDeposit) add(`${command.accountId} ${command.symbol}`, command.quantityLots)
        if (counting.hear(events, exchange.view.instrument) || isDeposit) expected = count()
        for (const accountId of CUSTOMERS) {
          for (const { symbol, availableLots, heldLots } of exchange.view.account(accountId)?.positions ??
            []) {
            const lots = expected.get(`${accountId} ${symbol}`)
            must(
              availableLots + heldLots === lots,
              () => `${accountId} ${symbol}: ${availableLots + heldLots}, not ${lots}`,
            )
          }
        }
      },
    }
  },
)

watching(
  'invariant 4: available is never negative, and only a bust or a correction leaves less than nothing',
  (exchange) => {
    const owed = new Map<string, number>()
    return {
      after: (_events, { type }) => {
        const isReversal = type === 'BustTrade' || type === 'CorrectTrade'
        for (const { accountId, balances, positions } of exchange.state.accounts.values()) {
          const check = (what: string, available: number, held: number) => {
            const least = isReversal ? available : Math.min(0, owed.get(`${accountId} ${what}`) ?? 0)
            const numbers = () => `${accountId} ${what}: ${available} available, ${held} held, ${least} owed`
            must(available >= least && held >= 0, numbers)
            owed.set(`${accountId} ${what}`, available)
          }
          for (const [asset, { available, held }] of balances) check(asset, Number(available), Number(held))
          for (const [symbol, { availableLots, heldLots }] of positions)
            check(symbol, availableLots, heldLots)
        }
      },
    }
  },
)

property('invariant 11: reserves are released exactly once on cancel, fill and expiry', (exchange) => {
  const worth = () => [...cashTotalsByAccount(exchange)]
  return {
    end: () => {
      const before = worth()
      const lots = stockByAccount(exchange)
      for (const accountId of exchange.state.accounts.keys()) {
        exchange.execute({ type: 'CancelAllOrders', accountId })
      }
      expect(worth()).toEqual(before)
      expect(stockByAccount(exchange)).toEqual(lots)
      for (const { balances, positions } of everyone(exchange)) {
        for (const { held } of balances.values()) expect(held).toBe(0n)
        for (const { heldLots } of positions.values()) expect(heldLots).toBe(0)
      }
      for (const symbol of SYMBOLS) {
        expect(exchange.view.best(symbol)).toEqual({ bidTicks: null, bidLots: 0, askTicks: null, askLots: 0 })
      }
    },
  }
})

watching('invariant 12: prices and quantities are whole ticks and lots, values whole units', () => ({
  after: (events) => {
    for (const { priceTicks, quantityLots, value, fee } of fillsOf(events)) {
      for (const whole of [priceTicks, quantityLots])
        must(Number.isSafeInteger(whole) && whole > 0, () => `${whole} is no whole number above 0`)
      for (const units of [value, fee])
        must(typeof units === 'bigint', () => `${units} is no number of whole units`)
    }
  },
}))

watching(
  'invariant 13: fees are the schedule of each fill to the last unit; rounding makes no money',
  (exchange) => {
    const counting = new Counting()
    let total = 0n
    return {
      after: (events) => {
        for (const { maker, taker } of pairsOf(fillsOf(events))) {
          const [makers, takers] = [(maker.value * 1n) / 10_000n, (taker.value * 3n) / 10_000n]
          must(maker.fee === makers, () => `maker ${maker.fillNumber} pays ${maker.fee}, not ${makers}`)
          must(taker.fee === takers, () => `taker ${taker.fillNumber} pays ${taker.fee}, not ${takers}`)
        }
        if (counting.hear(events, exchange.view.instrument)) {
          total = 0n
          for (const { fee } of counting.all()) total += fee
        }
        const pool = exchange.state.ledger.feePool.balances.get('USD')?.available ?? 0n
        must(pool === total, () => `the pool has ${pool}, fees were ${total}`)
      },
    }
  },
)

function everyone(exchange: Watched) {
  return [...exchange.state.ledger.systemAccounts, ...exchange.state.accounts.values()]
}

function cashTotals(exchange: Watched): Map<string, bigint> {
  const totals = new Map<string, bigint>()
  for (const { balances } of everyone(exchange)) {
    for (const [asset, { available, held }] of balances) {
      totals.set(asset, (totals.get(asset) ?? 0n) + available + held)
    }
  }
  return totals
}

function cashTotalsByAccount(exchange: InspectableExchange): Map<string, bigint> {
  return new Map(
    everyone(exchange).map(({ accountId, balances }) => {
      const usd = balances.get('USD')
      return [accountId, (usd?.available ?? 0n) + (usd?.held ?? 0n)]
    }),
  )
}

function stockByAccount(exchange: InspectableExchange): readonly (readonly [string, number])[] {
  return everyone(exchange).flatMap(({ accountId, positions }) =>
    [...positions].map(([symbol, position]): [string, number] => [
      `${accountId} ${symbol}`,
      position.availableLots + position.heldLots,
    ]),
  )
}
