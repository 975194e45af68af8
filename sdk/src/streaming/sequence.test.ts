import { expect, test } from 'vitest'
import type { NumberedMessage } from './messages.ts'
import { recoveries } from './projections.ts'
import { reduceSequence } from './sequence.ts'
import { initialSequence, type Recovery, type SequenceInput, type SequenceLimits } from './sequence-state.ts'

const event = (seq: number, more: Partial<NumberedMessage> = {}): SequenceInput => ({
  type: 'message',
  bytes: 10,
  message: { channel: 'c', epoch: 'e1', seq, type: 'x', time: 't', data: {}, ...more },
})
const snapshot = (seq: number, epoch = 'e1') => event(seq, { type: 'snapshot', epoch })
const heartbeat = (seq: number, epoch = 'e1'): SequenceInput => ({ type: 'heartbeat', epoch, seq })
const subscribed = (nextSeq: number, epoch = 'e1'): SequenceInput => ({ type: 'subscribed', epoch, nextSeq })
const refilled = (request: number, ...seqs: number[]): SequenceInput => ({
  type: 'refilled',
  request,
  arrivals: seqs.map((seq) => event(seq)).flatMap((input) => (input.type === 'message' ? [input] : [])),
})
const snapshotted = (request: number, seq: number, epoch = 'e1'): SequenceInput => ({
  type: 'snapshotted',
  request,
  snapshot: { epoch, seq, data: {} },
})

/** Runs the inputs and writes down what is done: `4` delivers number 4, `refill 2..3`, `snapshot`, `resync 5 e1:9`. */
function run(recovery: Recovery, inputs: readonly SequenceInput[], limits?: SequenceLimits) {
  let state = initialSequence()
  const done: string[] = []
  for (const input of inputs) {
    const before = state
    const frozen = JSON.stringify(before)
    const [next, effects] = reduceSequence(before, input, recovery, limits)
    expect(JSON.stringify(before)).toBe(frozen)
    state = next
    for (const effect of effects) {
      if (effect.type === 'deliver') done.push(String(effect.message.seq))
      else if (effect.type === 'refill') done.push(`refill ${effect.from}..${effect.to}`)
      else if (effect.type === 'snapshot') done.push('snapshot')
      else
        done.push(
          `${effect.reason} ${effect.from?.seq ?? '-'} ${effect.snapshot.epoch}:${effect.snapshot.seq}`,
        )
    }
  }
  return { done: done.join(', '), state }
}

const { quotes, orders, trades, status } = recoveries
const gone: SequenceInput = { type: 'gone', epoch: 'e1', oldestSeq: 5, request: 1 }

