// Generated from the YAML files of spec/ by `npm run generate`. Do not edit.
/** Where streams are opened, by a WebSocket handshake. */
export const streamPath = '/v1/stream'

/** The logical channels: NAME.PARAMETER or NAME.QUALIFIER.PARAMETER, where the parameter is all that is left. */
export const channels = {
  quotes: {
    qualifier: null,
    parameter: 'symbol',
    pattern: /^[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$/u,
    message: 'QuoteMessage',
    types: ['quote', 'snapshot'],
  },
  trades: {
    qualifier: null,
    parameter: 'symbol',
    pattern: /^[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$/u,
    message: 'TradeMessage',
    types: ['trade', 'tradeBusted', 'tradeCorrected'],
  },
  bars: {
    qualifier: { parameter: 'timeframe', values: ['1s', '1m', '5m', '15m', '1h', '1d'] },
    parameter: 'symbol',
    pattern: /^[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$/u,
    message: 'BarMessage',
    types: ['bar'],
  },
  book: {
    qualifier: null,
    parameter: 'symbol',
    pattern: /^[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$/u,
    message: 'BookMessage',
    types: ['delta', 'snapshot'],
  },
  status: {
    qualifier: null,
    parameter: 'symbol',
    pattern: /^[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$/u,
    message: 'StatusMessage',
    types: ['status', 'snapshot'],
  },
  orders: {
    qualifier: null,
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
  account: {
    qualifier: null,
    parameter: 'accountId',
    pattern: /^acc_[A-Za-z0-9_-]{1,60}$/u,
    message: 'AccountMessage',
    types: ['account', 'snapshot'],
  },
} as const

/** The name of a logical channel without its parameter. */
export type ChannelKind = keyof typeof channels

/** A channel name in its parts. */
export type Channel =
  | { readonly name: 'quotes' | 'trades' | 'book' | 'status'; readonly symbol: string }
  | { readonly name: 'orders' | 'account'; readonly accountId: string }
  | {
      readonly name: 'bars'
      readonly timeframe: '1s' | '1m' | '5m' | '15m' | '1h' | '1d'
      readonly symbol: string
    }
