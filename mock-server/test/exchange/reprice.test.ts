import { describe, expect, test } from 'vitest'
import { stateHash } from '../../src/exchange/canonical.ts'
import { restoreExchange } from '../../src/exchange/create-exchange.ts'
import type { ExchangeEvent } from '../../src/exchange/events.ts'
import { xnys } from '../../src/exchange/sessions/xnys.ts'
import { Desk, ONE, openExchange, openDesk as openPlainDesk } from './support/builders.ts'

/** An exchange that moves limits which may not stand rather than refuse them. */

const OPTIONS = { calendar: xnys, volatility: { priceBands: true, beyondBands: 'reprice' } } as const
const DAY = 86_400_000_000
const SECOND = 1_000_000

/** XYZ trades at 100.00, within 95.00 and 105.00. */
function openBanded(): Desk {
  const desk = new Desk(openExchange(OPTIONS))
  desk.limit('bob', 'sell', 1, 10_000)
  desk.limit('ann', 'buy', 1, 10_000)
  return desk
}

function told(events: readonly ExchangeEvent[]) {
  return events.flatMap((event) => {
    if (event.type !== 'OrderAccepted' && event.type !== 'OrderRestated' && event.type !== 'OrderFilled')
      return []
    const { terms, filledLots } = event.order
    const why = event.type === 'OrderRestated' ? ` ${event.reason}` : ''
    return [`${event.type} ${terms.limitPriceTicks} ${filledLots}${why}`]
  })
}

