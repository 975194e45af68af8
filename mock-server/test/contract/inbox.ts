import { type Received, Receiver } from '../webhooks/receivers.ts'
import type { Served } from './transports.ts'

/** A receiver of webhooks that the transport's mock reaches: by the network, or by the `fetch` that it was given. */
export interface Inbox extends AsyncDisposable {
  readonly url: string
  readonly received: readonly Received[]
  /** What it answers from now on. @default 200 */
  status: number
  /** Once so many requests have come. */
  until(count: number): Promise<void>
}

export async function openInbox(served: Served): Promise<Inbox> {
  return served.transport === 'port' ? new NetworkInbox().open() : new LocalInbox()
}

/** The `webhookFetch` of every mock that is not on a port. */
export const inboxFetch: typeof globalThis.fetch = async (input, init) => {
  const request = new Request(input, init)
  const inbox = local.get(request.url)
  if (inbox === undefined) throw new TypeError('fetch failed')
  return inbox.take(request)
}

const local = new Map<string, LocalInbox>()
let inboxes = 0

class LocalInbox implements Inbox {
  readonly url: string
  readonly received: Received[] = []
  status = 200
  #wake = (): void => {}

  constructor() {
    inboxes += 1
    this.url = `https://receiver-${inboxes}.test/hook`
    local.set(this.url, this)
  }

  async take(request: Request): Promise<Response> {
    const { method, url } = request
    const headers = Object.fromEntries(request.headers)
    this.received.push({ method, url, headers, body: await request.text() })
    this.#wake()
    return new Response(null, { status: this.status })
  }

  async until(count: number): Promise<void> {
    while (this.received.length < count) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    local.delete(this.url)
  }
}

class NetworkInbox implements Inbox {
  status = 200
  #receiver: Receiver | undefined

  async open(): Promise<this> {
    this.#receiver = await Receiver.http((_, response) => void response.writeHead(this.status).end())
    return this
  }

  get url(): string {
    return this.#receiver?.url ?? ''
  }

  get received(): readonly Received[] {
    return this.#receiver?.received ?? []
  }

  async until(count: number): Promise<void> {
    await this.#receiver?.until(() => this.received.length >= count)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#receiver?.[Symbol.asyncDispose]()
  }
}
