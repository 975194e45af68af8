import { createMockBroker } from './create-mock-broker.ts'
import type { MockBroker } from './mock-broker.ts'
import type { MockBrokerOptions } from './options/broker-options.ts'
import { withControl } from './transports/layers.ts'
import {
  createMswHandlers,
  type MswHandler,
  type MswLibrary,
  type MswServer,
  startMsw,
} from './transports/msw.ts'

export type { MswHandler, MswLibrary } from './transports/msw.ts'

/**
 * Two MSW handlers, one for REST and one for streams, that answer for the broker's `baseUrl`. Handlers given to
 * `server.use` still come first.
 *
 * @param library Another copy of MSW than the installed one, as a namespace; 2.15 and 3 work.
 * @example
 * ```ts
 * const broker = createMockBroker()
 * const server = setupServer(...mockBrokerHandlers(broker))
 * server.listen({ onUnhandledRequest: 'error', onUnhandledFrame: 'error' })
 * ```
 */
export function mockBrokerHandlers(broker: MockBroker, library?: MswLibrary): MswHandler[] {
  return createMswHandlers(
    withControl(broker.backend, () => true),
    broker,
    library,
  )
}

export interface InterceptedBroker extends AsyncDisposable {
  readonly broker: MockBroker
  /** From now on the global `fetch` and `WebSocket` reach the broker; every other host is refused. */
  listen(): Promise<void>
  /** Handlers that answer before the broker, until the next `reset`. @throws Error before `listen` */
  use(...handlers: MswHandler[]): void
  /** A new world, and no handlers but the broker's. */
  reset(): Promise<void>
  /** Gives the globals back. */
  close(): Promise<void>
}

/**
 * A broker behind MSW in Node, for code that uses the global `fetch` and `WebSocket`. Webhooks are posted through
 * MSW too: a handler given to `use` receives them.
 *
 * @example
 * ```ts
 * const mock = setupMockBroker({ seed: 7 })
 * beforeAll(() => mock.listen())
 * beforeEach(() => mock.reset())
 * afterAll(() => mock.close())
 * ```
 */
export function setupMockBroker(options: MockBrokerOptions = {}): InterceptedBroker {
  let server: MswServer | undefined
  // Only while it is intercepted: a webhook must never reach a real network.
  const webhookFetch: typeof globalThis.fetch = (input, init) =>
    server === undefined
      ? Promise.reject(new TypeError('fetch failed: call listen() first'))
      : globalThis.fetch(input, init)
  const broker = createMockBroker({ webhookFetch, ...options })
  const close = async (): Promise<void> => {
    await broker.close()
    server?.close()
    server = undefined
  }
  return {
    broker,
    async listen() {
      server ??= await startMsw(mockBrokerHandlers(broker))
    },
    use(...handlers) {
      if (!server) throw new Error('Call listen() before use()')
      server.use(...handlers)
    },
    async reset() {
      server?.resetHandlers()
      await broker.reset()
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}
