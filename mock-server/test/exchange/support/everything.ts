import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { canonicalText, stateHash } from '../../../src/exchange/canonical.ts'
import type { Command } from '../../../src/exchange/commands.ts'
import {
  createExchange,
  type InspectableExchange,
  restoreExchange,
} from '../../../src/exchange/create-exchange.ts'
import type { ExchangeEvent } from '../../../src/exchange/events.ts'
import { checkInvariants } from '../../../src/exchange/invariants.ts'
import { joinParts, type SnapshotPart } from '../../../src/exchange/snapshot/snapshot.ts'
import { EVERYTHING_DRAWS, everythingOf } from './everything-moves.ts'
import { furnish, type World, worlds } from './everything-world.ts'
import type { Move } from './moves.ts'

/** A run in a world in which everything is turned on, and before which commands a snapshot is taken for its twin. */
export interface Run {
  readonly world: World
  readonly moves: readonly Move[]
  readonly takenAt: readonly number[]
}

const MOST = 60

export const everythingRuns: fc.Arbitrary<Run> = fc.record({
  world: worlds,
  moves: fc.array(
    fc.array(fc.nat({ max: 999 }), { minLength: EVERYTHING_DRAWS, maxLength: EVERYTHING_DRAWS }),
    { minLength: 50, maxLength: MOST },
  ),
  takenAt: fc.uniqueArray(fc.nat({ max: MOST - 1 }), { minLength: 1, maxLength: 4 }),
})

/**
 * Beside the exchange runs one that was restored from its snapshot, and that is restored from its own again and
 * again. A snapshot is read part by part while commands go on: what is restored from it then says again what they
 * said. All must say the same after every command, and an exchange that only hears the commands says it too.
 * @throws Error for whatever differs, or does not hold
 */
export function playEverything({ world, moves, takenAt }: Run): void {
  const exchange = createExchange(world.options)
  furnish(exchange, world)
  let twin: InspectableExchange | undefined
  let late: LateTwin | undefined
  const heard: [Command, string][] = []
  for (const [index, move] of moves.entries()) {
    if (takenAt.includes(index)) late ??= new LateTwin(twin ?? exchange, world)
    const command = everythingOf(exchange, world, move, index)
    const events = exchange.execute(command)
    checkInvariants(exchange)
    const text = canonicalText(events)
    heard.push([command, text])
    if (twin !== undefined) {
      const at = `command ${index}, ${canonicalText(command)}`
      compare(events, twin.execute(command), at)
      const [due, twinDue] = [exchange.nextDue(), twin.nextDue()]
      if (due !== twinDue) throw new Error(`${at}: due at ${due}, restored at ${twinDue}`)
    }
    late?.hear(command, events)
    if (late?.isWhole === true) {
      twin = late.restored()
      late = undefined
    }
  }
  for (const each of [twin, late?.restored()]) if (each !== undefined) compareStates(exchange, each)
  replay(world, heard, stateHash(exchange))
}

/** So many parts are read after each command: a snapshot of these worlds takes ten or twenty commands. */
const PARTS_AT_ONCE = 3

/** A twin whose snapshot is read while commands go on. */
class LateTwin {
  isWhole = false
  readonly #world: World
  readonly #unread: Iterator<SnapshotPart>
  readonly #read: string[] = []
  readonly #since: (readonly [Command, readonly ExchangeEvent[]])[] = []

  constructor(exchange: InspectableExchange, world: World) {
    this.#world = world
    this.#unread = exchange.snapshotParts()[Symbol.iterator]()
  }

  hear(command: Command, events: readonly ExchangeEvent[]): void {
    this.#since.push([command, events])
    for (let part = 0; part < PARTS_AT_ONCE; part += 1) this.#readPart()
  }

  /** The exchange as it is now, after what it heard meanwhile. */
  restored(): InspectableExchange {
    while (!this.isWhole) this.#readPart()
    // Through the text that a journal keeps.
    const snapshot = joinParts(this.#read.map((text) => JSON.parse(text) as SnapshotPart))
    if (snapshot === undefined) throw new Error('the snapshot has no first part')
    const exchange = restoreExchange(snapshot, this.#world.options)
    for (const [command, events] of this.#since) {
      compare(events, exchange.execute(command), `restored late, ${canonicalText(command)}`)
    }
    return exchange
  }

  #readPart(): void {
    const next = this.#unread.next()
    if (next.done === true) this.isWhole = true
    else this.#read.push(JSON.stringify(next.value))
  }
}

function compare(events: readonly ExchangeEvent[], others: readonly ExchangeEvent[], at: string): void {
  for (let index = 0; index < Math.max(events.length, others.length); index += 1) {
    const [one, other] = [canonicalText(events[index]), canonicalText(others[index])]
    if (one === other) continue
    const how = isDeepStrictEqual(sorted(one), sorted(other)) ? 'is written otherwise' : 'differs'
    throw new Error(`${at}: event ${index} ${how}\n${one}\nrestored:\n${other}`)
  }
}

function sorted(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text)
}

function compareStates(exchange: InspectableExchange, twin: InspectableExchange): void {
  if (stateHash(exchange) === stateHash(twin)) return
  throw new Error(`the states differ: ${difference(exchange.snapshot(), twin.snapshot(), '')}`)
}

/** The first place at which two values differ. */
function difference(one: unknown, other: unknown, path: string): string | undefined {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other ? undefined : `${path}: ${canonicalText(one)}, restored ${canonicalText(other)}`
  const [names, others] = [Object.keys(one), Object.keys(other)]
  if (names.join() !== others.join()) return `${path}: has ${names.join()}, restored ${others.join()}`
  for (const name of names) {
    const found = difference(Reflect.get(one, name), Reflect.get(other, name), `${path}/${name}`)
    if (found !== undefined) return found
  }
  return undefined
}

function replay(world: World, heard: readonly (readonly [Command, string])[], hash: string): void {
  const exchange = createExchange(world.options)
  furnish(exchange, world)
  for (const [command, text] of heard) {
    const again = canonicalText(exchange.execute(command))
    if (again !== text) throw new Error(`${canonicalText(command)} again:\n${text}\nbecomes\n${again}`)
  }
  if (stateHash(exchange) !== hash) throw new Error('the same commands end in another state')
}
