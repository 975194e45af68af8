import type { Operation } from '../context.ts'
import { pageOf } from '../paging.ts'
import { toWireAccount } from '../wire/account.ts'

/** Those that the key may use, by account id. */
export const listAccounts: Operation<'listAccounts'> = ({ query }, context) => {
  const { view } = context.world
  const page = pageOf(context, {
    operationId: 'listAccounts',
    filter: [context.principal.keyId],
    query,
    items: [...context.principal.accountIds].sort(),
    order: 'ascending',
    keyOf: (accountId) => [accountId],
  })
  if ('status' in page) return page
  const data = page.data.flatMap((accountId) => {
    const account = view.account(accountId)
    return account === undefined ? [] : [toWireAccount(view, account)]
  })
  return { status: 200, body: { data, nextCursor: page.nextCursor } }
}
