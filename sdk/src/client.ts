import type { ClientOptions } from './options.ts'
import { createRefill } from './refill.ts'
import { type CloseOptions, createRestParts, type RestClient, type RestParts } from './rest-client.ts'
import { createStreams, type Streams } from './streaming/create-streams.ts'

/** The API: REST resources, and live data in `stream`. */
export interface Client extends RestClient {
  /** Live data over one WebSocket, which opens with the first loop. */
  readonly stream: Streams
}

/**
 * A client of one environment under one set of credentials. Make one and share it; nothing is sent before the first
 * call.
 *
 * @throws ConfigurationError when the options are wrong or do not fit together; before any byte leaves.
 * @example
 * const client = createClient({ environment: 'mock', credentials: { apiKey: 'mk_demo' } })
 * const order = await client.orders.submit({
 *   symbol: 'AAPL', side: 'buy', type: 'market', timeInForce: 'day', quantity: '10',
 * })
 * for await (const quote of client.stream.quotes(['AAPL'])) console.log(quote.bidPrice, quote.askPrice)
 */
export function createClient(given: ClientOptions): Client {
  const parts = createRestParts(given)
  let streams: Streams | undefined
  const close = async (options?: CloseOptions): Promise<void> => {
    // Opened, if need be, so that it stays closed: whoever asks for it later must not start a connection.
    streams ??= openStreams(parts)
    streams.close()
    await parts.client.close(options)
  }
  return {
    ...parts.client,
    get stream() {
      streams ??= openStreams(parts)
      return streams
    },
    close,
    [Symbol.asyncDispose]: () => close(),
  }
}

/** The client without streams, for programs that must be small: bundlers leave out what only streams need. */
export const createRestClient = (options: ClientOptions): RestClient => createRestParts(options).client

function openStreams({ http, options }: RestParts): Streams {
  const { WebSocket, clock, random, validate } = options
  return createStreams({
    url: `${options.baseUrl.replace(/^http/, 'ws')}/v1/stream`,
    protocol: 'openbourse.v1.json',
    getToken: ({ refresh }) => http.streamToken(refresh),
    rest: createRefill(http),
    validate: (message) => validate?.message(message),
    WebSocket,
    clock,
    random,
  })
}
