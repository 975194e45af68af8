import type { ErrorCode, OperationId } from '@openbourse/spec'
import { formOf } from '../forms.ts'
import type { Answer, Kitchen, Recipe } from '../kitchen.ts'
import { closeMarket, WAITING } from '../venues.ts'

type Codes = Readonly<Partial<Record<ErrorCode, Recipe>>>

/** Terms of a limit order that rests far below the market. */
export function resting(kitchen: Kitchen, terms: object = {}): Record<string, unknown> {
  return {
    clientOrderId: kitchen.fresh('order'),
    symbol: 'AAPL',
    side: 'buy',
    type: 'limit',
    timeInForce: 'gtc',
    quantity: '1',
    limitPrice: '10.00',
    ...terms,
  }
}

export async function openOrder(
  kitchen: Kitchen,
  terms: object = {},
  key = 'mk_demo',
): Promise<Answer['json']> {
  const { status, json } = await kitchen.call('POST /v1/orders', resting(kitchen, terms), key)
  if (status !== 201) throw new Error(`an order that should rest was refused: ${json.detail}`)
  return json
}

/** A change that its code refuses, of a new order and of one that rests alike. */
const WRONG: Readonly<Partial<Record<ErrorCode, object>>> = {
  'insufficient-buying-power': { quantity: '100000', limitPrice: '10.00' },
  'invalid-tick': { limitPrice: '10.001' },
  'invalid-lot': { quantity: '1.5' },
  'price-out-of-bounds': { limitPrice: '99999999.00' },
  'quantity-out-of-bounds': { quantity: '99999999999' },
  'post-only-would-trade': { limitPrice: '9999.00' },
  // Nothing of the usual venue is traded in auctions.
  'auction-unavailable': { timeInForce: 'cls' },
}

/** A stop that waits, whose price nothing has reached. */
const stop = (terms: object) => ({
  type: 'stop',
  triggerBy: 'bidAsk',
  stopPrice: '9000.00',
  limitPrice: undefined,
  ...terms,
})
const trail = (terms: object) => ({
  type: 'trailingStop',
  triggerBy: 'bidAsk',
  trailPercent: '10',
  limitPrice: undefined,
  ...terms,
})

/** An entry at 10.00 whose legs lie on their sides, unless a test says otherwise. */
const bracket = (kitchen: Kitchen, profit = '11.00') => ({
  orderClass: 'bracket',
  takeProfit: { clientOrderId: kitchen.fresh('profit'), limitPrice: profit },
  stopLoss: { clientOrderId: kitchen.fresh('loss'), stopPrice: '9.00' },
})

/** A sale of what the account does not own. */
const SHORT = { side: 'sell', limitPrice: '9000.00' }

const GTD = { timeInForce: 'gtd', expiresAt: '2027-01-01T00:00:00Z' }
const PAST = '2026-01-01T00:00:00Z'

