/**
 * What to do about a close by the peer.
 *
 * - `reconnect`: with back-off
 * - `reconnectUnlessRepeated`: a protocol error; the third within a minute ends the streams
 * - `refreshToken`: reconnect once with a fresh token, then give up
 * - `conflate`: reconnect and ask the server for fewer messages
 * - `wait`: reconnect after the seconds that the reason text names
 * - `stop`: the key may not do this
 * - `superseded`: another exclusive session took over; reconnecting would start a fight over one key
 */
export type CloseAction =
  | 'reconnect'
  | 'reconnectUnlessRepeated'
  | 'refreshToken'
  | 'conflate'
  | 'wait'
  | 'stop'
  | 'superseded'

const actions: Readonly<Record<number, CloseAction>> = {
  1002: 'reconnectUnlessRepeated',
  1003: 'reconnectUnlessRepeated',
  1007: 'reconnectUnlessRepeated',
  1008: 'reconnectUnlessRepeated',
  1009: 'reconnectUnlessRepeated',
  4401: 'refreshToken',
  4402: 'refreshToken',
  4403: 'stop',
  4408: 'conflate',
  4409: 'superseded',
  4429: 'wait',
}

/** By the peer's close code. Our own close never gets here: its listeners are gone by then. */
export function closeAction(code: number): CloseAction {
  return actions[code] ?? 'reconnect'
}

/** An hour: more than any honest server asks for, and less than a timer can count. */
const longestWaitMs = 3_600_000

/** The milliseconds that a 4429 asks to wait; 0 where its reason text is no number of seconds. */
export function waitOfReason(reason: string): number {
  const seconds = /^\s*\d+(\.\d+)?\s*$/.test(reason) ? Number(reason) : 0
  return Math.min(seconds * 1000, longestWaitMs)
}
