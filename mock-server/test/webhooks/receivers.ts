import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net'

export interface Received {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A receiver on loopback. */
export class Receiver implements AsyncDisposable {
  readonly received: Received[] = []
  readonly sockets = new Set<Socket>()
  readonly #server: Server
  readonly #scheme: string
  #wake = (): void => {}

  private constructor(server: Server, scheme: string) {
    this.#server = server
    this.#scheme = scheme
    server.on('connection', (socket: Socket) => {
      this.sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => this.sockets.delete(socket))
      this.#wake()
    })
  }

  /** Keeps what it gets; `answer` answers. @default 200 without a body */
  static http(answer: RequestListener = (_, response) => void response.end()): Promise<Receiver> {
    const listener: RequestListener = (request, response) =>
      receiver.#read(request, () => answer(request, response))
    const receiver = new Receiver(createServer(listener), 'http')
    return receiver.#listen()
  }

  static https(certificate: { key: string; cert: string }): Promise<Receiver> {
    const listener: RequestListener = (request, response) => receiver.#read(request, () => response.end())
    const receiver = new Receiver(createSecureServer(certificate, listener), 'https')
    return receiver.#listen()
  }

  /** Bytes are the test's affair. */
  static tcp(onSocket: (socket: Socket) => void, scheme = 'http'): Promise<Receiver> {
    return new Receiver(createTcpServer(onSocket), scheme).#listen()
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  get url(): string {
    return `${this.#scheme}://127.0.0.1:${this.port}/hook`
  }

  /** Once `condition` holds; looked at whenever something comes. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.sockets) socket.destroy()
    this.#server.close()
    await once(this.#server, 'close')
  }

  async #listen(): Promise<Receiver> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    return this
  }

  #read(request: Parameters<RequestListener>[0], done: () => void): void {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      this.received.push({ method, url, headers, body: Buffer.concat(chunks).toString() })
      done()
      this.#wake()
    })
  }
}