/** What refuses a new order. */
export const newOrderCodes: Codes = {
  ...Object.fromEntries(
    Object.entries(WRONG).map(([code, terms]) => [
      code,
      (kitchen: Kitchen) => kitchen.call('POST /v1/orders', resting(kitchen, terms)),
    ]),
  ),
  'post-only-would-trade': (kitchen) =>
    kitchen.call('POST /v1/orders', resting(kitchen, { postOnly: true, limitPrice: '9999.00' })),
  'would-increase-position': (kitchen) =>
    kitchen.call('POST /v1/orders', resting(kitchen, { reduceOnly: true })),
  'notional-too-small': (kitchen) => {
    const { limitPrice: _, quantity: __, ...terms } = resting(kitchen, { type: 'market', timeInForce: 'day' })
    return kitchen.call('POST /v1/orders', { ...terms, notional: '0.01' })
  },
  'expiry-passed': (kitchen) =>
    kitchen.call('POST /v1/orders', resting(kitchen, { ...GTD, expiresAt: PAST })),
  'legs-crossed': (kitchen) => kitchen.call('POST /v1/orders', resting(kitchen, bracket(kitchen, '9.50'))),
  'display-out-of-bounds': (kitchen) =>
    kitchen.call('POST /v1/orders', resting(kitchen, { displayQuantity: '50' })),
  'stop-would-trigger': (kitchen) =>
    kitchen.call('POST /v1/orders', resting(kitchen, stop({ stopPrice: '10.00' }))),
  'trail-out-of-bounds': (kitchen) =>
    kitchen.call('POST /v1/orders', resting(kitchen, trail({ trailPercent: '60' }))),
  // Nothing of it was ever traded.
  'no-reference-price': (kitchen) =>
    kitchen.call('POST /v1/orders', resting(kitchen, trail({ triggerBy: 'last', symbol: 'TSLA' }))),
  'unknown-symbol': (kitchen) => kitchen.call('POST /v1/orders', resting(kitchen, { symbol: 'NOPE' })),
  'insufficient-position': (kitchen) =>
    kitchen.call('POST /v1/orders', resting(kitchen, { side: 'sell', quantity: '1', symbol: 'BRK.B' })),
  'settled-cash-only': async (kitchen) => {
    await restricted(kitchen)
    return kitchen.call('POST /v1/orders', resting(kitchen), 'mk_hasty')
  },
  'not-shortable': (kitchen) =>
    kitchen.call('POST /v1/orders', resting(kitchen, { ...SHORT, symbol: 'NONE' }), 'mk_margin'),
  'borrow-unavailable': (kitchen) =>
    kitchen.call(
      'POST /v1/orders',
      resting(kitchen, { ...SHORT, symbol: 'FEW', quantity: '11' }),
      'mk_margin',
    ),
  'equity-below-minimum': (kitchen) => kitchen.call('POST /v1/orders', resting(kitchen, SHORT), 'mk_small'),
  'closing-only': (kitchen, id) =>
    kitchen.send(formOf(id, { body: resting(kitchen), key: 'mk_margin' }), 'deep'),
  'day-trade-limit': (kitchen, id) =>
    kitchen.send(formOf(id, { body: resting(kitchen), key: 'mk_margin' }), 'busy'),
  'short-sale-restricted': (kitchen, id) => {
    const body = resting(kitchen, { ...SHORT, limitPrice: '150.00' })
    return kitchen.send(formOf(id, { body, key: 'mk_margin' }), 'fallen')
  },
  'client-order-id-reused': async (kitchen) => {
    const { clientOrderId } = await openOrder(kitchen)
    return kitchen.call('POST /v1/orders', resting(kitchen, { clientOrderId, quantity: '2' }))
  },
  'symbol-halted': (kitchen) =>
    whileHalted(kitchen, () => kitchen.call('POST /v1/orders', resting(kitchen, { symbol: 'TSLA' }))),
  'beyond-price-band': (kitchen, id) =>
    kitchen.send(formOf(id, { body: resting(kitchen, { limitPrice: '9999.00' }) }), 'banded'),
  'not-for-extended-hours': (kitchen) =>
    kitchen.call('POST /v1/orders', resting(kitchen, { ...GTD, extendedHours: true })),
  'market-closed': (kitchen, id) => {
    closeMarket(kitchen.venues.sessions)
    return kitchen.send(formOf(id, { body: resting(kitchen, { timeInForce: 'ioc' }) }), 'sessions')
  },
  'account-closed': async (kitchen) => {
    await closedAccount(kitchen)
    return kitchen.call('POST /v1/orders', resting(kitchen), 'mk_closed')
  },
}

type Target = (order: Answer['json']) => string

