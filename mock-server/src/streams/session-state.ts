/**
 * connecting: welcomed, waits for `authenticate`. open: serves. ending: was told of the end and still serves
 * for the time of grace. closed: silent for ever.
 */
export type SessionState = 'connecting' | 'open' | 'ending' | 'closed'

export type SessionEvent = 'authenticated' | 'endAnnounced' | 'closed'

const TRANSITIONS: Readonly<Record<SessionState, Readonly<Partial<Record<SessionEvent, SessionState>>>>> = {
  connecting: { authenticated: 'open', closed: 'closed' },
  // Authenticating again renews the session where it is.
  open: { authenticated: 'open', endAnnounced: 'ending', closed: 'closed' },
  ending: { authenticated: 'ending', closed: 'closed' },
  closed: {},
}

/** The next state, or undefined where the event has no meaning. */
export function transition(state: SessionState, event: SessionEvent): SessionState | undefined {
  return TRANSITIONS[state][event]
}
