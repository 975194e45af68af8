import type { OrderEvent as WireOrderEvent } from '@openbourse/spec'
import type { OrderEvent } from '../../exchange/events.ts'
import type { ExchangeView } from '../../exchange/exchange.ts'
import { EventContents } from '../contents.ts'
import { toWireFill } from '../wire/fill.ts'
import { toWireOrder } from '../wire/order.ts'

/** The contract's name of each order event. */
const TYPES = {
  OrderAccepted: 'orderAccepted',
  OrderRejected: 'orderRejected',
  OrderFilled: 'orderFilled',
  OrderCanceled: 'orderCanceled',
  OrderExpired: 'orderExpired',
  OrderReplaced: 'orderReplaced',
  OrderRestated: 'orderRestated',
  OrderTriggered: 'orderTriggered',
  OrderPending: 'orderPending',
  TradeBusted: 'tradeBusted',
  TradeCorrected: 'tradeCorrected',
} as const satisfies Record<OrderEvent['type'], string>

/** Why the order changed, where the event alone says it. */
const REASONS: Partial<Record<OrderEvent['type'], string>> = {
  TradeBusted: 'trade-busted',
  TradeCorrected: 'trade-corrected',
}

const ORDER_LENGTH = 700

/** The whole order after the event, the fill where there is one, and why it ended. */
export class OrderProjection extends EventContents<OrderEvent> {
  protected readonly types = TYPES
  readonly #view: ExchangeView

  constructor(view: ExchangeView) {
    super()
    this.#view = view
  }

  lengthOf(): number {
    return ORDER_LENGTH
  }

  render(event: OrderEvent): WireOrderEvent {
    const { order } = event
    const reason = REASONS[event.type] ?? ('reason' in event ? event.reason : order.reason)
    const instrument = this.#view.instrument(order.terms.symbol)
    return {
      order: toWireOrder(order, instrument),
      ...('fill' in event && instrument !== undefined
        ? { fill: toWireFill(event.fill, order.terms.clientOrderId, instrument) }
        : undefined),
      ...(reason === undefined ? undefined : { reason }),
    }
  }
}