/** What refuses the replacement of an order that `target` names in its path. */
export function replacementCodes(target: Target): Codes {
  const replace = (kitchen: Kitchen, order: Answer['json'], terms: object, key = 'mk_demo') =>
    kitchen.call(
      `PATCH ${target(order)}`,
      { clientOrderId: kitchen.fresh('next'), quantity: '2', ...terms },
      key,
    )
  /** A sale of one share that is there, which is to become more than there is. */
  const oversell = async (kitchen: Kitchen, symbol: string, key = 'mk_margin', quantity = '12') => {
    const accountId = key === 'mk_margin' ? 'acc_margin' : 'acc_small'
    kitchen.venues.usual.world.operate({ type: 'DepositPosition', accountId, symbol, quantityLots: 1 })
    const order = await openOrder(kitchen, { ...SHORT, symbol }, key)
    const refused = await replace(kitchen, order, { quantity }, key)
    await kitchen.call(`DELETE ${target(order)}`, undefined, key)
    kitchen.venues.usual.world.operate({ type: 'DepositPosition', accountId, symbol, quantityLots: -1 })
    return refused
  }
  return {
    ...Object.fromEntries(
      Object.entries(WRONG).map(([code, terms]) => [
        code,
        async (kitchen: Kitchen) => replace(kitchen, await openOrder(kitchen), terms),
      ]),
    ),
    'settled-cash-only': async (kitchen) => {
      await restricted(kitchen)
      const { world } = kitchen.venues.usual
      world.operate({ type: 'Deposit', accountId: 'acc_hasty', asset: 'USD', amount: 1_000_000_000n })
      const order = await openOrder(kitchen, {}, 'mk_hasty')
      const terms = { clientOrderId: kitchen.fresh('next'), quantity: '2' }
      const refused = await kitchen.call(`PATCH ${target(order)}`, terms, 'mk_hasty')
      await kitchen.call(`DELETE ${target(order)}`, undefined, 'mk_hasty')
      world.operate({ type: 'Deposit', accountId: 'acc_hasty', asset: 'USD', amount: -1_000_000_000n })
      return refused
    },
    'insufficient-position': async (kitchen) => {
      own(kitchen, 'acc_demo')
      const order = await openOrder(kitchen, { side: 'sell', limitPrice: '9999.00' })
      const refused = await replace(kitchen, order, { quantity: '5000' })
      await kitchen.call(`DELETE ${target(order)}`)
      return refused
    },
    'not-shortable': (kitchen) => oversell(kitchen, 'NONE'),
    'borrow-unavailable': (kitchen) => oversell(kitchen, 'FEW'),
    'equity-below-minimum': (kitchen) => oversell(kitchen, 'AAPL', 'mk_small', '2'),
    'closing-only': (kitchen, id) => {
      const body = { clientOrderId: kitchen.fresh('next'), quantity: '2' }
      const path = waiting(kitchen, 'deep', 'acc_margin')
      return kitchen.send(formOf(id, { path, body, key: 'mk_margin' }), 'deep')
    },
    'day-trade-limit': (kitchen, id) => {
      const body = { clientOrderId: kitchen.fresh('next'), quantity: '2' }
      const path = waiting(kitchen, 'busy', 'acc_margin')
      return kitchen.send(formOf(id, { path, body, key: 'mk_margin' }), 'busy')
    },
    'short-sale-restricted': (kitchen, id) => {
      const body = { clientOrderId: kitchen.fresh('next'), limitPrice: '150.00' }
      const path = waiting(kitchen, 'fallen', 'acc_margin')
      return kitchen.send(formOf(id, { path, body, key: 'mk_margin' }), 'fallen')
    },
    'post-only-would-trade': async (kitchen) =>
      replace(kitchen, await openOrder(kitchen, { postOnly: true }), { limitPrice: '9999.00' }),
    'would-increase-position': async (kitchen) => {
      own(kitchen, 'acc_demo')
      const order = await openOrder(kitchen, { side: 'sell', limitPrice: '9999.00', reduceOnly: true })
      const refused = await replace(kitchen, order, { quantity: '5000' })
      await kitchen.call(`DELETE ${target(order)}`)
      return refused
    },
    'legs-crossed': async (kitchen) =>
      replace(kitchen, await openOrder(kitchen, bracket(kitchen)), { limitPrice: '12.00' }),
    'display-out-of-bounds': async (kitchen) =>
      replace(kitchen, await openOrder(kitchen, { displayQuantity: '1' }), { displayQuantity: '50' }),
    'stop-would-trigger': async (kitchen) =>
      replace(kitchen, await openOrder(kitchen, stop({})), { stopPrice: '10.00' }),
    'trail-out-of-bounds': async (kitchen) =>
      replace(kitchen, await openOrder(kitchen, trail({})), { trailPercent: '60' }),
    'expiry-passed': async (kitchen) => replace(kitchen, await openOrder(kitchen, GTD), { expiresAt: PAST }),
    'client-order-id-reused': async (kitchen) => {
      const { clientOrderId } = await openOrder(kitchen)
      return replace(kitchen, await openOrder(kitchen), { clientOrderId })
    },
    'symbol-halted': async (kitchen) => {
      const order = await openOrder(kitchen, { symbol: 'TSLA' })
      return whileHalted(kitchen, () => replace(kitchen, order, {}))
    },
    'beyond-price-band': async (kitchen, id) => {
      const body = { clientOrderId: kitchen.fresh('next'), limitPrice: '9999.00' }
      return kitchen.send(formOf(id, { path: waiting(kitchen, 'banded'), body }), 'banded')
    },
    'not-for-extended-hours': async (kitchen) =>
      replace(kitchen, await openOrder(kitchen, { extendedHours: true }), { timeInForce: 'ioc' }),
    'market-closed': async (kitchen, id) => {
      closeMarket(kitchen.venues.sessions)
      const body = { clientOrderId: kitchen.fresh('next'), timeInForce: 'ioc' }
      return kitchen.send(formOf(id, { path: waiting(kitchen), body }), 'sessions')
    },
    'request-pending': (kitchen, id) => requestTwice(kitchen, id),
    'order-not-open': async (kitchen) => {
      const order = await openOrder(kitchen)
      await kitchen.call(`DELETE ${target(order)}`)
      return replace(kitchen, order, {})
    },
  }
}

