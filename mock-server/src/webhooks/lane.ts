import type { Clock } from '../ports/clock.ts'
import { bodyOf, type Delivery, type FailureReason } from './delivery.ts'
import { judge } from './judge.ts'
import { MAXIMUM_ATTEMPTS, retryDelayMs } from './schedule.ts'
import type { SendOutcome, SendWebhook } from './send.ts'
import { signedHeaders } from './signature.ts'
import type { Webhook } from './webhook.ts'

/** Deliveries of a webhook that may wait; what comes beyond is recorded as failed without an attempt. */
export const QUEUE_LIMIT = 1_000
/** Deliveries that are over and still listed. */
export const KEPT_LIMIT = 1_000

/** Of every request. */
const HEADERS = { 'content-type': 'application/json', 'user-agent': 'openbourse-webhooks' }

export interface LaneOptions {
  /** As it stands now. */
  webhook(): Webhook
  readonly send: SendWebhook
  /** When retries are due, and the times that are told. */
  readonly securityClock: Clock
  /** What signatures and durations are of: a receiver's clock goes with the machine's, whatever a test advanced. */
  readonly machine: Clock
  /** A fraction in [0, 1) for the next wait. */
  random(): number
  /** Runs in a task of its own, so that nobody who causes an event waits for its delivery. */
  soon(callback: () => void): void
  /** Hears of a delivery that is new, waits for its time, or is over. */
  note(delivery: Delivery): void
  /** The receiver answered that it wants nothing any more. */
  onGone(): void
}

/**
 * The deliveries of one webhook, one request at a time: first attempts in the order of the events, a retry after
 * what waits already when it is due. Another webhook has a lane of its own and never waits for this one.
 */
export class Lane {
  readonly #options: LaneOptions
  /** Waiting for their turn. */
  readonly #ready: Delivery[] = []
  /** Waiting for their time, with what cancels the wait. */
  readonly #waiting = new Map<Delivery, () => void>()
  readonly #over: Delivery[] = []
  #current: Delivery | undefined
  readonly #abort = new AbortController()

  constructor(options: LaneOptions) {
    this.#options = options
  }

  /** Whether a request is under way. */
  get sending(): boolean {
    return this.#current !== undefined
  }

  /** Newest first. */
  list(): readonly Delivery[] {
    const current = this.#current === undefined ? [] : [this.#current]
    const all = [...this.#over, ...current, ...this.#ready, ...this.#waiting.keys()]
    return all.sort((left, right) => right.number - left.number)
  }

  /** Tests go before everything else that waits. */
  add(delivery: Delivery): void {
    if (this.#ready.length + this.#waiting.size >= QUEUE_LIMIT) {
      this.#end(delivery, 'queue-full')
      return
    }
    if (delivery.event === undefined) this.#ready.unshift(delivery)
    else this.#ready.push(delivery)
    this.#options.note(delivery)
    this.#next()
  }

  /** Goes on with what an earlier process left. What was under way is sent again: nobody knows whether it arrived. */
  recall(delivery: Delivery): void {
    const { status, attempts, nextAttemptAtMs } = delivery
    if (status !== 'pending') this.#keep(delivery)
    else if (nextAttemptAtMs === null) this.#ready.push(delivery)
    else {
      // The clock may have been advanced before, and be the machine's again.
      const longestMs = retryDelayMs(attempts.length, 1) ?? 0
      const leftMs = nextAttemptAtMs - this.#options.securityClock.nowMs()
      this.#wait(delivery, Math.max(0, Math.min(leftMs, longestMs)))
    }
    this.#next()
  }

  /** The webhook was disabled: what waits has failed. A request under way still gets its answer. */
  drop(): void {
    for (const cancel of this.#waiting.values()) cancel()
    const dropped = [...this.#ready, ...this.#waiting.keys()]
    this.#ready.length = 0
    this.#waiting.clear()
    for (const delivery of dropped.sort((left, right) => left.number - right.number)) {
      this.#end(delivery, 'webhook-disabled')
    }
  }

  /** Ends everything, a request under way too. */
  close(): void {
    this.#abort.abort()
    for (const cancel of this.#waiting.values()) cancel()
    this.#waiting.clear()
    this.#ready.length = 0
  }

  #next(): void {
    if (this.#current !== undefined) return
    const delivery = this.#ready.shift()
    if (delivery === undefined) return
    this.#current = delivery
    this.#options.soon(() => void this.#attempt(delivery))
  }

  async #attempt(delivery: Delivery): Promise<void> {
    const { securityClock, machine } = this.#options
    const startedAtMs = securityClock.nowMs()
    const machineMs = machine.nowMs()
    const outcome = await this.#send(delivery, Math.floor(machineMs / 1000))
    if (this.#abort.signal.aborted) return
    this.#current = undefined
    delivery.attempts.push({
      startedAtMs,
      durationMs: Math.max(0, Math.round(machine.nowMs() - machineMs)),
      statusCode: 'error' in outcome ? null : outcome.statusCode,
      error: 'error' in outcome ? outcome.error : null,
    })
    this.#settle(delivery, outcome)
    this.#next()
  }

  async #send(delivery: Delivery, timestamp: number): Promise<SendOutcome> {
    const { signal } = this.#abort
    if (signal.aborted) return { error: 'send-failed' }
    const webhook = this.#options.webhook()
    try {
      const body = bodyOf(delivery, webhook)
      const headers = { ...HEADERS, ...signedHeaders(webhook.secret, { id: delivery.id, timestamp, body }) }
      return await this.#options.send({ url: webhook.url, headers, body, signal })
    } catch {
      return { error: 'send-failed' }
    }
  }

  #settle(delivery: Delivery, outcome: SendOutcome): void {
    switch (judge(outcome)) {
      case 'succeeded':
        this.#end(delivery, null)
        break
      case 'gone':
        this.#end(delivery, 'receiver-gone')
        this.#options.onGone()
        break
      case 'hopeless':
        this.#end(delivery, 'no-transport')
        break
      case 'retry':
        this.#retry(delivery)
    }
  }

  #retry(delivery: Delivery): void {
    const { random, webhook } = this.#options
    // A test is over after one attempt: whoever makes it wants to see what came of it.
    const failures = delivery.event === undefined ? MAXIMUM_ATTEMPTS : delivery.attempts.length
    const delayMs = retryDelayMs(failures, random())
    if (delayMs === undefined) this.#end(delivery, 'attempts-exhausted')
    else if (webhook().status === 'disabled') this.#end(delivery, 'webhook-disabled')
    else {
      this.#wait(delivery, delayMs)
      this.#options.note(delivery)
    }
  }

  #wait(delivery: Delivery, delayMs: number): void {
    const { securityClock } = this.#options
    delivery.nextAttemptAtMs = securityClock.nowMs() + delayMs
    const cancel = securityClock.after(delayMs, () => {
      this.#waiting.delete(delivery)
      delivery.nextAttemptAtMs = null
      this.#ready.push(delivery)
      this.#next()
    })
    this.#waiting.set(delivery, cancel)
  }

  #end(delivery: Delivery, reason: FailureReason | null): void {
    delivery.status = reason === null ? 'succeeded' : 'failed'
    delivery.reason = reason
    delivery.nextAttemptAtMs = null
    delivery.message = undefined
    this.#options.note(delivery)
    this.#keep(delivery)
  }

  #keep(delivery: Delivery): void {
    this.#over.push(delivery)
    if (this.#over.length > KEPT_LIMIT) this.#over.shift()
  }
}
