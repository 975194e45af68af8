/** The operation that failed, as much as an error may say of it: no query, no headers, no body. */
export interface OperationFacts {
  readonly operationId: string
  readonly method: string
  /** With its parameters filled in: `/v1/orders/ord_1`. */
  readonly path: string
}

/**
 * One sentence for people, with what support needs in brackets:
 * `Failed to cancel order: order is already filled (order-not-open, DELETE /v1/orders/ord_1, request req_9)`.
 */
export function describeFailure(
  operation: OperationFacts,
  reason: string,
  facts: { readonly code: string; readonly requestId?: string | undefined },
): string {
  const request = facts.requestId === undefined ? '' : `, request ${facts.requestId}`
  const where = `${facts.code}, ${operation.method} ${operation.path}${request}`
  return `Failed to ${inWords(operation.operationId)}: ${midSentence(reason)} (${where})`
}

/** `getOrderByClientId` -> `get order by client id`. */
const inWords = (operationId: string): string =>
  operationId.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** A sentence that can go on: no full stop, and a small first letter unless the word is all capitals. */
const midSentence = (text: string): string =>
  withoutStop(text).replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase())

export const withoutStop = (text: string): string => text.replace(/\.\s*$/, '')
