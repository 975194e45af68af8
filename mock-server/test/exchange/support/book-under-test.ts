import type { SelfTradePrevention } from '../../../src/exchange/orders/order.ts'
import type { Side } from '../../../src/exchange/values/types.ts'

/** What a book does, in the least words: two implementations of it must give the same events. */
export interface BookUnderTest {
  /** The order takes the next number, whether it is accepted or refused. */
  submit(order: NewOrder): readonly BookEvent[]
  /** Nothing happens where the order is not open. */
  cancel(orderNumber: number): readonly BookEvent[]
  /** The successor takes the next number, where the order is open. */
  replace(orderNumber: number, change: Change): readonly BookEvent[]
  /** Price and shown quantity of each level, from the best. */
  levels(side: Side): readonly (readonly [priceTicks: number, lots: number])[]
  /** Numbers of the resting orders in the order in which they would trade. */
  queue(side: Side): readonly number[]
}

export interface NewOrder {
  readonly owner: Owner
  readonly side: Side
  /** Left out: at any price. */
  readonly priceTicks?: number
  readonly lots: number
  /** @default 'rests' */
  readonly kind?: OrderKind
  readonly displayLots?: number
  /** @default 'cancelIncoming' */
  readonly prevention?: SelfTradePrevention
}

export interface Change {
  /** The new total, with what is filled already. */
  readonly lots?: number
  readonly priceTicks?: number
}

/** `flow` may meet itself. */
export type Owner = 'ann' | 'bob' | 'cid' | 'flow'
export type OrderKind = 'rests' | 'ioc' | 'fok' | 'postOnly'

export type BookEvent =
  | { readonly type: 'accepted'; readonly order: number }
  | { readonly type: 'refused'; readonly order: number; readonly code: string }
  | {
      readonly type: 'trade'
      readonly maker: number
      readonly taker: number
      readonly priceTicks: number
      readonly lots: number
    }
  /** Less to trade, so that an owner does not meet itself. */
  | { readonly type: 'prevented'; readonly order: number; readonly leftLots: number }
  | { readonly type: 'canceled'; readonly order: number; readonly reason: string }
  | { readonly type: 'replaced'; readonly order: number; readonly by: number }
