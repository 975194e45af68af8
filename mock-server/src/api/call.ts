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
}

export interface RestApp {
  handle(call: ApiCall): Promise<ApiReply>
  /** A thin wrapper over {@link RestApp.handle} for in-process callers and MSW. */
  fetch(request: Request): Promise<Response>
}
