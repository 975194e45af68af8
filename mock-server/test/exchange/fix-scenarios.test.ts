import { describe, expect, test } from 'vitest'
import type { Command } from '../../src/exchange/commands.ts'
import type { ExchangeEvent } from '../../src/exchange/events.ts'
import type { Order } from '../../src/exchange/orders/order.ts'
import { xnys } from '../../src/exchange/sessions/xnys.ts'
import { MICROS_PER_DAY } from '../../src/exchange/values/time.ts'
import { IDS, LEFT_OUT, SCENARIOS, type Step } from './fix/scenarios.ts'
import { type Desk, ONE, openDesk } from './support/builders.ts'
import { isOrderEvent } from './support/property.ts'

const LATENCY = 1_000
const HOUR = 3_600_000_000

/** Ann is the client; bob is the market. */
function open(): Desk {
  const desk = openDesk({ calendar: xnys, dayEndReports: true, requestLatency: LATENCY })
  desk.execute({ type: 'DepositPosition', accountId: 'ann', symbol: 'XYZ', quantityLots: 100_000 })
  desk.execute({ type: 'Deposit', accountId: 'bob', asset: 'USD', amount: 1_000_000n * ONE })
  return desk
}

type Asking = readonly ['status', string]

function reportsOf(desk: Desk, step: Step): readonly string[] {
  if (step[0] !== 'status') return play(desk, step).flatMap(report)
  const order = desk.exchange.view.orderByClientId('ann', step[1])
  if (order === undefined) return [`${step[1]} is unknown`]
  const { status, filledLots, remainingLots, terms } = order
  const price = terms.limitPriceTicks === undefined ? '' : ` at ${terms.limitPriceTicks}`
  return [`${step[1]} is ${status} ${filledLots}/${remainingLots}${price}`]
}

/** How each step is said to the exchange. */
function play(desk: Desk, step: Exclude<Step, Asking>): readonly ExchangeEvent[] {
  const orderOf = (name: string) => desk.exchange.view.orderByClientId('ann', name)
  const numberOf = (name: string) => orderOf(name)?.orderNumber ?? 999
  switch (step[0]) {
    case 'new': {
      const { id = 'X', quantity = 10_000, timeInForce = 'gtc' } = step[1] ?? {}
      const terms = { clientOrderId: id, quantityLots: quantity, limitPriceTicks: 100, timeInForce }
      return desk.submit('ann', { side: 'sell', ...terms })
    }
    case 'newByAmount': {
      const terms = { clientOrderId: 'X', quantityLots: 0, notional: BigInt(step[1]) * ONE }
      return desk.submit('ann', { side: 'sell', timeInForce: 'day', ...terms })
    }
    case 'fill':
      return desk.submit('bob', { quantityLots: step[1] })
    case 'bid':
      return desk.submit('bob', { quantityLots: step[1], limitPriceTicks: 1 })
    case 'cancel':
      return desk.execute({ type: 'CancelOrder', accountId: 'ann', orderNumber: numberOf(step[1]) })
    case 'replace': {
      const [, of, clientOrderId, { quantity, price }] = step
      return desk.execute({
        type: 'ReplaceOrder',
        accountId: 'ann',
        orderNumber: numberOf(of),
        clientOrderId,
        change: {
          ...(quantity === undefined ? {} : { quantityLots: quantity }),
          ...(price === undefined ? {} : { limitPriceTicks: price }),
        },
      })
    }
    case 'arrive':
      return desk.advance(LATENCY)
    case 'night':
      return desk.advance(7 * HOUR)
    case 'morning':
      return desk.advance(17 * HOUR)
    case 'bust':
      return desk.execute({ type: 'BustTrade', tradeNumber: step[1], reason: 'wrong' })
    case 'correct':
      return desk.execute(correction(step[1], step[2]))
    case 'halt':
      return desk.execute({ type: 'HaltSymbol', symbol: 'XYZ', reason: 'news', orders: step[1] })
    case 'resume':
      return desk.execute({ type: 'ResumeSymbol', symbol: 'XYZ' })
    case 'venueCancels':
      return desk.cancel(orderOf(step[1]) as Order, 'system-failure')
    case 'meetsOwn':
      return desk.submit('ann', {
        clientOrderId: 'own',
        quantityLots: step[1],
        limitPriceTicks: 100,
        selfTradePrevention: 'decrement',
      })
    case 'split': {
      const exDay = Math.floor(desk.exchange.view.time / MICROS_PER_DAY) + 1
      const days = { exDay, recordDay: exDay, payDay: exDay }
      const terms = { type: 'split', newUnits: 2, oldUnits: 1 } as const
      return desk.execute({ type: 'DeclareCorporateAction', symbol: 'XYZ', terms, ...days })
    }
  }
}

function correction(tradeNumber: number, change: Partial<{ quantity: number; price: number }>): Command {
  const { quantity, price } = change
  return {
    type: 'CorrectTrade',
    tradeNumber,
    reason: 'wrong',
    ...(quantity === undefined ? {} : { quantityLots: quantity }),
    ...(price === undefined ? {} : { priceTicks: price }),
  }
}

function report(event: ExchangeEvent): readonly string[] {
  if (event.type === 'CommandRejected') return [`refused ${event.rejection.code}`]
  if (!isOrderEvent(event) && event.type !== 'OrderRepeated') return []
  const { accountId, terms, status, filledLots, remainingLots } = event.order
  if (accountId !== 'ann' || terms.clientOrderId === 'own') return []
  return [`${terms.clientOrderId} ${event.type} ${status} ${filledLots}/${remainingLots}`]
}

describe('order state changes of FIX appendix D', () => {
  test.each(SCENARIOS)('$id: $what', ({ steps, reports }) => {
    const desk = open()
    expect(steps.flatMap((step) => reportsOf(desk, step))).toEqual(reports)
  })

  test('each id of the list is run, or left out for a reason', () => {
    const told = [...SCENARIOS.map(({ id }) => id), ...Object.keys(LEFT_OUT)]
    expect([...told].sort()).toEqual([...IDS].sort())
    expect(new Set(told).size).toBe(told.length)
  })
})
