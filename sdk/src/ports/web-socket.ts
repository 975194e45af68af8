/**
 * As much of a WebSocket as the client uses. The platform's own, the one of the `ws` package and in-process ones all
 * fit.
 */
export interface WebSocketLike {
  /** 0 connecting, 1 open, 2 closing, 3 closed. */
  readonly readyState: number
  /** Bytes accepted by `send` that have not left yet. */
  readonly bufferedAmount: number
  /** Sends one text frame. */
  send(text: string): void
  /** Starts the closing handshake. */
  close(code?: number, reason?: string): void
  /** Drops the connection without a handshake; only some implementations have it. */
  terminate?(): void
  /** The four events of every WebSocket. */
  addEventListener(type: 'open', listener: () => void): void
  /** Listens to each frame. */
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  /** Listens to the end. */
  addEventListener(type: 'close', listener: (event: WebSocketCloseEvent) => void): void
  /** Listens to a failure, which an end follows. */
  addEventListener(type: 'error', listener: () => void): void
  /** Takes a listener away again. */
  removeEventListener(type: 'open', listener: () => void): void
  /** Listens no longer to each frame. */
  removeEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  /** Listens no longer to the end. */
  removeEventListener(type: 'close', listener: (event: WebSocketCloseEvent) => void): void
  /** Listens no longer to a failure, which an end follows. */
  removeEventListener(type: 'error', listener: () => void): void
}

/** Why a socket was closed. */
export interface WebSocketCloseEvent {
  readonly code: number
  readonly reason: string
}

/** Opens a socket, as `new WebSocket(url, protocols)` does. */
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
