import { createServer, connect as dial, type Socket } from 'node:net'

/**
 * What becomes of a request at the proxy.
 *
 * - `pass`: nothing special
 * - `cutBefore`: the connection breaks before the server sees the request
 * - `cutAfter`: the server answers, and the connection breaks instead of passing that on
 * - `cutWithin`: the same in the middle of the answer
 * - `endAfter`: the server answers, and the connection ends in good order without it
 * - `swallow`: the server answers, and nobody hears of it; the connection stays
 * - `garble`: another answer arrives in place of the server's
 */
export type Fate = 'pass' | 'cutBefore' | 'cutAfter' | 'cutWithin' | 'endAfter' | 'swallow' | Garble

export interface Garble {
  readonly instead: string
}

export interface SeenRequest {
  readonly method: string
  readonly path: string
  readonly headers: string
}

interface Link {
  readonly client: Socket
  readonly server: Socket
  /** Nothing gets through in either direction, and nobody is told. */
  frozen: boolean
}

/** A line between client and server that can be broken in every way that lines break. Counts what it carries. */
export class Line implements AsyncDisposable {
  readonly requests: SeenRequest[] = []
  /** Decides about each request in turn. */
  fate: (request: SeenRequest) => Fate = () => 'pass'
  connects = 0
  readonly #links = new Set<Link>()
  readonly #listener = createServer((client) => this.#accept(client))
  #target: number
  #port = 0

  private constructor(target: number) {
    this.#target = target
  }

  static async to(target: number): Promise<Line> {
    const proxy = new Line(target)
    await new Promise<void>((resolve) => proxy.#listener.listen(0, '127.0.0.1', resolve))
    const address = proxy.#listener.address()
    if (typeof address === 'object' && address !== null) proxy.#port = address.port
    return proxy
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  get open(): number {
    return this.#links.size
  }

  count(method: string, path: string): number {
    return this.requests.filter((each) => each.method === method && each.path === path).length
  }

  /** Breaks everything that is open: by a reset, or by an end in good order. */
  cutAll(how: 'reset' | 'end' | 'destroy' = 'reset'): void {
    for (const { client, server } of this.#links) {
      if (how === 'end') client.end()
      else if (how === 'reset') client.resetAndDestroy()
      else client.destroy()
      server.destroy()
    }
  }

  /** What is open stays open and dead; connections made later work. */
  freezeAll(): void {
    for (const link of this.#links) link.frozen = true
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.cutAll('destroy')
    await new Promise((resolve) => this.#listener.close(resolve))
  }

  #accept(client: Socket): void {
    this.connects += 1
    const link: Link = { client, server: dial(this.#target, '127.0.0.1'), frozen: false }
    const { server } = link
    this.#links.add(link)
    let fate: Fate = 'pass'
    client.on('data', (bytes) => {
      if (link.frozen) return
      const request = parse(bytes.toString('latin1'))
      if (request !== undefined) {
        this.requests.push(request)
        fate = this.fate(request)
      }
      if (fate === 'cutBefore') client.resetAndDestroy()
      else if (!server.destroyed) server.write(bytes)
    })
    server.on('data', (bytes) => {
      if (!link.frozen && !client.destroyed) answer(client, bytes, fate)
    })
    const ended = () => {
      client.destroy()
      server.destroy()
      this.#links.delete(link)
    }
    for (const socket of [client, server]) {
      socket.on('error', () => {})
      // A frozen line does not tell either end that the other one is gone.
      socket.on('close', () => link.frozen || ended())
    }
  }
}

function answer(client: Socket, bytes: Buffer, fate: Fate): void {
  if (fate === 'cutAfter') client.resetAndDestroy()
  else if (fate === 'endAfter') client.end()
  else if (fate === 'cutWithin') client.write(bytes.subarray(0, bytes.length - 5), () => client.destroy())
  else if (typeof fate === 'object') client.end(fate.instead)
  else if (fate === 'pass') client.write(bytes)
}

function parse(text: string): SeenRequest | undefined {
  const [, method = '', path = '', headers = ''] = /^([A-Z]+) (\S+) HTTP\/1\.1\r\n([\s\S]*)/.exec(text) ?? []
  return method === '' ? undefined : { method, path, headers: headers.split('\r\n\r\n', 1)[0] ?? '' }
}