describe('a limit beyond its price band', () => {
  test('is moved to the band, where it trades and rests', () => {
    const desk = openBanded()
    desk.limit('bob', 'sell', 2, 10_500)
    desk.limit('bob', 'sell', 2, 10_501)
    const events = desk.submit('cid', { quantityLots: 5, limitPriceTicks: 10_600 })
    expect(told(events)).toEqual([
      'OrderAccepted 10500 0',
      'OrderRestated 10500 0 repriced-to-band',
      'OrderFilled 10500 2',
      'OrderFilled 10500 2',
    ])
    expect(desk.levels('buy')).toEqual([[10_500, 3]])
  })

  test('holds money for the band alone', () => {
    const desk = openBanded()
    expect(desk.limit('cid', 'buy', 95, 20_000)).toMatchObject({ status: 'new' })
    expect(desk.balance('cid').held).toBe(9_975n * ONE)
  })

  test('is the same order when it is sent again', () => {
    const desk = openBanded()
    const terms = { clientOrderId: 'one', quantityLots: 5, limitPriceTicks: 10_600 }
    desk.submit('cid', terms)
    expect(desk.submit('cid', terms)).toMatchObject([{ type: 'OrderRepeated' }])
    expect(desk.submit('cid', { ...terms, limitPriceTicks: 10_700 })).toMatchObject([
      { rejection: { code: 'client-order-id-reused' } },
    ])
  })

  test('of a replacement is moved too, and one that keeps its price keeps its place', () => {
    const desk = openBanded()
    const first = desk.limit('cid', 'buy', 5, 10_400)
    const moved = desk.orderOf(desk.replace(first, { limitPriceTicks: 10_900 }))
    expect(moved.terms.limitPriceTicks).toBe(10_500)
    desk.limit('ann', 'buy', 5, 10_500)
    const less = desk.orderOf(desk.replace(moved, { quantityLots: 4 }))
    desk.market('bob', 'sell', 4)
    expect(desk.order(less).status).toBe('filled')
  })

  test('cancels at once what may not wait there', () => {
    const desk = openBanded()
    const order = desk.orderOf(
      desk.submit('cid', { quantityLots: 5, limitPriceTicks: 10_600, timeInForce: 'ioc' }),
    )
    expect(order).toMatchObject({ status: 'canceled', reason: 'ioc-remainder' })
  })

  test('of a stop-limit that is reached, or of an order with legs', () => {
    const desk = openBanded()
    const stop = { side: 'buy', type: 'stopLimit', stopPriceTicks: 10_100, limitPriceTicks: 10_700 } as const
    const { orderNumber } = desk.orderOf(desk.submit('cid', { ...stop, quantityLots: 2 }))
    desk.limit('bob', 'sell', 1, 10_100)
    desk.market('ann', 'buy', 1)
    expect(desk.exchange.view.order(orderNumber)).toMatchObject({
      status: 'new',
      terms: { limitPriceTicks: 10_500 },
    })
    const bracket = desk.submit('ann', {
      quantityLots: 1,
      limitPriceTicks: 10_600,
      orderClass: 'oto',
      stopLoss: { clientOrderId: 'loss', stopPriceTicks: 9_000 },
    })
    expect(bracket).toMatchObject([{ rejection: { code: 'beyond-price-band' } }])
  })

  test('follows a band that moves over it, behind those that stand there', () => {
    const desk = openBanded()
    desk.advance(360 * SECOND)
    desk.limit('bob', 'sell', 1, 9_600)
    desk.limit('ann', 'buy', 1, 9_600)
    const far = desk.limit('cid', 'buy', 1, 10_400)
    desk.limit('ann', 'buy', 1, 10_080)
    const events = desk.advance(30 * SECOND)
    expect(told(events)).toEqual(['OrderRestated 10080 0 repriced-to-band'])
    expect(desk.order(far)).toMatchObject({ status: 'new', terms: { limitPriceTicks: 10_080 } })
    expect(desk.balance('cid').held).toBe(10_080n * (ONE / 100n))
    desk.market('bob', 'sell', 1)
    expect(desk.order(far).filledLots).toBe(0)
    expect(desk.levels('buy')).toEqual([[10_080, 1]])
  })

  test('is moved by a restored exchange like by the first', () => {
    const desk = openBanded()
    desk.limit('cid', 'buy', 5, 10_600)
    const twin = restoreExchange(desk.exchange.snapshot(), OPTIONS)
    for (const exchange of [desk.exchange, twin])
      exchange.execute({
        type: 'SubmitOrder',
        accountId: 'cid',
        terms: {
          clientOrderId: 'two',
          symbol: 'XYZ',
          side: 'buy',
          type: 'limit',
          timeInForce: 'gtc',
          quantityLots: 1,
          limitPriceTicks: 10_700,
        },
      })
    expect(stateHash(twin)).toBe(stateHash(desk.exchange))
    expect(twin.view.orderByClientId('cid', 'two')?.terms.limitPriceTicks).toBe(10_500)
  })
})

describe('a short sale at the bid of a stock that fell by a tenth', () => {
  function openFallen(): Desk {
    const desk = openPlainDesk({ margin: { shortSaleRestriction: 'reprice' } }, ['ann'])
    desk.execute({ type: 'DepositPosition', accountId: 'ann', symbol: 'XYZ', quantityLots: -200 })
    desk.print(1, 10_000)
    desk.advance(DAY)
    desk.house(['buy', 8_999, 10], ['sell', 9_100, 10])
    desk.print(1, 9_000)
    return desk
  }

  test('is moved to the price above it, and rests', () => {
    const desk = openFallen()
    const events = desk.submit('ann', { side: 'sell', quantityLots: 5, limitPriceTicks: 8_000 })
    expect(told(events)).toEqual(['OrderAccepted 9000 0', 'OrderRestated 9000 0 repriced-above-bid'])
    expect(desk.levels('sell')[0]).toEqual([9_000, 5])
  })

  test('is refused still without a limit, and leaves who sells what he owns alone', () => {
    const desk = openFallen()
    expect(desk.submit('ann', { side: 'sell', quantityLots: 1 })).toMatchObject([
      { rejection: { code: 'short-sale-restricted', pointer: '/type' } },
    ])
    expect(desk.limit('bob', 'sell', 5, 8_000).filledLots).toBe(5)
  })
})
