// Generated from the YAML files of spec/ by `npm run generate`. Do not edit.
/** The logical channels: NAME.PARAMETER, where the parameter is everything after the first dot. */
export const channels = {
  quotes: {
    parameter: 'symbol',
    pattern: /^[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$/u,
    message: 'QuoteMessage',
    types: ['quote', 'snapshot'],
  },
  trades: {
    parameter: 'symbol',
    pattern: /^[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$/u,
    message: 'TradeMessage',
    types: ['trade'],
  },
  book: {
    parameter: 'symbol',
    pattern: /^[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$/u,
    message: 'BookMessage',
    types: ['delta', 'snapshot'],
  },
  status: {
    parameter: 'symbol',
    pattern: /^[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$/u,
    message: 'StatusMessage',
    types: ['status', 'snapshot'],
  },
  orders: {
    parameter: 'accountId',
    pattern: /^acc_[A-Za-z0-9_-]{1,60}$/u,
    message: 'OrderEventMessage',
    types: [
      'orderAccepted',
      'orderRejected',
      'orderFilled',
      'orderCanceled',
      'orderExpired',
      'orderReplaced',
      'orderRestated',
      'orderPending',
      'orderTriggered',
      'tradeBusted',
      'tradeCorrected',
    ],
  },
} as const

/** The name of a logical channel without its parameter. */
export type ChannelKind = keyof typeof channels

/** A channel name in its parts. */
export type Channel =
  | { readonly name: 'quotes' | 'trades' | 'book' | 'status'; readonly symbol: string }
  | { readonly name: 'orders'; readonly accountId: string }
