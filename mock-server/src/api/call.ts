/** A request as plain values: what every transport can build without a Request object. */
export interface ApiCall {
  readonly method: string
  /** Path and query as sent, for example `/v1/orders?limit=10`. */
  readonly target: string
  /** Header by lower-case name. */
  header(name: string): string | undefined
  /** Lower-case names of all headers, where the transport can tell. */
  headerNames?(): readonly string[]
  /** The whole body; undefined when there was none. */
  readonly body?: Uint8Array | string
  /** Where the caller is, where the transport can tell. */
  readonly address?: string
  /** How many header lines there were, where the transport does not bound them itself. */
  readonly headerCount?: number
  /** Bytes of all header names and values, where the transport does not bound them itself. */
  readonly headerBytes?: number
}

export interface ApiReply {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** In place of `body`: one that is written for as long as it lasts. */
  readonly stream?: ReplyStream
}

/** A body without a foreseeable end. It already holds its place: whoever has it begins it or closes it. */
export interface ReplyStream {
  /** Writes from now on. */
  start(sink: BodySink): void
  /** Nobody reads any more, or ever will. */
  closed(): void
}

/** Where a {@link ReplyStream} writes: the same as a stream's socket. */
export interface BodySink {
  send(text: string): void
  close(): void
  /** Bytes handed to `send` that the peer has not taken yet. */
  bufferedAmount(): number
}

export interface RestApp {
  handle(call: ApiCall): Promise<ApiReply>
  /** A thin wrapper over {@link RestApp.handle} for in-process callers and MSW. */
  fetch(request: Request): Promise<Response>
}
