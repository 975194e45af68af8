import type { Feed, FeedMessage } from '../feed/feed.ts'
import type { Entry, Note } from '../journal/records.ts'
import type { Clock } from '../ports/clock.ts'
import { digest } from '../ports/crypto.ts'
import type { Delivery } from './delivery.ts'
import { Lane } from './lane.ts'
import type { WebhookTransport } from './send.ts'
import { secretOf } from './signature.ts'
import { checkUrl } from './target.ts'
import { type Webhook, type WebhookChange, type WebhookContent, wants } from './webhook.ts'

/** Webhooks that an account may have. */
export const WEBHOOK_LIMIT = 16

export interface WebhooksOptions {
  readonly feed: Pick<Feed, 'epoch' | 'listen'>
  readonly transport: WebhookTransport
  readonly securityClock: Clock
  /** The transport clock. */
  readonly machine: Clock
  /** 32 bytes that nobody can guess. */
  newKey(): Uint8Array
  /** A fraction in [0, 1) for the next wait of that webhook. */
  randomOf(webhookNumber: number): () => number
  soon(callback: () => void): void
  /** Hears of what a restart must know. */
  readonly note?: Note
}

/** What a restart must know of a delivery. */
interface NotedDelivery {
  readonly webhook: Pick<Webhook, 'accountId' | 'number'>
  readonly delivery: Delivery
}

interface OneWebhook {
  webhook: Webhook
  readonly lane: Lane
}

interface AccountWebhooks {
  readonly entries: Map<number, OneWebhook>
  /** Ends the listening to the account's channels. */
  readonly stop: () => void
}

/**
 * The webhooks of one world: they read the private channels of the feed and post what they read. They are the
 * world's, and go with it; deliveries follow the machine's time, however the world's stands.
 */
export class Webhooks {
  readonly #options: WebhooksOptions
  readonly #accounts = new Map<string, AccountWebhooks>()
  #last = 0
  #deliveries = 0
  /** What was noted, as it was last, until they go on. */
  readonly #recalled = new Map<number, NotedDelivery>()

  constructor(options: WebhooksOptions) {
    this.#options = options
  }

