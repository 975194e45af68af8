import { expect, test } from 'vitest'
import { closeAction, waitOfReason } from './close-action.ts'
import { type ConnectionEvent, type ConnectionState, transition } from './connection-state.ts'

/** Every transition there is; what is not here means nothing. */
const table: Record<ConnectionState, Partial<Record<ConnectionEvent, ConnectionState>>> = {
  idle: { wanted: 'connecting', closed: 'closed' },
  connecting: {
    opened: 'authenticating',
    lost: 'backingOff',
    unwanted: 'idle',
    refused: 'failed',
    closed: 'closed',
  },
  authenticating: {
    authenticated: 'subscribing',
    lost: 'backingOff',
    unwanted: 'idle',
    refused: 'failed',
    closed: 'closed',
  },
  subscribing: {
    acknowledged: 'live',
    lost: 'backingOff',
    unwanted: 'idle',
    refused: 'failed',
    closed: 'closed',
  },
  live: { lost: 'backingOff', unwanted: 'idle', refused: 'failed', closed: 'closed' },
  backingOff: { retried: 'connecting', unwanted: 'idle', closed: 'closed' },
  failed: { wanted: 'connecting', closed: 'closed' },
  closed: {},
}

const events: ConnectionEvent[] = [
  'wanted',
  'opened',
  'authenticated',
  'acknowledged',
  'lost',
  'retried',
  'unwanted',
  'refused',
  'closed',
]

test.each(Object.keys(table) as ConnectionState[])('every event in the state %s', (state) => {
  for (const event of events) expect(transition(state, event), event).toBe(table[state][event])
})

test.each([
  [1000, 'reconnect'],
  [1001, 'reconnect'],
  [1002, 'reconnectUnlessRepeated'],
  [1003, 'reconnectUnlessRepeated'],
  [1005, 'reconnect'],
  [1006, 'reconnect'],
  [1007, 'reconnectUnlessRepeated'],
  [1008, 'reconnectUnlessRepeated'],
  [1009, 'reconnectUnlessRepeated'],
  [1011, 'reconnect'],
  [1012, 'reconnect'],
  [1013, 'reconnect'],
  [1015, 'reconnect'],
  [3000, 'reconnect'],
  [4000, 'reconnect'],
  [4401, 'refreshToken'],
  [4402, 'refreshToken'],
  [4403, 'stop'],
  [4408, 'conflate'],
  [4409, 'superseded'],
  [4429, 'wait'],
  [4999, 'reconnect'],
])('close code %i: %s', (code, action) => {
  expect(closeAction(code)).toBe(action)
})

test.each([
  ['30', 30_000],
  [' 0.5 ', 500],
  ['1e9', 0],
  ['-5', 0],
  ['soon', 0],
  ['', 0],
  ['999999999', 3_600_000],
])('the reason %j asks to wait %i ms', (reason, waitMs) => {
  expect(waitOfReason(reason)).toBe(waitMs)
})
