import { createExchange } from '../../../src/exchange/create-exchange.ts'
import type { ExchangeEvent } from '../../../src/exchange/events.ts'
import type { OrderTerms } from '../../../src/exchange/orders/order.ts'
import type { Side } from '../../../src/exchange/values/types.ts'
import type { BookEvent, BookUnderTest, Change, NewOrder, Owner } from './book-under-test.ts'
import { ONE, stock } from './builders.ts'

const SYMBOL = 'XYZ'
const OWNERS = ['ann', 'bob', 'cid', 'flow'] as const satisfies readonly Owner[]

/** The book of one symbol of a whole exchange, whose accounts never want for money or stock. */
export class ExchangeBook implements BookUnderTest {
  readonly #exchange = createExchange()
  #calls = 0

  constructor() {
    this.#exchange.execute({ type: 'ListInstrument', instrument: stock() })
    for (const accountId of OWNERS) {
      const kind = accountId === 'flow' ? 'liquidity' : 'customer'
      this.#exchange.execute({ type: 'OpenAccount', accountId, kind, name: accountId, currency: 'USD' })
      this.#exchange.execute({ type: 'Deposit', accountId, asset: 'USD', amount: 10n ** 9n * ONE })
      this.#exchange.execute({ type: 'DepositPosition', accountId, symbol: SYMBOL, quantityLots: 10 ** 9 })
    }
  }

  submit({ owner, side, lots, priceTicks, kind, displayLots, prevention }: NewOrder): readonly BookEvent[] {
    const terms: OrderTerms = {
      clientOrderId: this.#nextId(),
      symbol: SYMBOL,
      side,
      quantityLots: lots,
      ...(priceTicks === undefined ? { type: 'market' } : { type: 'limit', limitPriceTicks: priceTicks }),
      timeInForce: kind === 'ioc' || kind === 'fok' ? kind : 'gtc',
      ...(kind === 'postOnly' ? { postOnly: true } : {}),
      ...(displayLots === undefined ? {} : { displayLots }),
      ...(prevention === undefined ? {} : { selfTradePrevention: prevention }),
    }
    return told(this.#exchange.execute({ type: 'SubmitOrder', accountId: owner, terms }))
  }

  cancel(orderNumber: number): readonly BookEvent[] {
    const accountId = this.#exchange.view.order(orderNumber)?.accountId ?? 'ann'
    return told(this.#exchange.execute({ type: 'CancelOrder', accountId, orderNumber }))
  }

  replace(orderNumber: number, { lots, priceTicks }: Change): readonly BookEvent[] {
    const accountId = this.#exchange.view.order(orderNumber)?.accountId ?? 'ann'
    const change = {
      ...(lots === undefined ? {} : { quantityLots: lots }),
      ...(priceTicks === undefined ? {} : { limitPriceTicks: priceTicks }),
    }
    const clientOrderId = this.#nextId()
    return told(
      this.#exchange.execute({ type: 'ReplaceOrder', accountId, orderNumber, clientOrderId, change }),
    )
  }

  levels(side: Side): readonly (readonly [number, number])[] {
    const levels = this.#exchange.view.levels(SYMBOL, side, 10_000)
    return levels.map(({ priceTicks, quantityLots }) => [priceTicks, quantityLots])
  }

  queue(side: Side): readonly number[] {
    const { book } = this.#exchange.state.listings.get(SYMBOL) ?? {}
    if (book === undefined) return []
    return [...book.orders()]
      .filter(({ slot }) => book.placeOf(slot).side === side)
      .map(({ orderNumber }) => orderNumber)
  }

  #nextId(): string {
    this.#calls += 1
    return `b${this.#calls}`
  }
}

/** What of an exchange's events is a book's. */
function told(events: readonly ExchangeEvent[]): readonly BookEvent[] {
  let maker = 0
  return events.flatMap((event): BookEvent[] => {
    switch (event.type) {
      case 'OrderAccepted':
        return [{ type: 'accepted', order: event.order.orderNumber }]
      case 'OrderRejected':
        return [{ type: 'refused', order: event.order.orderNumber, code: event.rejection.code }]
      case 'OrderCanceled':
        return [{ type: 'canceled', order: event.order.orderNumber, reason: event.order.reason ?? '' }]
      case 'OrderReplaced':
        return [{ type: 'replaced', order: event.order.orderNumber, by: event.order.replacedBy ?? 0 }]
      case 'OrderRestated':
        return [{ type: 'prevented', order: event.order.orderNumber, leftLots: event.order.remainingLots }]
      case 'OrderFilled': {
        const { fill } = event
        if (fill.liquidity === 'maker') {
          maker = fill.orderNumber
          return []
        }
        const { orderNumber: taker, priceTicks, quantityLots: lots } = fill
        return [{ type: 'trade', maker, taker, priceTicks, lots }]
      }
      default:
        return []
    }
  })
}
