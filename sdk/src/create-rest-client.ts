import type { ClientOptions } from './options.ts'
import { createRestParts, type RestClient } from './rest-client.ts'

/**
 * The client without streams, for programs that must be small.
 *
 * @throws ConfigurationError when the options are wrong or do not fit together; before any byte leaves.
 */
export const createRestClient = (options: ClientOptions): RestClient => createRestParts(options).client
