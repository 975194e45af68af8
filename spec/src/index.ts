/**
 * The contract of the openbourse trading API without validators: types of every schema and operation, the route
 * table, the error codes and the channel grammar. Imports nothing; the validators are in `@openbourse/spec/schemas`.
 *
 * @packageDocumentation
 */
import type { DataMessage } from './generated/types.ts'

export { formatChannel, parseChannel } from './channels.ts'
export { type Channel, type ChannelKind, channels, streamPath } from './generated/channels.ts'
export { type ErrorCode, errorCodes, orderReasons } from './generated/errors.ts'
export {
  answerHeaders,
  deprecations,
  edgeStatuses,
  type OperationDeprecation,
  type OperationId,
  type RateLimitName,
  routes,
  specVersion,
} from './generated/routes.ts'
export type * from './generated/types.ts'
export type {
  OperationBody,
  OperationHandlers,
  OperationInput,
  OperationReply,
  OperationStatus,
} from './operations.ts'
export { readQuery } from './query.ts'
export { checkRules, type Rule } from './rules.ts'

/** Any data message: what `listEvents` serves and the channels of a stream carry. */
export type FeedEvent = DataMessage
