import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatChannel, parseChannel } from './channels.ts'
import { type Channel, channels } from './generated/channels.ts'

const symbol = fc.stringMatching(/^[A-Z0-9]{1,10}([.-][A-Z0-9]{1,6})?$/)
const accountId = fc.stringMatching(/^acc_[A-Za-z0-9_-]{1,60}$/)
const channel: fc.Arbitrary<Channel> = fc.oneof(
  fc.record({ name: fc.constantFrom('quotes', 'trades', 'book', 'status'), symbol }),
  fc.record({ name: fc.constantFrom('orders', 'account'), accountId }),
  fc.record({
    name: fc.constant('bars'),
    timeframe: fc.constantFrom(...channels.bars.qualifier.values),
    symbol,
  }),
)

test('what is formatted is parsed to the same channel', () => {
  fc.assert(
    fc.property(channel, (value) => {
      expect(parseChannel(formatChannel(value))).toEqual(value)
    }),
    { seed: 1 },
  )
})

test('what is parsed is formatted to the same text, and nothing makes the parser throw', () => {
  const head = fc.constantFrom(...Object.keys(channels), 'bars.1m', 'toString', '')
  const text = fc.oneof(
    fc.string(),
    fc.tuple(head, fc.oneof(symbol, accountId, fc.string())).map((parts) => parts.join('.')),
  )
  fc.assert(
    fc.property(text, (name) => {
      const parsed = parseChannel(name)
      if (parsed !== undefined) expect(formatChannel(parsed)).toBe(name)
    }),
    { seed: 2, numRuns: 1000 },
  )
})

test('the symbol is everything after the first dot, of bars the second', () => {
  expect(parseChannel('bars.15m.BRK.B')).toEqual({ name: 'bars', timeframe: '15m', symbol: 'BRK.B' })
  expect(parseChannel('quotes.BRK.B')).toEqual({ name: 'quotes', symbol: 'BRK.B' })
  expect(parseChannel('book.BTC-USD')).toEqual({ name: 'book', symbol: 'BTC-USD' })
})

test('orders alone means the default account where one is given', () => {
  expect(parseChannel('orders', 'acc_demo')).toEqual({ name: 'orders', accountId: 'acc_demo' })
  expect(parseChannel('orders')).toBeUndefined()
  expect(parseChannel('quotes', 'acc_demo')).toBeUndefined()
})

test.each([
  '',
  '.',
  'quotes',
  'quotes.',
  'quotes.aapl',
  'quotes.A.B.C',
  'bars.AAPL',
  'bars.1m',
  'bars.1m.',
  'bars.2m.AAPL',
  'bars..AAPL',
  'quotes/AAPL',
  'Quotes.AAPL',
  'orders.AAPL',
  'toString.AAPL',
  'quotes.AAPL\n',
])('%j is no channel', (name) => {
  expect(parseChannel(name)).toBeUndefined()
})