test.each<[string, Recovery, SequenceInput[], string]>([
  ['in order', quotes, [snapshot(1), event(2), event(3)], 'start - e1:1, 2, 3'],
  ['twice', quotes, [snapshot(1), event(2), event(2), event(1)], 'start - e1:1, 2'],
  [
    'a snapshot of what is there already',
    quotes,
    [snapshot(1), event(2), snapshot(2), snapshot(1)],
    'start - e1:1, 2',
  ],
  ['a newer snapshot', quotes, [snapshot(1), snapshot(4), event(5)], 'start - e1:1, snapshot 2 e1:4, 5'],
  ['too early', orders, [subscribed(1), event(3), event(4), event(1)], 'start - e1:0, refill 1..2, 1'],
  [
    'too early, and the missing ones come by themselves',
    orders,
    [subscribed(1), event(3), event(1), event(2)],
    'start - e1:0, refill 1..2, 1, 2, 3',
  ],
  [
    'refilled, with what came meanwhile',
    orders,
    [subscribed(1), event(3), event(5), refilled(1, 1, 2, 3), refilled(2, 4)],
    'start - e1:0, refill 1..2, 1, 2, 3, refill 4..4, 4, 5',
  ],
  [
    'a page that holds only a part',
    orders,
    [subscribed(1), heartbeat(4), refilled(1, 1, 2), refilled(2, 3, 4)],
    'start - e1:0, refill 1..4, 1, 2, refill 3..4, 3, 4',
  ],
  [
    'a heartbeat tells of the last one',
    orders,
    [subscribed(1), heartbeat(0), heartbeat(2)],
    'start - e1:0, refill 1..2',
  ],
  [
    'conflated messages that touch',
    quotes,
    [snapshot(1), event(4, { firstSeq: 2 }), event(6, { firstSeq: 5 })],
    'start - e1:1, 4, 6',
  ],
  [
    'conflated messages that leave a hole, or overlap',
    quotes,
    [snapshot(1), event(5, { firstSeq: 4 }), refilled(1, 2, 3), event(7, { firstSeq: 3 })],
    'start - e1:1, refill 2..3, 2, 3, 5, 7',
  ],
  [
    'refills that bring nothing end in a snapshot',
    orders,
    [subscribed(1), heartbeat(2), refilled(1), refilled(2), refilled(3)],
    'start - e1:0, refill 1..2, refill 1..2, refill 1..2, snapshot',
  ],
  [
    'a broken refill is made again',
    orders,
    [subscribed(1), heartbeat(2), { type: 'failed', request: 1 }, { type: 'failed', request: 1 }],
    'start - e1:0, refill 1..2, refill 1..2',
  ],
  [
    'orders gone: the snapshot says so, and what it includes is not delivered',
    orders,
    [subscribed(1), event(8), gone, snapshotted(2, 7), event(9)],
    'start - e1:0, refill 1..7, snapshot, gone 1 e1:7, 8, 9',
  ],
  [
    'a snapshot older than what was delivered is taken again',
    orders,
    [subscribed(1), event(1), event(2), event(9), gone, snapshotted(2, 1), snapshotted(3, 8)],
    'start - e1:0, 1, 2, refill 3..8, snapshot, snapshot, gone 3 e1:8, 9',
  ],
  [
    'trades gone: what the server still has is fetched',
    trades,
    [subscribed(1), event(8), gone, refilled(2, 5, 6, 7)],
    'start - e1:0, refill 1..7, gone 1 e1:4, refill 5..7, 5, 6, 7, 8',
  ],
  [
    'another epoch: its events wait for the snapshot, the old ones count no more',
    orders,
    [
      subscribed(1),
      event(1),
      event(2, { epoch: 'e2' }),
      event(2),
      snapshotted(1, 1, 'e2'),
      event(3),
      event(3, { epoch: 'e2' }),
    ],
    'start - e1:0, 1, snapshot, epochChanged 2 e2:1, 2, 3',
  ],
  [
    'a snapshot of an epoch that is over is taken again',
    orders,
    [
      subscribed(1),
      heartbeat(0, 'e2'),
      snapshotted(1, 0, 'e2'),
      heartbeat(0, 'e3'),
      snapshotted(2, 5, 'e1'),
      snapshotted(3, 0, 'e3'),
    ],
    'start - e1:0, snapshot, epochChanged 1 e2:0, snapshot, snapshot, epochChanged 1 e3:0',
  ],
  [
    'quotes after a restart wait for the snapshot that follows the acknowledgement',
    quotes,
    [snapshot(1), subscribed(1, 'e2'), snapshot(0, 'e2'), event(1, { epoch: 'e2' })],
    'start - e1:1, epochChanged 2 e2:0, 1',
  ],
  [
    'orders after a restart: the notice that comes after the snapshot tells nothing new',
    orders,
    [
      subscribed(1),
      event(1),
      subscribed(1, 'e2'),
      snapshotted(1, 3, 'e2'),
      { type: 'gone', epoch: 'e2', oldestSeq: 1 },
      event(4, { epoch: 'e2' }),
    ],
    'start - e1:0, 1, snapshot, epochChanged 2 e2:3, 4',
  ],
  ['news before the first snapshot: it was lost', quotes, [subscribed(2), event(2)], 'snapshot'],
  ['trades before the acknowledgement', trades, [event(5), subscribed(5), event(6)], 'start - e1:4, 5, 6'],
  [
    'a status whose new snapshot is lost is subscribed once more',
    status,
    [snapshot(1), heartbeat(0, 'e2'), subscribed(1, 'e2'), heartbeat(0, 'e2'), snapshot(0, 'e2')],
    'start - e1:1, snapshot, snapshot, epochChanged 2 e2:0',
  ],
  [
    'a wrong book is taken anew, and its changes wait meanwhile',
    quotes,
    [snapshot(1), { type: 'mismatched' }, event(2), event(3), snapshotted(1, 2)],
    'start - e1:1, snapshot, checksum 2 e1:2, 3',
  ],
])('%s', (_name, recovery, inputs, expected) => {
  expect(run(recovery, inputs).done).toBe(expected)
})

test.each([
  ['messages', { messages: 3, bytes: 1_000 }],
  ['bytes', { messages: 100, bytes: 35 }],
])('a buffer past its bound of %s is dropped and the state taken anew', (_name, limits) => {
  const inputs = [subscribed(1), ...[3, 4, 5, 6].map((seq) => event(seq)), snapshotted(2, 5)]
  const { done, state } = run(orders, inputs, limits)
  expect(done).toBe('start - e1:0, refill 1..2, snapshot, overflow 1 e1:5, refill 6..6')
  expect(state).toMatchObject({ mode: 'refilling', buffer: [], bufferedBytes: 0 })
})
