import { canonicalText, hashText, stateHash } from '../../../src/exchange/canonical.ts'
import { checkInvariants } from '../../../src/exchange/invariants.ts'
import type { Order } from '../../../src/exchange/orders/order.ts'
import { FEES, openExchange } from './builders.ts'
import { commandOf, DRAWS } from './moves.ts'
import { Xoshiro } from './xoshiro.ts'

export interface GoldenRun {
  readonly commands: number
  readonly events: number
  readonly fills: number
  /** Words for the kinds of orders that were accepted, in the order of the alphabet. */
  readonly kinds: readonly string[]
  readonly eventHash: string
  readonly stateHash: string
}

const SEED = 20_261_123
const COMMANDS = 20_000

/** A seeded list of commands over every kind of them; the same bytes on every machine and Node. */
export function goldenRun(): GoldenRun {
  const random = new Xoshiro(SEED)
  const exchange = openExchange({ fees: FEES })
  const kinds = new Set<string>()
  let [events, fills, hash] = [0, 0, '']
  for (let index = 0; index < COMMANDS; index += 1) {
    const move = Array.from({ length: DRAWS }, () => random.below(1_000))
    const happened = exchange.execute(withoutClosing(exchange, move, index))
    events += happened.length
    for (const event of happened) {
      if (event.type === 'OrderFilled') fills += 1
      if (event.type === 'OrderAccepted') for (const kind of kindsOf(event.order)) kinds.add(kind)
    }
    hash = hashText(hash + canonicalText(happened))
    if (index % 1_000 === 0) checkInvariants(exchange)
  }
  checkInvariants(exchange)
  return {
    commands: COMMANDS,
    events,
    fills,
    kinds: [...kinds].sort(),
    eventHash: hash,
    stateHash: stateHash(exchange),
  }
}

/** What is special about an order, in words. */
function kindsOf({ terms, replaces, parent }: Order): readonly string[] {
  const { type, timeInForce, orderClass = 'simple', selfTradePrevention = 'cancelIncoming' } = terms
  const marks = {
    iceberg: terms.displayLots !== undefined,
    leg: parent !== undefined,
    notional: terms.notional !== undefined,
    postOnly: terms.postOnly === true,
    reduceOnly: terms.reduceOnly === true,
    replacement: replaces !== undefined,
  }
  const said = Object.entries(marks).flatMap(([mark, isSo]) => (isSo ? [mark] : []))
  return [type, timeInForce, orderClass, selfTradePrevention, ...said]
}

/** Accounts stay open and in funds, so that a long run goes on trading. */
function withoutClosing(exchange: ReturnType<typeof openExchange>, move: readonly number[], index: number) {
  const command = commandOf(exchange.view, move, index)
  if (command.type !== 'CloseAccount') return command
  const { accountId } = command
  return { type: 'Deposit', accountId, asset: 'USD', amount: 1_000_000_000_000n } as const
}
