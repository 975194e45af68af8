import type {
  AuthenticatedMessage,
  AuthenticateMessage,
  ClientMessage,
  ErrorMessage,
  HeartbeatMessage,
  PongMessage,
  ShutdownMessage,
  SubscribedMessage,
  SubscribeMessage,
  UnsubscribedMessage,
  UnsubscribeMessage,
  WelcomeMessage,
} from '@openbourse/spec'
import type { Principal } from '../worlds/principal.ts'
import { decodeClientMessage, isTooLarge } from './client-message.ts'
import { CLOSE } from './close-codes.ts'
import { Delivery } from './delivery.ts'
import { whenExpired } from './expiry.ts'
import { HeartbeatNumbers } from './heartbeat.ts'
import {
  AUTHENTICATE_WITHIN_MS,
  DEFAULT_HEARTBEAT_MS,
  LIFETIME_MS,
  LIFETIME_NOTICE_MS,
  MESSAGE_BYTES,
  RELAXED_LIMITS,
  SUBSCRIPTIONS,
} from './limits.ts'
import { MalformedCount, MessageRate } from './message-rate.ts'
import { Outbox } from './outbox.ts'
import { type Refusal, toProblem } from './problems.ts'
import type { StreamContext, StreamSession, StreamSocket } from './session.ts'
import { type SessionEvent, type SessionState, transition } from './session-state.ts'
import { fullName, grantChannels } from './subscribe.ts'
import { Subscriptions } from './subscriptions.ts'
import { SessionTimers } from './timers.ts'

/** How long a client waits that was refused for too many connections. */
const RETRY_CONNECTION_MS = 10_000

/** Starts a session on an open socket; `welcome` is sent before this returns. */
export function createStreamSession(context: StreamContext, socket: StreamSocket): StreamSession {
  const session = new Session(context, socket)
  session.start()
  return session
}

class Session implements StreamSession {
  readonly #context: StreamContext
  readonly #socket: StreamSocket
  readonly #timers: SessionTimers
  readonly #outbox: Outbox
  readonly #delivery: Delivery
  readonly #rate: MessageRate
  readonly #malformed = new MalformedCount()
  readonly #heartbeatNumbers = new HeartbeatNumbers()
  readonly #subscriptions: Subscriptions
  #state: SessionState = 'connecting'
  #principal: Principal | undefined
  #cancelExpiry = (): void => {}
  #heartbeatMs = DEFAULT_HEARTBEAT_MS

