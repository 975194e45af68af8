import type { Clock } from '../ports/clock.ts'
import type { Random } from '../ports/random.ts'
import {
  openWebSocket,
  type WebSocketCloseEvent,
  type WebSocketConstructor,
  type WebSocketLike,
} from '../ports/web-socket.ts'
import { reconnectDelay } from './backoff.ts'
import { closeAction, waitOfReason } from './close-action.ts'
import { type ConnectionEvent, type ConnectionState, transition } from './connection-state.ts'
import { checkLiveness, type Liveness } from './heartbeat.ts'
import { parseFrame } from './messages.ts'
import { ProtocolError, SupersededError, streamError } from './stream-errors.ts'
import { createStrikes } from './strikes.ts'
import type { Timers } from './timers.ts'

export interface ConnectionOptions {
  readonly url: string
  /** The subprotocol. */
  readonly protocol: string
  /** Asked at each connect; `refresh` after the server refused the last one. */
  getToken(request: { readonly refresh: boolean }): Promise<string>
  readonly WebSocket?: WebSocketConstructor | undefined
  readonly clock: Clock
  readonly random: Random
  /** Asked of the server, in milliseconds. */
  readonly heartbeatMs?: number | undefined
  /** What is wrong with a message, if anything. */
  validate?(message: unknown): string | undefined
}

export interface ConnectionPorts {
  readonly timers: Timers
  nextId(): string
  /** Authenticated; `conflateMs` where the last connection was too fast for us. */
  online(accountId: string, conflateMs: number | undefined): void
  offline(): void
  message(message: { readonly type: string }, bytes: number): void
  /** For good: trying again would not help. */
  failed(error: unknown): void
  changed(state: ConnectionState, reason: string | undefined): void
}

export interface Connection {
  readonly state: ConnectionState
  /** Somebody wants the connection. Does nothing where it is there, or on its way. */
  want(): void
  unwant(): void
  send(message: object): void
  /** All subscriptions are acknowledged. */
  acknowledged(): void
  /** Gives this socket up and tries anew. */
  reconnect(reason: string): void
  close(): void
}

const stepMs = 5_000
const tokenMs = 20_000
const healthyMs = 30_000
/** For the peer to answer a close, where the socket can be dropped otherwise. */
const goodbyeMs = 2_000
const conflateMs = 100

