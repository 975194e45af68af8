import type { Operation } from '../context.ts'
import { toWireAccount } from '../wire/account.ts'

export const getAccount: Operation<'getAccount'> = (_, { world, account }) => ({
  status: 200,
  body: toWireAccount(world.view, account),
})