  /** Newest first. */
  list(accountId: string): readonly Webhook[] {
    const entries = [...(this.#accounts.get(accountId)?.entries.values() ?? [])]
    return entries.map(({ webhook }) => webhook).sort((left, right) => right.number - left.number)
  }

  find(accountId: string, number: number): Webhook | undefined {
    return this.#accounts.get(accountId)?.entries.get(number)?.webhook
  }

  /** Why nothing is posted to this URL; undefined when it is. */
  refusalOf(url: string): string | undefined {
    const checked = checkUrl(url, this.#options.transport.policy)
    return checked.ok ? undefined : checked.detail
  }

  create(accountId: string, content: WebhookContent): Webhook | 'limit' {
    if ((this.#accounts.get(accountId)?.entries.size ?? 0) >= WEBHOOK_LIMIT) return 'limit'
    const nowMs = this.#nowMs()
    const webhook: Webhook = {
      ...content,
      number: this.#last + 1,
      accountId,
      status: 'enabled',
      secret: secretOf(this.#options.newKey()),
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
    }
    this.#note('webhook', webhook)
    this.#put(webhook)
    return webhook
  }

  /** What makes them again, with their deliveries as they are now: a checkpoint is written while they go on. */
  *notes(): Generator<Entry> {
    for (const { entries } of this.#accounts.values()) {
      for (const { webhook, lane } of entries.values()) {
        yield ['webhook', webhook]
        for (const delivery of lane.list()) {
          yield ['delivery', noted(webhook, { ...delivery, attempts: [...delivery.attempts] })]
        }
      }
    }
    yield ['lastWebhook', this.#last]
    yield ['lastDelivery', this.#deliveries]
  }

  /** Puts in place what was noted. */
  recall([kind, value]: Entry): void {
    if (kind === 'lastWebhook') this.#last = value as number
    else if (kind === 'webhook') this.#put(value as Webhook)
    else if (kind === 'webhookRemoved') this.#drop(value as Webhook)
    else if (kind === 'lastDelivery') this.#deliveries = value as number
    else if (kind === 'delivery') {
      const found = value as NotedDelivery
      this.#recalled.set(found.delivery.number, found)
      this.#deliveries = Math.max(this.#deliveries, found.delivery.number)
    }
  }

  /** Goes on with the deliveries that were recalled, in the order in which they came. */
  resume(): void {
    const all = [...this.#recalled.values()].sort(
      (left, right) => left.delivery.number - right.delivery.number,
    )
    this.#recalled.clear()
    for (const { webhook, delivery } of all) this.#entry(webhook)?.lane.recall(delivery)
  }

  #put(webhook: Webhook): void {
    this.#last = Math.max(this.#last, webhook.number)
    const { entries } = this.#account(webhook.accountId)
    const known = entries.get(webhook.number)
    if (known !== undefined) known.webhook = webhook
    else {
      const entry: OneWebhook = { webhook, lane: this.#lane(() => entry) }
      entries.set(webhook.number, entry)
    }
  }

  change(webhook: Webhook, change: WebhookChange): Webhook {
    const entry = this.#entry(webhook)
    if (entry === undefined) return webhook
    entry.webhook = { ...entry.webhook, ...change, updatedAtMs: this.#nowMs() }
    this.#note('webhook', entry.webhook)
    if (entry.webhook.status === 'disabled') entry.lane.drop()
    return entry.webhook
  }

  remove(webhook: Webhook): void {
    this.#note('webhookRemoved', webhook)
    this.#drop(webhook)
  }

  #drop({ accountId, number }: Webhook): void {
    const account = this.#accounts.get(accountId)
    account?.entries.get(number)?.lane.close()
    account?.entries.delete(number)
    if (account?.entries.size !== 0) return
    account.stop()
    this.#accounts.delete(accountId)
  }

  /** Sends an event of the type `test`, whatever the webhook's status. */
  test(webhook: Webhook): Delivery {
    const delivery = this.#delivery(undefined)
    this.#entry(webhook)?.lane.add(delivery)
    return delivery
  }

  /** Newest first. */
  deliveries(webhook: Webhook): readonly Delivery[] {
    return this.#entry(webhook)?.lane.list() ?? []
  }

  /** Whether a request is under way. */
  get sending(): boolean {
    const accounts = [...this.#accounts.values()]
    return accounts.some(({ entries }) => [...entries.values()].some(({ lane }) => lane.sending))
  }

  /** Ends all of them with what is under way. */
  close(): void {
    for (const { entries, stop } of this.#accounts.values()) {
      stop()
      for (const { lane } of entries.values()) lane.close()
    }
    this.#accounts.clear()
  }

  #account(accountId: string): AccountWebhooks {
    const known = this.#accounts.get(accountId)
    if (known !== undefined) return known
    const entries: AccountWebhooks['entries'] = new Map()
    const heard = (message: FeedMessage): void => {
      for (const { webhook, lane } of entries.values()) {
        if (wants(webhook, message.type)) lane.add(this.#delivery(message))
      }
    }
    const channels = [`orders.${accountId}`, `account.${accountId}`]
    const ends = channels.map((channel) => this.#options.feed.listen(channel, heard))
    const account = {
      entries,
      stop: () => {
        for (const end of ends) end()
      },
    }
    this.#accounts.set(accountId, account)
    return account
  }

  #lane(entry: () => OneWebhook): Lane {
    const { transport, securityClock, machine, soon } = this.#options
    let random: (() => number) | undefined
    return new Lane({
      webhook: () => entry().webhook,
      send: transport.send,
      securityClock,
      machine,
      soon,
      random: () => {
        random ??= this.#options.randomOf(entry().webhook.number)
        return random()
      },
      note: (delivery) => this.#note('delivery', noted(entry().webhook, delivery)),
      onGone: () => void this.change(entry().webhook, { status: 'disabled' }),
    })
  }

  #delivery(heard: FeedMessage | undefined): Delivery {
    const { epoch } = this.#options.feed
    this.#deliveries += 1
    return {
      number: this.#deliveries,
      // Receivers remember ids: one of another world must not come again, so the epoch is in it.
      id: `dlv_${digest(`${epoch}:${this.#deliveries}`).slice(0, 22)}`,
      // Of a message that is read later the feed would keep a copy as long as it lives.
      event: heard && { channel: heard.channel, epoch, seq: heard.seq, type: heard.type, time: heard.time },
      message: heard?.text,
      createdAtMs: this.#nowMs(),
      attempts: [],
      status: 'pending',
      reason: null,
      nextAttemptAtMs: null,
    }
  }

  #entry({ accountId, number }: Pick<Webhook, 'accountId' | 'number'>): OneWebhook | undefined {
    return this.#accounts.get(accountId)?.entries.get(number)
  }

  #note(kind: string, value: unknown): void {
    this.#options.note?.(kind, value)
  }

  #nowMs(): number {
    return Math.floor(this.#options.securityClock.nowMs())
  }
}

function noted({ accountId, number }: Webhook, delivery: Delivery): NotedDelivery {
  return { webhook: { accountId, number }, delivery }
}
