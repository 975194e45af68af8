import { executeInTime, type Operation } from '../context.ts'
import { toWireAccount } from '../wire/account.ts'

/** The name is all that a holder may change so far. */
export const updateAccountSettings: Operation<'updateAccountSettings'> = ({ body }, context) => {
  const { account, world } = context
  const { accountId } = account
  const execution = executeInTime(context, { type: 'UpdateAccountSettings', accountId, name: body.name })
  if ('status' in execution) return execution
  return { status: 200, body: toWireAccount(world.view, world.view.account(accountId) ?? account) }
}
