/**
 * As much of a WebSocket as the client uses. The platform's own, the one of the `ws` package and in-process ones all
 * fit.
 */
export interface WebSocketLike {
  /** 0 connecting, 1 open, 2 closing, 3 closed. */
  readonly readyState: number
  /** Bytes accepted by `send` that have not left yet. */
  readonly bufferedAmount: number
  send(text: string): void
  close(code?: number, reason?: string): void
  /** Drops the connection without a handshake; only some implementations have it. */
  terminate?(): void
  addEventListener(type: 'open', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: 'close', listener: (event: WebSocketCloseEvent) => void): void
  addEventListener(type: 'error', listener: () => void): void
  removeEventListener(type: 'open', listener: () => void): void
  removeEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  removeEventListener(type: 'close', listener: (event: WebSocketCloseEvent) => void): void
  removeEventListener(type: 'error', listener: () => void): void
}

export interface WebSocketCloseEvent {
  readonly code: number
  readonly reason: string
}

export type WebSocketConstructor = new (url: string, protocols?: string | string[]) => WebSocketLike

/**
 * Opens a socket with the given constructor, or with the platform's looked up at each use.
 * @throws TypeError where the platform has no WebSocket and none was given.
 */
export function openWebSocket(
  given: WebSocketConstructor | undefined,
  url: string,
  protocol: string,
): WebSocketLike {
  const Constructor: WebSocketConstructor | undefined = given ?? globalThis.WebSocket
  if (Constructor === undefined) throw new TypeError('no WebSocket here: pass one as the option WebSocket')
  return new Constructor(url, [protocol])
}
