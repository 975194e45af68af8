import { coverOf, subsetsOf } from './order-cover.ts'
import { faultsOf } from './order-rules.ts'

/**
 * The product of type, time in force, class and optional fields. Every type with every time in force and every class
 * is taken; of the 2^19 subsets of the fields, with each of these:
 *
 * - so many that any three fields are given and left out in all eight ways. No rule speaks of more than two fields
 *   beside type, time in force and class: each is seen broken and kept, with and without every other field;
 * - the fields that the kind of order needs, and with any one more or less;
 * - all subsets of the fields that may stand in it, each of which must pass, without and with those of which no rule
 *   speaks, as a sale and as a buy. A switch that is not given is left out in one request and false in the next, which is the same.
 */
export function* orderRequests(): Generator<OrderFields> {
  const cover = coverOf(FIELDS, 3)
  let number = 0
  for (const kind of kinds()) {
    for (const given of [...cover, ...neighbors(kind)]) {
      number += 1
      yield requestOf(`p${number}`, sideOf(number), kind, given)
    }
  }
  yield* requestsThatPass()
}

/** Of these those that pass, as sales and as buys. */
export function* requestsThatPass(): Generator<OrderFields> {
  let number = 0
  for (const kind of kinds()) {
    for (const given of subsetsThatPass(kind)) {
      for (const side of ['sell', 'buy'] as const) {
        number += 1
        yield requestOf(`q${number}`, side, kind, given)
      }
    }
  }
}

/** Half of the rows are sales, in no step with which fields a row gives. */
function sideOf(row: number): Side {
  return Math.imul(row, 0x9e3779b1) < 0 ? 'sell' : 'buy'
}

export type OrderFields = Readonly<Record<string, unknown>>
type Class = (typeof CLASSES)[number]
type Side = 'buy' | 'sell'

interface Kind {
  readonly type: string
  readonly timeInForce: string
  readonly orderClass: Class
}
type Given = ReadonlySet<string>

const TYPES = ['market', 'limit', 'stop', 'stopLimit', 'trailingStop'] as const
const TIMES = ['day', 'gtc', 'gtd', 'ioc', 'fok', 'opg', 'cls'] as const
const CLASSES = [undefined, 'simple', 'bracket', 'oco', 'oto'] as const

function* kinds(): Generator<Kind> {
  for (const type of TYPES)
    for (const timeInForce of TIMES) for (const orderClass of CLASSES) yield { type, timeInForce, orderClass }
}

/** Of an order, and of the legs that close what it opens: every price lies where it would pass. */
const PRICES = {
  sell: { limit: '110.00', stop: '90.00', activation: '101.00', profit: '95.00', loss: '115.00' },
  buy: { limit: '90.00', stop: '110.00', activation: '99.00', profit: '105.00', loss: '85.00' },
} as const

/** Every field that might stand in an order, each with a value that would pass where the field may stand. */
function everyField(orderClass: Class, side: Side): OrderFields {
  const prices = PRICES[side]
  return {
    quantity: '10',
    notional: '1000',
    limitPrice: prices.limit,
    stopPrice: prices.stop,
    trailAmount: '1.00',
    trailPercent: '5',
    activationPrice: prices.activation,
    triggerBy: 'last',
    expiresAt: '2026-12-01T00:00:00.000000Z',
    takeProfit: { limitPrice: prices.profit },
    // An oco order takes the profit itself; the others open what their legs close.
    stopLoss: { stopPrice: orderClass === 'oco' ? prices.stop : prices.loss },
    bracketMode: 'partial',
    postOnly: true,
    reduceOnly: true,
    doNotReduce: true,
    displayQuantity: '5',
    selfTradePrevention: 'decrement',
    extendedHours: true,
    tags: ['one'],
  }
}
export const FIELDS = Object.keys(everyField(undefined, 'sell'))
/** Of which no rule speaks: in every order they mean the same. */
const FREE = ['doNotReduce', 'selfTradePrevention', 'tags']
const SWITCHES = ['postOnly', 'reduceOnly', 'doNotReduce', 'extendedHours'] as const

/** The fields that the kind of order needs, with each choice where it needs one of two. */
function needed({ type, timeInForce, orderClass }: Kind): readonly Given[] {
  const fields: string[] = []
  if (type === 'limit' || type === 'stopLimit') fields.push('limitPrice')
  if (type === 'stop' || type === 'stopLimit') fields.push('stopPrice')
  if (timeInForce === 'gtd') fields.push('expiresAt')
  if (orderClass === 'bracket') fields.push('takeProfit', 'stopLoss')
  if (orderClass === 'oco') fields.push('stopLoss')
  const choices = [
    ['quantity', 'notional'],
    ...(type === 'trailingStop' ? [['trailAmount', 'trailPercent']] : []),
    ...(orderClass === 'oto' ? [['takeProfit', 'stopLoss']] : []),
  ]
  const all = choices.reduce(
    (bases, names) => bases.flatMap((base) => names.map((name) => [...base, name])),
    [fields],
  )
  return all.map((base) => new Set(base))
}

function neighbors(kind: Kind): readonly Given[] {
  const [basis = new Set()] = needed(kind)
  const without = (field: string) => new Set([...basis].filter((each) => each !== field))
  return [basis, ...FIELDS.map((field) => (basis.has(field) ? without(field) : new Set([...basis, field])))]
}

function subsetsThatPass(kind: Kind): readonly Given[] {
  const passes = (given: Given) => faultsOf(requestOf('p', 'sell', kind, given)).length === 0
  return needed(kind)
    .filter(passes)
    .flatMap((basis) => {
      const others = FIELDS.filter((field) => !basis.has(field) && passes(new Set([...basis, field])))
      const ruled = others.filter((field) => !FREE.includes(field))
      return subsetsOf(ruled).flatMap((subset) => [
        new Set([...basis, ...subset]),
        new Set([...basis, ...subset, ...FREE]),
      ])
    })
}

function requestOf(id: string, side: Side, kind: Kind, given: Given): OrderFields {
  const values = everyField(kind.orderClass, side)
  const { takeProfit, stopLoss } = values
  const request: Record<string, unknown> = { clientOrderId: id, symbol: 'AAPL', side, ...kind }
  if (given.size % 2 === 1) for (const field of SWITCHES) request[field] = false
  for (const field of given) request[field] = values[field]
  if (given.has('takeProfit')) request.takeProfit = { clientOrderId: `${id}-t`, ...(takeProfit as object) }
  if (given.has('stopLoss')) request.stopLoss = { clientOrderId: `${id}-s`, ...(stopLoss as object) }
  if (kind.orderClass === undefined) delete request.orderClass
  return request
}
