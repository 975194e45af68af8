import type { Principal } from '../worlds/principal.ts'
import { CLOSE } from './close-codes.ts'
import { createStreamSession } from './create-session.ts'
import { EventStream, type EventStreamRequest } from './event-stream.ts'
import { RELAXED_LIMITS } from './limits.ts'
import type { OpenStream, SessionPeers, StreamContext, StreamSession, StreamSocket } from './session.ts'

export interface StreamHubOptions extends Omit<StreamContext, 'sessionId' | 'peers'> {
  /** A name for the next session. */
  nextSessionId(): string
}

/** The open sessions and event streams of one world. */
export interface StreamHub {
  /** Starts a session on an open socket. */
  open(socket: StreamSocket): StreamSession
  /** Begins an event stream, which is to be started or closed; undefined when the account has too many streams. */
  openEvents(request: EventStreamRequest): EventStream | undefined
  readonly size: number
  /** Ends every session; with `graceMs` each is told first. */
  endAll(code: number, reason: string, graceMs?: number): void
  /** Ends every session of a key that was revoked. */
  endKey(keyId: string): void
  /** Whether a peer has not read what it was sent: a replay at full speed waits until this is false. */
  backlogged(): boolean
}

export function createStreamHub(options: StreamHubOptions): StreamHub {
  return new WorldStreams(options)
}

interface Member {
  readonly principal: Principal
  readonly exclusive: boolean
}

class WorldStreams implements StreamHub, SessionPeers {
  readonly #options: StreamHubOptions
  /** In the order of their opening; the value once they have authenticated. */
  readonly #sessions = new Map<OpenStream, Member | undefined>()

  constructor(options: StreamHubOptions) {
    this.#options = options
  }

  get size(): number {
    return this.#sessions.size
  }

  open(socket: StreamSocket): StreamSession {
    const { nextSessionId, ...context } = this.#options
    return createStreamSession({ ...context, sessionId: nextSessionId(), peers: this }, socket)
  }

  openEvents(request: EventStreamRequest): EventStream | undefined {
    const { principal } = request
    if (this.#isFull(this.#ofAccount(principal.defaultAccountId))) return undefined
    const stream = new EventStream(this.#options, request, () => this.#sessions.delete(stream))
    this.#sessions.set(stream, { principal, exclusive: false })
    return stream
  }

  endAll(code: number, reason: string, graceMs?: number): void {
    for (const session of [...this.#sessions.keys()]) session.end(code, reason, graceMs)
  }

  endKey(keyId: string): void {
    for (const [session, member] of [...this.#sessions]) {
      if (member?.principal.keyId === keyId) session.end(CLOSE.notAllowed, 'the key was revoked')
    }
  }

  backlogged(): boolean {
    for (const session of this.#sessions.keys()) if (session.backlogged()) return true
    return false
  }

  joined(session: StreamSession): void {
    this.#sessions.set(session, undefined)
  }

  authenticated(session: StreamSession, principal: Principal, exclusive: boolean): boolean {
    const others = this.#ofAccount(principal.defaultAccountId).filter(([other]) => other !== session)
    if (this.#isFull(others)) return false
    this.#sessions.set(session, { principal, exclusive })
    if (exclusive) {
      for (const [other, member] of others) {
        if (member.exclusive) other.end(CLOSE.superseded, 'another exclusive session took over')
      }
    }
    return true
  }

  left(session: StreamSession): void {
    this.#sessions.delete(session)
  }

  #isFull(others: readonly unknown[]): boolean {
    const { connectionsPerAccount } = this.#options.limits ?? RELAXED_LIMITS
    return others.length >= connectionsPerAccount
  }

  #ofAccount(accountId: string): [OpenStream, Member][] {
    const members: [OpenStream, Member][] = []
    for (const [session, member] of this.#sessions) {
      if (member?.principal.defaultAccountId === accountId) members.push([session, member])
    }
    return members
  }
}
