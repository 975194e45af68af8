import type { NumberedMessage, Position } from './messages.ts'
import {
  type Arrival,
  bufferLimits,
  type Recovery,
  type ResyncReason,
  type SequenceEffect,
  type SequenceInput,
  type SequenceLimits,
  type SequenceState,
  type Snapshot,
} from './sequence-state.ts'

/** Refills that bring nothing before a snapshot is taken instead. */
const fruitlessRefills = 3
const rememberedEpochs = 16

/** The state being changed by one input, and what is to be done. Never leaves this file. */
type Draft = { -readonly [Key in keyof SequenceState]: SequenceState[Key] } & {
  readonly recovery: Recovery
  readonly limits: SequenceLimits
  readonly effects: SequenceEffect[]
}

/**
 * The order of one channel, as a pure function: what arrives, in whatever order, twice or not at all, goes in; what to
 * deliver, refill or take anew comes out. Delivered ranges touch without overlap or hole within an epoch; anything else
 * shows as a resync.
 */
export function reduceSequence(
  state: SequenceState,
  input: SequenceInput,
  recovery: Recovery,
  limits: SequenceLimits = bufferLimits,
): readonly [SequenceState, readonly SequenceEffect[]] {
  const draft: Draft = { ...state, recovery, limits, effects: [] }
  apply(draft, input)
  const { recovery: _recovery, limits: _limits, effects, ...next } = draft
  return [next, effects]
}

function apply(draft: Draft, input: SequenceInput): void {
  if ('epoch' in input && draft.pastEpochs.includes(input.epoch)) return
  if (input.type === 'message') receive(draft, input)
  else if (input.type === 'heartbeat' || input.type === 'gap') learn(draft, input)
  else if (input.type === 'subscribed') begin(draft, { epoch: input.epoch, seq: input.nextSeq - 1 })
  else if (input.type === 'mismatched') takeSnapshot(draft, 'checksum')
  else if (input.type === 'gone' && input.request === undefined) lose(draft, input)
  else answer(draft, input)
}

/** The outcome of a request. */
function answer(draft: Draft, input: SequenceInput & { readonly request?: number }): void {
  const before = draft.next
  if (input.type === 'refilled') for (const arrival of input.arrivals) receive(draft, arrival)
  // Something else has overtaken the request: the messages still count, the outcome does not.
  if (input.request !== draft.request || (draft.mode !== 'refilling' && draft.mode !== 'snapshotting')) return
  if (input.type === 'gone') lose(draft, input)
  else if (input.type === 'snapshotted') {
    if (!replace(draft, input.snapshot)) again(draft)
  } else if (input.type === 'failed') again(draft)
  else if (draft.mode === 'refilling') finishRefill(draft, draft.next > before)
}

/** A message of the stream or of a refill. */
function receive(draft: Draft, arrival: Arrival): void {
  const { message } = arrival
  if (draft.pastEpochs.includes(message.epoch)) return
  if (message.type === 'snapshot') {
    replace(draft, message)
    return
  }
  const current = message.epoch === draft.epoch
  if (current) {
    if (message.seq < draft.next) return
    draft.known = Math.max(draft.known, message.seq)
    if (isFlowing(draft) && firstOf(message) <= draft.next) deliver(draft, arrival)
    else hold(draft, arrival)
    settle(draft, false)
    return
  }
  hold(draft, arrival)
  if (draft.mode !== 'waiting') takeSnapshot(draft, 'epochChanged')
  // A snapshot was to come before anything else: it was lost on the way.
  else if (draft.recovery.first === 'snapshot') takeSnapshot(draft, draft.reason)
}

/** A heartbeat or a gap notice: numbers up to `seq` exist. */
function learn(draft: Draft, { type, epoch, seq }: Position & { readonly type: string }): void {
  // Heartbeats come after all that was to be sent before them: a snapshot that is not here by then was lost.
  const lost = draft.mode === 'snapshotting' && draft.recovery.by === 'stream'
  if (epoch === draft.epoch) draft.known = Math.max(draft.known, seq)
  if (lost) again(draft)
  else if (draft.mode === 'waiting') {
    if (draft.recovery.first === 'snapshot') takeSnapshot(draft, draft.reason)
  } else if (epoch !== draft.epoch) takeSnapshot(draft, 'epochChanged')
  else settle(draft, type === 'heartbeat')
}

/** The server acknowledged the subscription and will send what follows `last`. */
function begin(draft: Draft, last: Position): void {
  const current = last.epoch === draft.epoch
  if (current && isFlowing(draft)) {
    draft.known = Math.max(draft.known, last.seq)
    settle(draft, false)
  } else if (draft.recovery.first === 'snapshot') {
    if (draft.epoch !== undefined && !current) awaitSnapshot(draft, 'epochChanged')
  } else if (draft.epoch !== undefined && draft.recovery.by === 'rest') takeSnapshot(draft, 'epochChanged')
  // A position is all the state that trades have, and orders have at first.
  else replace(draft, last)
}

