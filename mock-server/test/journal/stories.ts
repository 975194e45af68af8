import type { MockBroker, MockBrokerOptions } from '../../src/index.ts'

/** A broker as a step uses it. */
export interface Server {
  readonly broker: MockBroker
  submit(clientOrderId: string, change?: object): Promise<number>
  quote(bidPrice: string, askPrice: string, quantity?: string): void
  orderId(clientOrderId: string): Promise<string>
  fillOf(clientOrderId: string): Promise<string>
  send(method: string, path: string, body?: object): Promise<number>
}

type Step = (server: Server) => unknown

export interface Story {
  readonly options?: MockBrokerOptions
  /** Its orders, newest first. */
  readonly ends: readonly string[]
  readonly steps: readonly Step[]
}

const LIMIT = { type: 'limit', limitPrice: '99.00' }
const LEGS = {
  takeProfit: { clientOrderId: 'profit', limitPrice: '110.00' },
  stopLoss: { clientOrderId: 'loss', stopPrice: '90.00' },
}
const BRACKET = { ...LIMIT, quantity: '10', orderClass: 'bracket', ...LEGS }
const advance =
  (ms: number): Step =>
  ({ broker }) =>
    broker.clock.advance(ms)
const HOUR = 3_600_000

export const STORIES: Readonly<Record<string, Story>> = {
  'a bracket that fills in parts, then takes its profit': {
    ends: ['loss canceled', 'profit filled', 'entry filled'],
    steps: [
      ({ submit }) => submit('entry', BRACKET),
      ({ broker }) => broker.market.printTrade('AAPL', { price: '98.00', quantity: '4' }),
      ({ broker }) => broker.market.printTrade('AAPL', { price: '98.00', quantity: '6' }),
      ({ quote }) => quote('109.00', '109.01', '3'),
      ({ broker }) => broker.market.printTrade('AAPL', { price: '111.00', quantity: '3' }),
      ({ quote }) => quote('110.00', '110.01', '3'),
      ({ quote }) => quote('110.00', '110.01', '30'),
    ],
  },
  'a bracket whose legs grow with it, then lose': {
    ends: ['loss canceled', 'profit canceled', 'entry canceled'],
    steps: [
      ({ submit }) => submit('entry', { ...BRACKET, bracketMode: 'partial' }),
      ({ broker }) => broker.market.printTrade('AAPL', { price: '98.00', quantity: '4' }),
      ({ quote }) => quote('110.00', '110.01', '1'),
      ({ broker }) => broker.market.printTrade('AAPL', { price: '98.00', quantity: '2' }),
      async ({ send, orderId }) => send('DELETE', `/v1/orders/${await orderId('entry')}`),
      ({ quote }) => quote('89.00', '89.10', '2'),
      ({ broker }) => broker.market.printTrade('AAPL', { price: '89.00', quantity: '1' }),
      ({ quote }) => quote('88.00', '88.10', '50'),
    ],
  },
  'one order cancels the other, and one sends another': {
    ends: ['then filled', 'first filled', 'loss canceled', 'profit partiallyFilled'],
    steps: [
      ({ broker }) => broker.account.depositPosition('AAPL', 10),
      ({ submit }) =>
        submit('profit', {
          type: 'limit',
          side: 'sell',
          limitPrice: '110.00',
          orderClass: 'oco',
          stopLoss: LEGS.stopLoss,
        }),
      ({ broker }) => broker.market.printTrade('AAPL', { price: '111.00', quantity: '1' }),
      ({ submit }) =>
        submit('first', {
          ...LIMIT,
          orderClass: 'oto',
          stopLoss: { clientOrderId: 'then', stopPrice: '80.00' },
        }),
      ({ quote }) => quote('98.00', '98.50', '20'),
      ({ broker }) => broker.market.printTrade('AAPL', { price: '85.00', quantity: '1' }),
      ({ quote }) => quote('79.00', '79.50', '20'),
      ({ broker }) => broker.market.printTrade('AAPL', { price: '79.00', quantity: '1' }),
    ],
  },
  'trailing stops follow, and an iceberg shows what is left': {
    ends: ['berg filled', 'late filled', 'trail filled'],
    steps: [
      ({ broker }) => broker.account.depositPosition('AAPL', 20),
      ({ submit }) =>
        submit('trail', {
          side: 'sell',
          type: 'trailingStop',
          quantity: '5',
          trailAmount: '2.00',
          triggerBy: 'bidAsk',
        }),
      ({ submit }) =>
        submit('late', {
          side: 'sell',
          type: 'trailingStop',
          quantity: '5',
          trailPercent: '1',
          activationPrice: '105.00',
        }),
      ({ quote }) => quote('103.00', '103.10'),
      ({ submit }) => submit('berg', { ...LIMIT, quantity: '100', displayQuantity: '10' }),
      ({ broker }) => broker.market.printTrade('AAPL', { price: '106.00', quantity: '1' }),
      ({ quote }) => quote('101.00', '101.10'),
      ({ quote }) => quote('98.00', '98.90', '13'),
      ({ broker }) => broker.market.printTrade('AAPL', { price: '98.00', quantity: '17' }),
      ({ broker }) => broker.market.printTrade('AAPL', { price: '98.00', quantity: '300' }),
    ],
  },
  'orders that expire, a switch that was armed, and requests on their way': {
    options: { requestLatencyMs: 1_000 },
    ends: [
      'over-night expired',
      'guarded canceled',
      'day-2 canceled',
      'kept canceled',
      'day replaced',
      'gtd expired',
    ],
    steps: [
      ({ submit }) => submit('gtd', { ...LIMIT, timeInForce: 'gtd', expiresAt: '2026-01-05T16:00:00Z' }),
      ({ submit }) => submit('day', { ...LIMIT, timeInForce: 'day' }),
      ({ submit }) => submit('kept', LIMIT),
      ({ send, orderId }) =>
        orderId('day').then((id) =>
          send('PATCH', `/v1/orders/${id}`, { clientOrderId: 'day-2', quantity: '7' }),
        ),
      async ({ send, orderId }) => send('DELETE', `/v1/orders/${await orderId('kept')}`),
      advance(400),
      advance(600),
      advance(2 * HOUR),
      ({ submit }) => submit('guarded', LIMIT),
      ({ send }) => send('PUT', '/v1/orders/cancel-all-after', { timeoutMs: 60_000 }),
      advance(59_000),
      advance(2_000),
      ({ submit }) => submit('over-night', { ...LIMIT, timeInForce: 'day' }),
      advance(12 * HOUR),
    ],
  },
  'a margin account with fees, interest, a short sale and a margin call': {
    options: { accountType: 'margin', fees: ['usRetail'], interest: { debit: '0.0825', borrow: '0.003' } },
    ends: ['margin-call-25 filled', 'short filled', 'out filled', 'more filled', 'long filled'],
    steps: [
      ({ submit }) => submit('long', { type: 'market', timeInForce: 'ioc', quantity: '950' }),
      ({ submit }) => submit('more', { type: 'market', timeInForce: 'ioc', quantity: '950' }),
      advance(24 * HOUR),
      ({ submit }) => submit('out', { side: 'sell', type: 'market', timeInForce: 'ioc', quantity: '1900' }),
      ({ submit }) => submit('short', { side: 'sell', type: 'market', timeInForce: 'ioc', quantity: '500' }),
      advance(48 * HOUR),
      ({ quote }) => quote('290.00', '290.10'),
      advance(24 * HOUR),
      advance(24 * HOUR),
      advance(72 * HOUR),
    ],
  },
  'auctions of New York, a halt and a call after it': {
    options: { calendar: 'XNYS', clock: { start: '2026-01-05T13:00:00Z', speed: 0 } },
    ends: ['close canceled', 'waits filled', 'early filled', 'open filled'],
    steps: [
      ({ submit }) => submit('open', { type: 'market', timeInForce: 'opg', quantity: '50' }),
      ({ submit }) => submit('early', { ...LIMIT, limitPrice: '100.50', timeInForce: 'day' }),
      ({ quote }) => quote('100.00', '100.20', '80'),
      advance(1.4 * HOUR),
      advance(0.2 * HOUR),
      ({ broker }) => broker.market.halt('AAPL'),
      ({ broker }) => broker.market.resume('AAPL', { auctionMs: 60_000 }),
      ({ submit }) => submit('waits', { type: 'limit', limitPrice: '101.00', timeInForce: 'gtc' }),
      advance(30_000),
      advance(31_000),
      ({ submit }) => submit('close', { type: 'market', timeInForce: 'cls', quantity: '20' }),
      advance(6.2 * HOUR),
      advance(0.2 * HOUR),
      advance(24 * HOUR),
    ],
  },
  'a split and a dividend over positions and orders, a bust and a correction': {
    ends: ['stop new', 'rest new', 'again filled', 'buy canceled'],
    steps: [
      ({ submit }) => submit('buy', { type: 'market', timeInForce: 'ioc', quantity: '20' }),
      ({ submit }) => submit('again', { type: 'market', timeInForce: 'ioc', quantity: '20' }),
      ({ submit }) => submit('rest', { ...LIMIT, quantity: '10' }),
      ({ submit }) => submit('stop', { side: 'sell', type: 'stop', stopPrice: '80.00', quantity: '10' }),
      async ({ broker, fillOf }) => broker.market.bustTrade(await fillOf('buy')),
      async ({ broker, fillOf }) => broker.market.correctTrade(await fillOf('again'), { price: '99.50' }),
      ({ broker }) =>
        broker.market.declareCorporateAction('AAPL', {
          type: 'split',
          exDate: '2026-01-06',
          newUnits: 4,
          oldUnits: 1,
        }),
      ({ broker }) =>
        broker.market.declareCorporateAction('AAPL', {
          type: 'cashDividend',
          exDate: '2026-01-07',
          payableDate: '2026-01-09',
          amount: '0.25',
        }),
      advance(24 * HOUR),
      advance(24 * HOUR),
      advance(72 * HOUR),
    ],
  },
}
