import { OrderOutcomeUnknownError } from '../errors/client-errors.ts'
import { isOpenbourseError } from '../errors/guards.ts'
import { describeFailure } from '../errors/message.ts'

/**
 * Whether an order may exist although its submission failed: the answer was lost, unreadable, or of a server that
 * failed without saying that nothing happened. Every other failure is final.
 */
export function isOutcomeUnknown(error: unknown): boolean {
  if (!isOpenbourseError(error)) return true
  if (error.status !== undefined && error.status >= 500) return error.processed !== 'no'
  return error.processed === 'unknown'
}

export interface Submission {
  readonly clientOrderId: string
  readonly accountId: string | undefined
  /** The deadline that was sent; `undefined` where nothing was. */
  readonly deadline: string | undefined
}

/** The error to throw for a submission that failed: the failure itself where it is final. */
export function submissionError(error: unknown, submission: Submission): unknown {
  if (!isOutcomeUnknown(error)) return error
  const { clientOrderId } = submission
  const { status, requestId } = isOpenbourseError(error) ? error : {}
  const reason = `the answer was lost, so the order may exist; look up client order id ${clientOrderId}`
  const facts = { code: 'order-outcome-unknown', status, requestId, processed: 'unknown' } as const
  const message = describeFailure(submitOperation, reason, facts)
  return new OrderOutcomeUnknownError(message, { ...submission, ...facts, cause: error })
}

const submitOperation = { operationId: 'submitOrder', method: 'POST', path: '/v1/orders' }
