import type { AccountChanged, OrderEvent } from '../exchange/events.ts'
import type { ExchangeView } from '../exchange/exchange.ts'
import { formatTime } from '../exchange/values/time.ts'
import { Channel, type Emit } from './channel.ts'
import type { ChannelSnapshot } from './feed.ts'
import { AccountProjection } from './projections/account.ts'
import { OrderProjection } from './projections/orders.ts'

export interface AccountFeedsOptions {
  readonly view: ExchangeView
  readonly epoch: string
  /** A customer's account is seen for the first time. */
  follow(accountId: string): void
}

/** The private channels of customers, and what turns events into their messages. */
export class AccountFeeds {
  readonly #options: AccountFeedsOptions
  readonly #orderEvents: OrderProjection
  readonly #accountStates: AccountProjection
  /** By account; undefined for accounts whose orders are not published. */
  readonly #orders = new Map<string, Channel | undefined>()
  readonly #states = new Map<string, Channel>()

  constructor(options: AccountFeedsOptions) {
    this.#options = options
    this.#orderEvents = new OrderProjection(options.view)
    this.#accountStates = new AccountProjection(options.view)
  }

  /** Numbered by the exchange itself, so that REST answers and streams name one position. */
  order(event: OrderEvent, emit: Emit): void {
    const channel = this.ordersOf(event.order.accountId)
    if (channel === undefined) return
    const { updatedSeq } = event.order
    if (channel.ring.size === 0) channel.ring.startAfter(updatedSeq - 1)
    if (updatedSeq !== channel.ring.lastSeq + 1) {
      throw new Error(`${channel.name}: event ${updatedSeq} after event ${channel.ring.lastSeq}`)
    }
    emit(channel, this.#orderEvents.project(event))
  }

  /** After the order events of its command, whose effects it shows. */
  changed({ accountId, time }: AccountChanged, emit: Emit): void {
    const channel = this.stateOf(accountId)
    const account = this.#options.view.account(accountId)
    if (channel && account) emit(channel, this.#accountStates.project(account, time))
  }

  ordersOf(accountId: string): Channel | undefined {
    if (this.#orders.has(accountId)) return this.#orders.get(accountId)
    const account = this.#options.view.account(accountId)
    if (account === undefined) return undefined
    if (account.kind !== 'customer') {
      this.#orders.set(accountId, undefined)
      return undefined
    }
    const channel = new Channel(`orders.${accountId}`, this.#options.epoch, 'private')
    channel.ring.startAfter(account.ordersSeq)
    this.#orders.set(accountId, channel)
    return channel
  }

  stateOf(accountId: string): Channel | undefined {
    const known = this.#states.get(accountId)
    if (known !== undefined) return known
    const { view, epoch, follow } = this.#options
    if (view.account(accountId)?.kind !== 'customer') return undefined
    const channel = new Channel(`account.${accountId}`, epoch, 'private')
    this.#states.set(accountId, channel)
    follow(accountId)
    return channel
  }

  snapshot(accountId: string): ChannelSnapshot | undefined {
    const channel = this.stateOf(accountId)
    const account = this.#options.view.account(accountId)
    if (channel === undefined || account === undefined) return undefined
    const { data, time } = this.#accountStates.snapshot(account)
    return { seq: channel.ring.lastSeq, data, time: formatTime(time) }
  }
}