/** One live socket at most, and the state machine around it. */
export function createConnection(options: ConnectionOptions, ports: ConnectionPorts): Connection {
  const { clock, random } = options
  const { timers } = ports
  let state: ConnectionState = 'idle'
  let socket: WebSocketLike | undefined
  /** Tells a token that was asked for by an attempt since given up. */
  let attemptId = 0
  let attempt = 0
  let lastAttemptMs = Number.NEGATIVE_INFINITY
  let refresh = false
  let tooFast = false
  const protocolErrors = createStrikes(clock)
  let authenticateId = ''
  let heartbeatMs = 5_000
  const liveness: Mutable<Liveness> = { lastSeenMs: 0, dueMs: 0, deadlineMs: undefined }

  function move(event: ConnectionEvent, reason?: string): boolean {
    const next = transition(state, event)
    if (next === undefined) return false
    state = next
    ports.changed(state, reason)
    // A listener may have closed everything.
    return state === next
  }

  function connect(delayMs: number): void {
    const run = () => {
      if (state === 'connecting' || move('retried')) void start()
    }
    if (delayMs > 0) timers.set('attempt', delayMs, run)
    else run()
  }

  async function start(): Promise<void> {
    attemptId += 1
    const mine = attemptId
    lastAttemptMs = clock.monotonicMs()
    expect('token', tokenMs)
    let token: string
    try {
      token = await options.getToken({ refresh })
    } catch (error) {
      if (mine === attemptId) tokenFailed(error)
      return
    }
    if (mine === attemptId) open(token)
  }

  function tokenFailed(error: unknown): void {
    const { status, message, cause } = Object(error) as Record<'status' | 'message' | 'cause', unknown>
    // Refused credentials stay refused, and a token of another environment wrong; anything else may pass.
    if (status === 401 || status === 403 || Object(cause).name === 'ConfigurationError') fail(error)
    else lost(`no token: ${message}`)
  }

  function open(token: string): void {
    expect('handshake', stepMs)
    try {
      socket = openWebSocket(options.WebSocket, options.url, options.protocol)
    } catch (error) {
      // A wrong URL, or no WebSocket at all.
      fail(error)
      return
    }
    detach = listen(socket, {
      open() {
        if (!move('opened')) return
        expect('authenticate', stepMs)
        authenticateId = ports.nextId()
        const asked = options.heartbeatMs
        send({ type: 'authenticate', id: authenticateId, token, ...(asked && { heartbeatMs: asked }) })
      },
      message: receive,
      close: closed,
    })
  }
  let detach = () => {}

  /** The connection is given up where the next step takes longer. */
  const expect = (step: string, withinMs: number) =>
    timers.set('step', withinMs, () => lost(`${step} timed out`))

  function send(message: object): void {
    // A send into a socket that is about to close changes nothing: the reconnect says everything anew.
    if (socket?.readyState === 1) socket.send(JSON.stringify(message))
  }

  function receive({ data }: { readonly data: unknown }): void {
    liveness.lastSeenMs = clock.monotonicMs()
    liveness.deadlineMs = undefined
    if (typeof data !== 'string') return
    const messages = parseFrame(data)
    const current = socket
    for (const message of messages) {
      // A message before this one may have ended the connection.
      if (socket !== current) return
      try {
        const wrong = options.validate?.(message)
        if (wrong !== undefined) fail(new ProtocolError(wrong, { code: 'invalid-message' }))
        else if (!handle(message as Handled)) ports.message(message, data.length / messages.length)
      } catch (error) {
        // Of a known type, but not what such a message is made of.
        broken(`unreadable ${message.type}: ${error}`)
      }
    }
  }

  /** True if the message was about the connection itself. */
  function handle(message: Handled): boolean {
    if (message.id !== authenticateId || state !== 'authenticating') return false
    if (message.type === 'authenticated') authenticated(message)
    else if (message.type === 'error') refused(message.problem ?? {})
    return true
  }

  function authenticated(message: Handled): void {
    timers.clear('step')
    refresh = false
    heartbeatMs = message.heartbeatMs ?? heartbeatMs
    liveness.dueMs = clock.monotonicMs()
    if (!move('authenticated')) return
    watch()
    ports.online(message.accountId ?? '', tooFast ? conflateMs : undefined)
  }

  function watch(): void {
    const nowMs = clock.monotonicMs()
    const check = checkLiveness(liveness, nowMs, heartbeatMs)
    if (check.action === 'abandon') {
      lost('the server is silent')
      return
    }
    if (check.action === 'ping') send({ type: 'ping', id: ports.nextId() })
    Object.assign(liveness, { dueMs: check.dueMs, deadlineMs: check.deadlineMs })
    timers.set('liveness', check.dueMs - nowMs, watch)
  }

  function closed({ code, reason }: WebSocketCloseEvent): void {
    const why = `closed with ${code}${reason && ` ${reason}`}`
    const action = closeAction(code)
    if (action === 'refreshToken') refused({ status: 401, code: 'not-authenticated', detail: why })
    else if (action === 'stop') fail(streamError('stream', { status: 403, code: 'forbidden', detail: why }))
    else if (action === 'superseded')
      fail(new SupersededError('Another session took over', { code: 'superseded' }))
    else if (action === 'reconnectUnlessRepeated') broken(why)
    else {
      tooFast ||= action === 'conflate'
      lost(why, action === 'wait' ? waitOfReason(reason) : 0)
    }
  }

  /** A token may have run out just now: a fresh one gets one chance. */
  function refused(problem: Refusal): void {
    const wrongToken = problem.status === 401
    if (problem.retryable || (wrongToken && !refresh)) {
      refresh ||= wrongToken
      lost('authentication was refused')
    } else fail(streamError('authenticate', problem))
  }

  /** The two ends do not understand each other; once may be chance. */
  function broken(why: string): void {
    if (protocolErrors()) fail(new ProtocolError(why, { code: 'protocol-error' }))
    else lost(why)
  }

  function lost(reason: string, atLeastMs = 0): void {
    release(4000)
    if (!move('lost', reason)) return
    const sinceMs = clock.monotonicMs() - lastAttemptMs
    connect(Math.max(atLeastMs, reconnectDelay(attempt, sinceMs, random)))
    attempt += 1
  }

  function fail(error: unknown): void {
    release(4000)
    if (move('refused', error instanceof Error ? error.message : String(error))) ports.failed(error)
  }

  /** Lets go of the socket and of everything that waits for it. It may live on for a while, but nobody hears it. */
  function release(code: 1000 | 4000): void {
    attemptId += 1
    for (const timer of ['attempt', 'step', 'liveness', 'healthy']) timers.clear(timer)
    detach()
    const old = socket
    socket = undefined
    if (!old) return
    ports.offline()
    try {
      old.close(code)
      // A dead peer never answers the close; one that is left in peace gets the time to.
      if (code === 4000) old.terminate?.()
      else if (old.terminate) {
        const cancel = clock.after(goodbyeMs, () => old.terminate?.())
        old.addEventListener('close', cancel)
      }
    } catch {
      // It was not open yet, or not open any more.
    }
  }

  function stop(event: 'unwanted' | 'closed'): void {
    release(1000)
    move(event)
  }

  return {
    get state() {
      return state
    },
    want() {
      if (move('wanted')) connect(Math.max(0, reconnectDelay(0, clock.monotonicMs() - lastAttemptMs, now)))
    },
    unwant: () => stop('unwanted'),
    send,
    acknowledged() {
      if (!move('acknowledged')) return
      timers.set('healthy', healthyMs, () => {
        attempt = 0
        tooFast = false
      })
    },
    reconnect: (reason) => lost(reason),
    close: () => stop('closed'),
  }
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] }

interface Handled {
  readonly type: string
  readonly id?: string
  readonly accountId?: string
  readonly heartbeatMs?: number
  readonly problem?: Refusal
}

/** As much of a problem as decides what to do. */
interface Refusal {
  readonly status?: number
  readonly retryable?: boolean
  readonly code?: string
  readonly detail?: string
}

/** Full jitter without the jitter: a first connection has nobody to keep out of the way of. */
const now = { fraction: () => 0 }

const ignore = () => {}

/** Listens until the returned function is called. */
function listen(
  socket: WebSocketLike,
  on: {
    open(): void
    message(event: { readonly data: unknown }): void
    close(event: WebSocketCloseEvent): void
  },
): () => void {
  socket.addEventListener('open', on.open)
  socket.addEventListener('message', on.message)
  socket.addEventListener('close', on.close)
  // Stays: a close follows every error, and where nobody listens an emitter throws.
  socket.addEventListener('error', ignore)
  return () => {
    socket.removeEventListener('open', on.open)
    socket.removeEventListener('message', on.message)
    socket.removeEventListener('close', on.close)
  }
}
