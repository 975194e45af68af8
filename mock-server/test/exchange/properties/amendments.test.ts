import { expect } from 'vitest'
import type { Fill } from '../../../src/exchange/events.ts'
import type { Order } from '../../../src/exchange/orders/order.ts'
import { CUSTOMERS } from '../support/builders.ts'
import { Counting, isOrderEvent, must } from '../support/property.ts'
import { sharedRuns } from '../support/shared-runs.ts'

/** What busts and corrections leave, against the fills that count after them. */

const watching = sharedRuns()

watching(
  'quantity, value and fees of an order are those of its fills that count, to the unit',
  (exchange) => {
    const counting = new Counting()
    const orders = new Map<number, Order>()
    return {
      after: (events) => {
        counting.hear(events, exchange.view.instrument)
        for (const event of events) if (isOrderEvent(event)) orders.set(event.order.orderNumber, event.order)
      },
      end: () => {
        const sums = sumsOf(counting.all())
        for (const { orderNumber, accountId } of orders.values()) {
          if (!(CUSTOMERS as readonly string[]).includes(accountId)) continue
          const order = exchange.view.order(orderNumber)
          if (order === undefined) continue
          const expected = { lots: 0, value: 0n, fees: 0n }
          for (let number: number | undefined = orderNumber; number !== undefined; ) {
            const { lots = 0, value = 0n, fees = 0n } = sums.get(number) ?? {}
            expected.lots += lots
            expected.value += value
            expected.fees += fees
            number = orders.get(number)?.replaces
          }
          const { filledLots: lots, filledValue: value, fees } = order
          expect({ lots, value, fees }).toEqual(expected)
        }
      },
    }
  },
)

function sumsOf(fills: Iterable<Fill>): Map<number, { lots: number; value: bigint; fees: bigint }> {
  const sums = new Map<number, { lots: number; value: bigint; fees: bigint }>()
  for (const { orderNumber, quantityLots, value, fee } of fills) {
    const sum = sums.get(orderNumber) ?? { lots: 0, value: 0n, fees: 0n }
    sums.set(orderNumber, {
      lots: sum.lots + quantityLots,
      value: sum.value + value,
      fees: sum.fees + fee,
    })
  }
  return sums
}

watching('the history holds every fill once: those that count, and those that do not, marked', (exchange) => {
  const counting = new Counting()
  return {
    after: (events) => counting.hear(events, exchange.view.instrument),
    end: () => {
      const all = [...counting.all()]
      for (const accountId of CUSTOMERS) {
        const own = all.filter((fill) => fill.accountId === accountId).map(({ fillNumber }) => fillNumber)
        const counted = [...exchange.view.fills(accountId)]
          .filter(({ bustedAt, correctedBy }) => bustedAt === undefined && correctedBy === undefined)
          .map(({ fillNumber }) => fillNumber)
        expect(counted.sort(ascending)).toEqual(own.sort(ascending))
      }
    },
  }
})

watching('profit less cost is what all trades that count brought in', (exchange) => {
  const counting = new Counting()
  return {
    after: (events) => counting.hear(events, exchange.view.instrument),
    end: () => {
      const brought = new Map<string, bigint>()
      for (const { accountId, symbol, side, value } of counting.all()) {
        const key = `${accountId} ${symbol}`
        brought.set(key, (brought.get(key) ?? 0n) + (side === 'sell' ? value : -value))
      }
      for (const accountId of CUSTOMERS) {
        for (const { symbol, realizedProfit, cost } of exchange.view.account(accountId)?.positions ?? []) {
          const expected = brought.get(`${accountId} ${symbol}`) ?? 0n
          // Stock that was taken out took its share of the cost along.
          must(
            realizedProfit - cost >= expected,
            () => `${accountId} ${symbol}: ${realizedProfit} less ${cost}, traded for ${expected}`,
          )
        }
      }
    },
  }
})

const ascending = (left: number, right: number): number => left - right
