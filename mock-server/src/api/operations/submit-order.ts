import { executeInTime, type Operation } from '../context.ts'
import { answerToEntry } from '../submit/answer.ts'
import { checkRequest } from '../submit/check-request.ts'
import { fingerprintOf } from '../submit/fingerprint.ts'
import { readTerms } from '../submit/read-terms.ts'

/**
 * Places an order and answers it as it stands after the whole command.
 *
 * Whether a refused order exists afterwards (`processed`): one that breaks the schema or its rules never
 * does, and its client order id stays free. Every other refusal is the exchange's own: the order is recorded as
 * rejected.
 */
export const submitOrder: Operation<'submitOrder'> = ({ body }, context) => {
  const refusal = checkRequest('OrderRequest', body, context)
  if (refusal !== undefined) return refusal
  const execution = executeInTime(context, {
    type: 'SubmitOrder',
    accountId: context.account.accountId,
    terms: readTerms(context.world.view, body),
    fingerprint: fingerprintOf(body),
  })
  return 'status' in execution ? execution : answerToEntry(execution.events, body.clientOrderId, context)
}
