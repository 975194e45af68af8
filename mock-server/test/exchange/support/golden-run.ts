import { canonicalText, hashText, stateHash } from '../../../src/exchange/canonical.ts'
import { checkInvariants } from '../../../src/exchange/invariants.ts'
import { FEES, openExchange } from './builders.ts'
import { commandOf } from './moves.ts'
import { Xoshiro } from './xoshiro.ts'

export interface GoldenRun {
  readonly commands: number
  readonly events: number
  readonly fills: number
  readonly eventHash: string
  readonly stateHash: string
}

const SEED = 20_261_123
const COMMANDS = 20_000

/** A seeded list of commands over every kind of them; the same bytes on every machine and Node. */
export function goldenRun(): GoldenRun {
  const random = new Xoshiro(SEED)
  const exchange = openExchange({ fees: FEES })
  let [events, fills, hash] = [0, 0, '']
  for (let index = 0; index < COMMANDS; index += 1) {
    const move = Array.from({ length: 7 }, () => random.below(1_000))
    const happened = exchange.execute(withoutClosing(exchange, move, index))
    events += happened.length
    for (const event of happened) if (event.type === 'OrderFilled') fills += 1
    hash = hashText(hash + canonicalText(happened))
    if (index % 1_000 === 0) checkInvariants(exchange)
  }
  checkInvariants(exchange)
  return { commands: COMMANDS, events, fills, eventHash: hash, stateHash: stateHash(exchange) }
}

/** Accounts stay open and in funds, so that a long run goes on trading. */
function withoutClosing(exchange: ReturnType<typeof openExchange>, move: readonly number[], index: number) {
  const command = commandOf(exchange.view, move, index)
  if (command.type !== 'CloseAccount') return command
  const { accountId } = command
  return { type: 'Deposit', accountId, asset: 'USD', amount: 1_000_000_000_000n } as const
}
