import type { AccountChanged, OrderEvent } from '../exchange/events.ts'
import type { ExchangeView } from '../exchange/exchange.ts'
import { formatTime } from '../exchange/values/time.ts'
import { Channel, type Emit } from './channel.ts'
import type { ChannelSnapshot } from './feed.ts'
import { Prices } from './history/prices.ts'
import { type AccountMoment, AccountProjection } from './projections/account.ts'
import { OrderProjection } from './projections/orders.ts'

export interface AccountFeedsOptions {
  readonly view: ExchangeView
  readonly epoch: string
  /** A customer's account is seen for the first time. */
  follow(accountId: string): void
}

/** The channel that tells what an account has, and what makes its messages. */
interface AccountState {
  readonly channel: Channel<AccountMoment>
  readonly projection: AccountProjection
}

/** The private channels of customers, and what turns events into their messages. */
export class AccountFeeds {
  readonly #options: AccountFeedsOptions
  readonly #orderEvents: OrderProjection
  readonly #prices: Prices
  /** By account; undefined for accounts whose orders are not published. */
  readonly #orders = new Map<string, Channel<OrderEvent> | undefined>()
  readonly #states = new Map<string, AccountState>()
  /** Messages of all accounts so far. */
  #moment = 0

  constructor(options: AccountFeedsOptions) {
    this.#options = options
    this.#orderEvents = new OrderProjection(options.view)
    this.#prices = new Prices(options.view)
  }

  /** Numbered by the exchange itself, so that REST answers and streams name one position. */
  order(event: OrderEvent, emit: Emit): void {
    const channel = this.ordersOf(event.order.accountId)
    if (channel === undefined) return
    const { updatedSeq } = event.order
    if (channel.size === 0) channel.startAfter(updatedSeq - 1)
    if (updatedSeq !== channel.lastSeq + 1) {
      throw new Error(`${channel.name}: event ${updatedSeq} after event ${channel.lastSeq}`)
    }
    emit(channel, event)
  }

  /** After the order events of its command, whose effects it shows. */
  changed({ accountId, time }: AccountChanged, emit: Emit): void {
    const state = this.#state(accountId)
    if (state === undefined) return
    this.#moment += 1
    emit(state.channel, state.projection.project(this.#moment, time))
  }

  ordersOf(accountId: string): Channel<OrderEvent> | undefined {
    if (this.#orders.has(accountId)) return this.#orders.get(accountId)
    const account = this.#options.view.account(accountId)
    if (account === undefined) return undefined
    if (account.kind !== 'customer') {
      this.#orders.set(accountId, undefined)
      return undefined
    }
    const channel = new Channel(`orders.${accountId}`, this.#options.epoch, 'private', this.#orderEvents)
    channel.startAfter(account.ordersSeq)
    this.#orders.set(accountId, channel)
    return channel
  }

  stateOf(accountId: string): Channel<AccountMoment> | undefined {
    return this.#state(accountId)?.channel
  }

  snapshot(accountId: string): ChannelSnapshot | undefined {
    const state = this.#state(accountId)
    const account = this.#options.view.account(accountId)
    if (state === undefined || account === undefined) return undefined
    const { data, time } = state.projection.snapshot(account)
    return { seq: state.channel.lastSeq, data, time: formatTime(time) }
  }

  #state(accountId: string): AccountState | undefined {
    const known = this.#states.get(accountId)
    if (known !== undefined) return known
    const { view, epoch, follow } = this.#options
    const account = view.follow(accountId)
    if (account === undefined) return undefined
    const projection = new AccountProjection(view, accountId, account, this.#prices)
    const channel = new Channel(`account.${accountId}`, epoch, 'private', projection)
    const state = { channel, projection }
    this.#states.set(accountId, state)
    follow(accountId)
    return state
  }
}
