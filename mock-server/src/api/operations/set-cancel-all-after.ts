import { formatTime } from '../../exchange/values/time.ts'
import { executeInTime, type Operation } from '../context.ts'
import { problemItem } from '../problems.ts'
import { refuseInvalid } from '../validate.ts'

const SHORTEST_MS = 5_000

/** A dead man's switch on the world's clock. */
export const setCancelAllAfter: Operation<'setCancelAllAfter'> = ({ body }, context) => {
  const { timeoutMs } = body
  if (timeoutMs > 0 && timeoutMs < SHORTEST_MS) {
    const detail = `expected 0 or an integer from 5000 to 300000, got ${timeoutMs}`
    return refuseInvalid(context, [problemItem('/timeoutMs', 'invalid-value', detail)])
  }
  const { accountId } = context.account
  const execution = executeInTime(context, {
    type: 'SetCancelAllAfter',
    accountId,
    timeout: timeoutMs * 1_000,
  })
  if ('status' in execution) return execution
  const cancelAt = context.world.view.account(accountId)?.cancelAllAt
  return cancelAt === undefined
    ? { status: 200, body: { timeoutMs: 0, cancelAt: null } }
    : { status: 200, body: { timeoutMs, cancelAt: formatTime(cancelAt) } }
}
