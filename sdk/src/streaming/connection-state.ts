/**
 * What the one connection behind all stream iterators is doing.
 *
 * - `idle`: nothing is subscribed, so no socket is open
 * - `connecting`: waiting for a token and the WebSocket handshake
 * - `authenticating`, `subscribing`: waiting for the server's acknowledgement
 * - `live`: every subscription is acknowledged
 * - `backingOff`: the connection was lost and the next attempt is scheduled
 * - `failed`: the server refused in a way that trying again cannot mend; a new iterator starts over
 * - `closed`: by `close()`, for good
 */
export type ConnectionState =
  | 'idle'
  | 'connecting'
  | 'authenticating'
  | 'subscribing'
  | 'live'
  | 'backingOff'
  | 'failed'
  | 'closed'

export type ConnectionEvent =
  | 'wanted'
  | 'opened'
  | 'authenticated'
  | 'acknowledged'
  | 'lost'
  | 'retried'
  | 'unwanted'
  | 'refused'
  | 'closed'

type Row = Partial<Record<ConnectionEvent, ConnectionState>>

const whileOpen: Row = { lost: 'backingOff', unwanted: 'idle', refused: 'failed', closed: 'closed' }

const transitions: Record<ConnectionState, Row> = {
  idle: { wanted: 'connecting', closed: 'closed' },
  connecting: { ...whileOpen, opened: 'authenticating' },
  authenticating: { ...whileOpen, authenticated: 'subscribing' },
  subscribing: { ...whileOpen, acknowledged: 'live' },
  live: whileOpen,
  backingOff: { retried: 'connecting', unwanted: 'idle', closed: 'closed' },
  failed: { wanted: 'connecting', closed: 'closed' },
  closed: {},
}

/** The state after `event`, or `undefined` where the event means nothing in this state. */
export function transition(state: ConnectionState, event: ConnectionEvent): ConnectionState | undefined {
  return transitions[state][event]
}
