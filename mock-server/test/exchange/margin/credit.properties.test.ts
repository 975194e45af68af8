import { expect } from 'vitest'
import { lotsOf } from '../../../src/exchange/accounts/margin/assessment.ts'
import { checkInvariants } from '../../../src/exchange/invariants.ts'
import { CUSTOMERS, SYMBOLS } from '../support/builders.ts'
import { Counting, must, property } from '../support/property.ts'
import { sharedRuns } from '../support/shared-runs.ts'

const BORROWERS = ['ann', 'bob']

const watching = sharedRuns(BORROWERS)

watching(
  'credit: every invariant of the exchange holds between any two commands of margin accounts',
  (exchange) => ({ after: () => checkInvariants(exchange) }),
)

watching(
  'credit: a position is the sum of its signed fills that count, and profit less cost what they paid',
  (exchange) => {
    const deposited = new Map<string, number>()
    // Stock that is taken away, or given to whoever owes it, takes its cost along without a trade.
    const moved = new Set<string>()
    const counting = new Counting()
    let lots = new Map<string, number>()
    let paid = new Map<string, bigint>()
    const key = (accountId: string, symbol: string) => `${accountId} ${symbol}`
    const count = () => {
      lots = new Map(deposited)
      paid = new Map()
      for (const { accountId, symbol, side, quantityLots, value } of counting.all()) {
        const at = key(accountId, symbol)
        lots.set(at, (lots.get(at) ?? 0) + (side === 'buy' ? quantityLots : -quantityLots))
        paid.set(at, (paid.get(at) ?? 0n) + (side === 'buy' ? -value : value))
      }
    }
    for (const accountId of CUSTOMERS)
      for (const symbol of SYMBOLS) deposited.set(key(accountId, symbol), 200)
    count()
    return {
      after: (events, command) => {
        const isDeposit = command.type === 'DepositPosition' && events[0]?.type !== 'CommandRejected'
        if (isDeposit) {
          const at = key(command.accountId, command.symbol)
          deposited.set(at, (deposited.get(at) ?? 0) + command.quantityLots)
          moved.add(at)
        }
        if (counting.hear(events, exchange.view.instrument) || isDeposit) count()
        for (const account of exchange.state.accounts.values()) {
          if (account.kind !== 'customer') continue
          for (const [symbol, { realizedProfit, cost }] of account.positions) {
            const at = key(account.accountId, symbol)
            const [has, expected] = [lotsOf(account, symbol), lots.get(at)]
            must(has === expected, () => `${at}: ${has}, not ${expected}`)
            const isKept = moved.has(at) || realizedProfit - cost === (paid.get(at) ?? 0n)
            must(isKept, () => `${at}: ${realizedProfit} profit at a cost of ${cost}, paid ${paid.get(at)}`)
          }
        }
      },
    }
  },
)

property(
  'credit: a drained book counts nothing against anybody, and holds and lends nothing but what is short',
  (exchange) => ({
    end: () => {
      for (const accountId of exchange.state.accounts.keys())
        exchange.execute({ type: 'CancelAllOrders', accountId })
      for (const account of exchange.state.accounts.values()) {
        for (const { held } of account.balances.values()) expect(held).toBe(0n)
        for (const { heldLots } of account.positions.values()) expect(heldLots).toBe(0)
        for (const [symbol, { buy, sell, borrowedLots }] of account.margin?.exposures ?? []) {
          expect([buy.lots, buy.value, buy.fees, sell.lots, sell.value, sell.fees]).toEqual([
            0,
            0n,
            0n,
            0,
            0n,
            0n,
          ])
          expect(borrowedLots).toBe(Math.max(0, -lotsOf(account, symbol)))
        }
      }
    },
  }),
  BORROWERS,
)

property(
  'credit: what a reject suggests is accepted',
  (exchange) => {
    let tried = 0
    return {
      after: (events, command) => {
        if (command.type !== 'SubmitOrder' || !BORROWERS.includes(command.accountId)) return
        const [refused] = events
        if (refused?.type !== 'OrderRejected' || refused.rejection.suggestion === undefined) return
        const { pointer, suggestion, code } = refused.rejection
        if (pointer !== '/quantity' || code === 'quantity-out-of-bounds') return
        const { terms } = command
        const listing = exchange.state.listings.get(terms.symbol)
        const scale = listing?.instrument.lotSize === '1' ? 1 : 100_000
        tried += 1
        const [again] = exchange.execute({
          ...command,
          terms: {
            ...terms,
            clientOrderId: `again${tried}-${terms.clientOrderId}`,
            quantityLots: Math.round(Number(suggestion) * scale),
            ...(terms.takeProfit && {
              takeProfit: {
                ...terms.takeProfit,
                clientOrderId: `again${tried}-${terms.takeProfit.clientOrderId}`,
              },
            }),
            ...(terms.stopLoss && {
              stopLoss: { ...terms.stopLoss, clientOrderId: `again${tried}-${terms.stopLoss.clientOrderId}` },
            }),
          },
        })
        must(
          again?.type !== 'OrderRejected',
          () =>
            `${code}: ${suggestion} was refused too: ${JSON.stringify(again, (_key, item) => (typeof item === 'bigint' ? `${item}` : item))}`,
        )
      },
    }
  },
  BORROWERS,
)
