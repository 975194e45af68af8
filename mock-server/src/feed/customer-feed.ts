import type { OrderEvent } from '../exchange/events.ts'
import type { AccountView, ExchangeView, FollowedAccount } from '../exchange/exchange.ts'
import type { Time } from '../exchange/values/types.ts'
import { Channel, type Emit } from './channel.ts'
import type { PricesOf } from './history/holdings.ts'
import { type AccountMoment, AccountProjection } from './projections/account.ts'
import type { OrderProjection } from './projections/orders.ts'

export interface CustomerFeedOptions {
  readonly view: ExchangeView
  readonly epoch: string
  readonly pricesOf: PricesOf
  readonly orders: OrderProjection
}

/** The private channels of one customer, and what turns events into their messages. */
export class CustomerFeed {
  readonly orders: Channel<OrderEvent>
  readonly account: Channel<AccountMoment>
  readonly #states: AccountProjection

  constructor(accountId: string, followed: FollowedAccount, options: CustomerFeedOptions) {
    const { view, epoch, pricesOf, orders } = options
    this.#states = new AccountProjection(view, accountId, followed, pricesOf)
    this.orders = new Channel(`orders.${accountId}`, epoch, 'private', orders)
    this.account = new Channel(`account.${accountId}`, epoch, 'private', this.#states)
    this.orders.startAfter(followed.ordersSeq)
  }

  /** Numbered by the exchange itself, so that REST answers and streams name one position. */
  order(event: OrderEvent, emit: Emit): void {
    const channel = this.orders
    const { updatedSeq } = event.order
    if (channel.size === 0) channel.startAfter(updatedSeq - 1)
    if (updatedSeq !== channel.lastSeq + 1) {
      throw new Error(`${channel.name}: event ${updatedSeq} after event ${channel.lastSeq}`)
    }
    emit(channel, event)
  }

  /** After the order events of its command, whose effects it shows. */
  changed(moment: number, time: Time, emit: Emit): void {
    emit(this.account, this.#states.project(moment, time))
  }

  snapshot(account: AccountView): { data: object; time: Time } {
    return this.#states.snapshot(account)
  }
}
