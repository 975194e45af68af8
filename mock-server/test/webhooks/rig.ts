import type { FeedMessage } from '../../src/feed/feed.ts'
import type { Delivery } from '../../src/webhooks/delivery.ts'
import type { SendOutcome, WebhookRequest } from '../../src/webhooks/send.ts'
import type { Webhook, WebhookContent } from '../../src/webhooks/webhook.ts'
import { Webhooks } from '../../src/webhooks/webhooks.ts'
import { createSecurityClock, type SecurityClock } from '../../src/worlds/security-clock.ts'
import { FakeClock } from '../streams/fake-clock.ts'

type Answer = SendOutcome | Promise<SendOutcome> | Error

/** Webhooks over a feed and receivers in the test's hand. Time stands until the test moves it. */
export class Rig {
  readonly machine = new FakeClock()
  readonly security: SecurityClock = createSecurityClock(this.machine)
  /** Every request, in the order in which they were sent. */
  readonly requests: WebhookRequest[] = []
  /** What a receiver answers. @default 200 */
  answer: (request: WebhookRequest, attempt: number) => Answer = () => ({ statusCode: 200 })
  readonly webhooks: Webhooks
  readonly #listeners = new Map<string, Set<(message: FeedMessage) => void>>()
  #seq = 0

  constructor(random = 0) {
    this.webhooks = new Webhooks({
      feed: {
        epoch: 'e1',
        listen: (channel, listener) => {
          const listeners = this.#listeners.get(channel) ?? new Set()
          this.#listeners.set(channel, listeners.add(listener))
          return () => void listeners.delete(listener)
        },
      },
      transport: { policy: { allowed: 'any' }, send: (request) => this.#send(request) },
      securityClock: this.security,
      machine: this.machine,
      newKey: () => new Uint8Array(32).fill(7),
      randomOf: () => () => random,
      soon: (callback) => queueMicrotask(callback),
    })
  }

  /** How many listen to the feed. */
  get listeners(): number {
    return [...this.#listeners.values()].reduce((sum, { size }) => sum + size, 0)
  }

  create(content: Partial<WebhookContent> = {}, accountId = 'acc_1'): Webhook {
    const url = `https://receiver.test/${this.webhooks.list(accountId).length}`
    const made = this.webhooks.create(accountId, { url, eventTypes: [], description: '', ...content })
    if (made === 'limit') throw new Error('too many webhooks')
    return made
  }

  /** Publishes one event, and lets what follows from it happen. */
  async publish(type = 'orderFilled', channel = 'orders.acc_1'): Promise<FeedMessage> {
    const message = this.message(type, channel)
    for (const listener of this.#listeners.get(channel) ?? []) listener(message)
    await this.settled()
    return message
  }

  /** Publishes many at once. */
  burst(count: number): void {
    for (let left = count; left > 0; left -= 1) {
      const message = this.message('orderFilled', 'orders.acc_1')
      for (const listener of this.#listeners.get('orders.acc_1') ?? []) listener(message)
    }
  }

  async advance(ms: number): Promise<void> {
    this.security.advance(ms)
    await this.settled()
  }

  /** After everything that does not wait for time. */
  async settled(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve))
  }

  deliveries(webhook: Webhook): readonly Delivery[] {
    return this.webhooks.deliveries(webhook)
  }

  statuses(webhook: Webhook): string[] {
    return this.deliveries(webhook).map(({ status, reason }) =>
      reason === null ? status : `${status} ${reason}`,
    )
  }

  message(type: string, channel: string): FeedMessage {
    this.#seq += 1
    const time = '2026-11-22T14:30:00.000000Z'
    const parts = { channel, offset: this.#seq, seq: this.#seq, type, time, data: { order: 'ord_1' } }
    const text = JSON.stringify({ ...parts, epoch: 'e1' })
    return { ...parts, text, bytes: new TextEncoder().encode(text) }
  }

  async #send(request: WebhookRequest): Promise<SendOutcome> {
    this.requests.push(request)
    const answer = await this.answer(request, this.requests.length)
    if (answer instanceof Error) throw answer
    return answer
  }
}
