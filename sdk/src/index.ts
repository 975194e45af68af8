/**
 * The typed client of the openbourse trading API.
 *
 * @packageDocumentation
 */
export { createRestClient } from './create-rest-client.ts'