  constructor(context: StreamContext, socket: StreamSocket) {
    const { clock, feed, limits = RELAXED_LIMITS } = context
    this.#context = context
    this.#socket = socket
    this.#timers = new SessionTimers(clock, (error) => this.#fail(error))
    this.#outbox = new Outbox(socket, this.#timers, {
      room: () => this.#delivery.resume(),
      tooSlow: () => this.#close(CLOSE.slowConsumer, 'slow consumer'),
    })
    this.#delivery = new Delivery(feed, this.#outbox, this.#timers)
    this.#subscriptions = new Subscriptions(feed, this.#delivery, (error) => this.#fail(error))
    this.#rate = new MessageRate(limits, clock.nowMs())
  }

  start(): void {
    const { sessionId, feed, peers } = this.#context
    peers?.joined(this)
    this.#timers.set('authenticate', AUTHENTICATE_WITHIN_MS, () => this.#authenticationTimedOut())
    this.#timers.set('life', LIFETIME_MS - LIFETIME_NOTICE_MS, () =>
      this.end(CLOSE.restart, 'a session lives 24 hours', LIFETIME_NOTICE_MS),
    )
    this.#guard(() =>
      this.#outbox.control({
        type: 'welcome',
        sessionId,
        epoch: feed.epoch,
        time: this.#context.worldTime(),
        heartbeatMs: DEFAULT_HEARTBEAT_MS,
        authenticateWithinMs: AUTHENTICATE_WITHIN_MS,
      } satisfies WelcomeMessage),
    )
  }

  receive(text: string): void {
    if (this.#state !== 'closed') this.#guard(() => this.#receive(text))
  }

  closed(): void {
    this.#leave()
  }

  end(code: number, reason: string, graceMs = 0): void {
    if (graceMs <= 0 || this.#state === 'connecting') {
      this.#close(code, reason)
      return
    }
    if (!this.#move('endAnnounced')) return
    this.#timers.set('grace', graceMs, () => this.#close(code, reason))
    this.#guard(() => this.#outbox.control({ type: 'shutdown', graceMs } satisfies ShutdownMessage))
  }

  backlogged(): boolean {
    return this.#state !== 'closed' && (this.#delivery.behind || this.#outbox.backlogged())
  }

  #receive(text: string): void {
    if (isTooLarge(text)) {
      this.#tooLarge()
      return
    }
    const verdict = this.#rate.arrived(this.#timers.nowMs())
    const { message, refusal } = decodeClientMessage(text)
    if (verdict.outcome !== 'pass') {
      this.#tooFast(message?.id ?? refusal?.id ?? null, verdict.outcome, verdict.retryAfterSeconds)
      return
    }
    if (refusal !== undefined) {
      this.#refuse(refusal)
      if (this.#malformed.arrived(this.#timers.nowMs())) {
        this.#close(CLOSE.tooManyMalformed, 'too many malformed messages')
      }
    } else if (message !== undefined) {
      this.#dispatch(message)
    }
  }

  #dispatch(message: ClientMessage): void {
    const principal = this.#principal
    if (message.type === 'authenticate') this.#authenticate(message)
    else if (principal === undefined) this.#refuseUnauthenticated(message)
    else if (message.type === 'subscribe') this.#subscribe(message, principal)
    else if (message.type === 'unsubscribe') this.#unsubscribe(message, principal)
    else this.#pong(message.id)
  }

  #authenticate(message: AuthenticateMessage): void {
    const { id, token, exclusive = false } = message
    const principal = this.#context.authenticator.authenticate(token)
    if (principal === 'expired') {
      this.#refuse({
        id,
        code: 'token-expired',
        detail: 'The token has expired; authenticate with a new one',
      })
      this.#close(CLOSE.tokenExpired, 'token expired')
    } else if (principal === undefined) {
      const detail = 'No key or token of this environment is the one given'
      this.#refuse({ id, code: 'key-unknown', detail })
      this.#close(CLOSE.notAuthenticated, 'wrong token')
    } else if (this.#principal !== undefined && this.#principal.keyId !== principal.keyId) {
      const detail = 'This session belongs to another key; open a session for this one'
      this.#refuse({ id, code: 'forbidden', detail })
    } else if (this.#context.peers?.authenticated(this, principal, exclusive) === false) {
      const detail = 'The account has as many sessions as it may have'
      this.#refuse({ id, code: 'too-many-connections', detail, retryAfterMs: RETRY_CONNECTION_MS })
      this.#close(CLOSE.tooMany, String(RETRY_CONNECTION_MS / 1000))
    } else {
      this.#open(message, principal)
    }
  }

  /** The first time, or again: what the message does not say stays as it was. */
  #open({ id, batchMs, heartbeatMs }: AuthenticateMessage, principal: Principal): void {
    if (!this.#move('authenticated')) return
    this.#timers.cancel('authenticate')
    this.#principal = principal
    this.#endWith(principal)
    this.#heartbeatMs = heartbeatMs ?? this.#heartbeatMs
    this.#timers.set('heartbeat', this.#heartbeatMs, () => this.#heartbeat())
    this.#outbox.control({
      type: 'authenticated',
      id,
      accountId: principal.defaultAccountId,
      scopes: [...principal.scopes],
      heartbeatMs: this.#heartbeatMs,
    } satisfies AuthenticatedMessage)
    if (batchMs !== undefined) this.#outbox.batchFor(batchMs)
  }

  /** A session never outlives its principal. */
  #endWith(principal: Principal): void {
    this.#cancelExpiry()
    const { securityClock = this.#context.clock } = this.#context
    this.#cancelExpiry = whenExpired(principal, securityClock, () =>
      this.#close(CLOSE.tokenExpired, 'token expired'),
    )
  }

  #authenticationTimedOut(): void {
    const detail = `No authenticate came within ${AUTHENTICATE_WITHIN_MS} ms`
    this.#refuse({ id: null, code: 'authentication-timeout', detail })
    this.#close(CLOSE.notAuthenticated, 'not authenticated in time')
  }

  #subscribe({ id, channels }: SubscribeMessage, principal: Principal): void {
    const { granted, refusal } = grantChannels(channels, principal, this.#context.feed)
    if (refusal !== undefined) {
      this.#refuse({ id, ...refusal })
      return
    }
    const added = this.#subscriptions.countNew(granted)
    if (this.#subscriptions.size + added > SUBSCRIPTIONS) {
      const detail = `A session may have ${SUBSCRIPTIONS} channels; this one has ${this.#subscriptions.size}, and ${added} more were asked for`
      this.#refuse({ id, code: 'subscription-limit', detail })
      return
    }
    const begun = granted.map((channel) => this.#subscriptions.add(channel))
    this.#outbox.control({
      type: 'subscribed',
      id,
      channels: this.#subscriptions.list(),
    } satisfies SubscribedMessage)
    for (const subscription of begun) this.#delivery.begin(subscription)
  }

  #unsubscribe({ id, channels }: UnsubscribeMessage, principal: Principal): void {
    for (const name of channels) this.#subscriptions.drop(fullName(name, principal))
    this.#outbox.control({
      type: 'unsubscribed',
      id,
      channels: this.#subscriptions.list(),
    } satisfies UnsubscribedMessage)
  }

  #pong(id: string): void {
    this.#outbox.control({ type: 'pong', id, time: this.#context.worldTime() } satisfies PongMessage)
  }

  /** What is held back goes first, so that the numbers never run ahead of the data. */
  #heartbeat(): void {
    this.#timers.set('heartbeat', this.#heartbeatMs, () => this.#heartbeat())
    const { feed } = this.#context
    const time = this.#context.worldTime()
    this.#delivery.flushAll()
    const nowMs = this.#timers.nowMs()
    const channels = this.#heartbeatNumbers.next(this.#subscriptions.values(), feed, nowMs)
    this.#outbox.control({ type: 'heartbeat', time, channels } satisfies HeartbeatMessage)
  }

  #refuseUnauthenticated({ id, type }: ClientMessage): void {
    const detail = `Before ${type} a session sends authenticate with its token`
    this.#refuse({ id, code: 'not-authenticated', detail })
  }

  #tooLarge(): void {
    const detail = `A message has at most ${MESSAGE_BYTES} bytes`
    this.#refuse({ id: null, code: 'message-too-large', detail })
    this.#close(CLOSE.messageTooBig, 'message too big')
  }

  #tooFast(id: string | null, outcome: 'refuse' | 'close', seconds: number): void {
    const detail = `Too many messages; wait ${seconds} s`
    this.#refuse({ id, code: 'too-many-messages', detail, retryAfterMs: seconds * 1000 })
    if (outcome === 'close') this.#close(CLOSE.tooMany, String(seconds))
  }

  #refuse(refusal: Refusal): void {
    const problem = toProblem(this.#context.sessionId, refusal)
    this.#outbox.control({ type: 'error', id: refusal.id, problem } satisfies ErrorMessage)
  }

  #guard(action: () => void): void {
    try {
      action()
    } catch (error) {
      this.#fail(error)
    }
  }

  #fail(error: unknown): void {
    this.#context.onError?.(error)
    this.#close(CLOSE.internalError, 'internal error')
  }

  #close(code: number, reason: string): void {
    if (!this.#leave()) return
    try {
      this.#socket.close(code, reason)
    } catch (error) {
      this.#context.onError?.(error)
    }
  }

  /** Gives back everything that the session holds; answers false when it had done so before. */
  #leave(): boolean {
    if (!this.#move('closed')) return false
    this.#timers.clear()
    this.#cancelExpiry()
    this.#outbox.close()
    this.#subscriptions.dropAll()
    this.#context.peers?.left(this)
    return true
  }

  #move(event: SessionEvent): boolean {
    const next = transition(this.#state, event)
    if (next === undefined) return false
    this.#state = next
    return true
  }
}