/** The order that was sent beforehand. */
function waiting(
  { venues }: Kitchen,
  at: 'sessions' | 'fallen' | 'banded' | 'busy' | 'deep' = 'sessions',
  accountId = 'acc_demo',
): { orderId: string; clientOrderId: string } {
  const order = venues[at].world.view.orderByClientId(accountId, WAITING)
  if (order === undefined) throw new Error(`no order waits at the venue ${at}`)
  return { orderId: `ord_${order.orderNumber}`, clientOrderId: order.terms.clientOrderId }
}

/** The second request to an order, while the first is on its way. */
export async function requestTwice(kitchen: Kitchen, id: OperationId): Promise<Answer> {
  const body = { ...resting(kitchen), clientOrderId: kitchen.fresh('slow') }
  const { json: order } = await kitchen.send(formOf('submitOrder', { body }), 'slow')
  const path = { orderId: order.orderId, clientOrderId: order.clientOrderId }
  await kitchen.send(formOf('cancelOrder', { path }), 'slow')
  const change = { clientOrderId: kitchen.fresh('next'), quantity: '2' }
  return kitchen.send(formOf(id, { path, ...(id.startsWith('replace') ? { body: change } : {}) }), 'slow')
}

/** Ten shares more, so that they can be sold. */
export function own({ venues }: Kitchen, accountId: string, symbol = 'AAPL'): void {
  venues.usual.world.operate({ type: 'DepositPosition', accountId, symbol, quantityLots: 10 })
}

/** Sells what it has, then buys and sells with the proceeds until the account of `mk_hasty` may do so no more. */
async function restricted(kitchen: Kitchen): Promise<void> {
  const { world } = kitchen.venues.usual
  if (world.view.account('acc_hasty')?.settledCashOnlyUntil !== undefined) return
  own(kitchen, 'acc_hasty')
  const trade = (side: 'buy' | 'sell', quantity: string) => {
    const { limitPrice: _, ...terms } = resting(kitchen, {
      side,
      quantity,
      type: 'market',
      timeInForce: 'day',
    })
    return kitchen.call('POST /v1/orders', terms, 'mk_hasty')
  }
  await trade('sell', '10')
  for (let violation = 0; violation < 4; violation += 1) {
    await trade('buy', '1')
    await trade('sell', '1')
  }
}

export async function whileHalted<Value>(
  { venues }: Kitchen,
  action: () => Promise<Value>,
  symbol = 'TSLA',
): Promise<Value> {
  venues.usual.world.operate({ type: 'HaltSymbol', symbol, reason: 'for a test' })
  try {
    return await action()
  } finally {
    venues.usual.world.operate({ type: 'ResumeSymbol', symbol })
  }
}

/** Closes the account of `mk_closed`, which owns something by then. */
export async function closedAccount(kitchen: Kitchen): Promise<void> {
  const { world } = kitchen.venues.usual
  if (world.view.account('acc_closed')?.closed) return
  own(kitchen, 'acc_closed')
  world.operate({ type: 'CloseAccount', accountId: 'acc_closed' })
}
