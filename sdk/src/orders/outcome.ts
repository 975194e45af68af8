import { OrderOutcomeUnknownError } from '../errors/client-errors.ts'
import { describeFailure, type OperationFacts } from '../errors/message.ts'
import type { OpenbourseError } from '../errors/openbourse-error.ts'

/**
 * Whether an order may exist although its submission failed: the answer was lost, unreadable, or of a server that
 * failed without saying that nothing happened. Every other failure is final.
 */
export function isOutcomeUnknown({ status = 0, processed = 'unknown' }: Partial<OpenbourseError>): boolean {
  return status >= 500 ? processed !== 'no' : processed === 'unknown'
}

export interface Submission {
  readonly clientOrderId: string
  readonly accountId: string | undefined
  /** The deadline that was sent; `undefined` where nothing was. */
  readonly deadline: string | undefined
}

/** The error to throw for a submission that failed: the failure itself where it is final. */
export function submissionError(
  error: Partial<OpenbourseError>,
  operation: OperationFacts,
  submission: Submission,
): unknown {
  if (!isOutcomeUnknown(error)) return error
  const { clientOrderId } = submission
  const { status, requestId } = error
  const reason = `the answer was lost, so the order may exist; look up client order id ${clientOrderId}`
  const facts = { code: 'order-outcome-unknown', status, requestId, processed: 'unknown' } as const
  const message = describeFailure(operation, reason, facts)
  return new OrderOutcomeUnknownError(message, { ...submission, ...facts, cause: error })
}