/** The missing numbers are no longer held by the server. */
function lose(draft: Draft, { epoch, oldestSeq, request }: SequenceInput & { readonly type: 'gone' }): void {
  const { by, first } = draft.recovery
  // The stream speaks of what was asked when subscribing; something else has made up for it since.
  const isOver = request === undefined && epoch === draft.epoch && isFlowing(draft)
  if (isOver && oldestSeq !== undefined && oldestSeq <= draft.next) return
  if (first === 'snapshot' && request === undefined) awaitSnapshot(draft, 'gone')
  else if (first === 'snapshot' || by === 'rest' || oldestSeq === undefined) takeSnapshot(draft, 'gone')
  else {
    // Without a state to take anew, what the server still holds is worth most.
    draft.reason = 'gone'
    if (!replace(draft, { epoch, seq: oldestSeq - 1 }) && request !== undefined) again(draft)
  }
}

function finishRefill(draft: Draft, fruitful: boolean): void {
  if (fruitful) draft.attempt = -1
  if (draft.attempt + 1 < fruitlessRefills) again(draft)
  else takeSnapshot(draft, 'gone')
}

/** Asks once more for what is still missing, if anything is. */
function again(draft: Draft): void {
  draft.attempt += 1
  if (draft.mode === 'snapshotting') {
    request(draft, 'snapshotting')
    return
  }
  draft.mode = 'live'
  settle(draft, false)
}

/** Replaces the state. False where the snapshot is older than what was delivered. */
function replace(draft: Draft, snapshot: Snapshot): boolean {
  const { epoch, seq } = snapshot
  const current = epoch === draft.epoch
  const oldest = isFlowing(draft) ? draft.next : draft.next - 1
  if (draft.pastEpochs.includes(epoch) || (current && seq < oldest)) return false
  const from = draft.epoch === undefined ? undefined : { epoch: draft.epoch, seq: draft.next }
  const reason = from && !current ? 'epochChanged' : draft.reason
  draft.effects.push({ type: 'resync', reason, from, snapshot })
  if (from && !current) draft.pastEpochs = [...draft.pastEpochs, from.epoch].slice(-rememberedEpochs)
  const held = draft.buffer.filter(({ message }) => message.epoch === epoch)
  draft.known = Math.max(current ? draft.known : 0, seq, ...held.map(({ message }) => message.seq))
  Object.assign(draft, { mode: 'live', epoch, next: seq + 1, attempt: 0, reason: 'snapshot' })
  keep(draft, held)
  drain(draft)
  settle(draft, false)
  return true
}

function deliver(draft: Draft, arrival: Arrival): void {
  emit(draft, arrival)
  if (draft.buffer.length > 0) drain(draft)
}

/** The one place where a message moves `next`. */
function emit(draft: Draft, { message, bytes }: Arrival): void {
  draft.effects.push({ type: 'deliver', message, bytes })
  draft.next = message.seq + 1
}

/** Delivers what was held and now follows, and forgets what is covered. */
function drain(draft: Draft): void {
  let taken = 0
  for (const arrival of draft.buffer) {
    if (firstOf(arrival.message) > draft.next) break
    taken += 1
    if (arrival.message.seq < draft.next) continue
    emit(draft, arrival)
  }
  if (taken > 0) keep(draft, draft.buffer.slice(taken))
}

/** Keeps a message that cannot be delivered yet. Past the bound all are dropped and the state is taken anew. */
function hold(draft: Draft, { message, bytes }: Arrival): void {
  const { buffer, limits } = draft
  let index = buffer.length
  // Nearly always the last place.
  while (index > 0 && firstOf((buffer[index - 1] as Arrival).message) > firstOf(message)) index -= 1
  draft.buffer = [...buffer.slice(0, index), { message, bytes }, ...buffer.slice(index)]
  draft.bufferedBytes += bytes
  if (draft.buffer.length <= limits.messages && draft.bufferedBytes <= limits.bytes) return
  keep(draft, [])
  if (isFlowing(draft)) takeSnapshot(draft, 'overflow')
}

function keep(draft: Draft, buffer: readonly Arrival[]): void {
  draft.buffer = buffer
  draft.bufferedBytes = buffer.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** Where numbers are known to be missing and nobody is fetching them: asks for them. */
function settle(draft: Draft, silent: boolean): void {
  if (draft.mode !== 'live') return
  const held = draft.buffer[0]
  const to = held ? firstOf(held.message) - 1 : draft.known
  if (to < draft.next) draft.attempt = 0
  else request(draft, 'refilling', { to, silent })
}

/** The server sends the snapshot by itself; should other news of the channel come first, it is asked for. */
function awaitSnapshot(draft: Draft, reason: ResyncReason): void {
  if (draft.mode !== 'snapshotting') Object.assign(draft, { mode: 'waiting', reason })
}

function takeSnapshot(draft: Draft, reason: ResyncReason): void {
  if (draft.mode === 'snapshotting') return
  Object.assign(draft, { reason, attempt: 0 })
  request(draft, 'snapshotting')
}

function request(
  draft: Draft,
  mode: 'refilling' | 'snapshotting',
  range?: { to: number; silent: boolean },
): void {
  draft.mode = mode
  draft.request += 1
  const { request, attempt, epoch, next: from } = draft
  draft.effects.push(
    range && epoch !== undefined
      ? { type: 'refill', request, attempt, epoch, from, ...range }
      : { type: 'snapshot', request, attempt },
  )
}

const isFlowing = ({ mode }: Draft): boolean => mode === 'live' || mode === 'refilling'

const firstOf = ({ firstSeq, seq }: NumberedMessage): number => firstSeq ?? seq
