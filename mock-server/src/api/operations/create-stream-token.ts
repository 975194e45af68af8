import { formatTime } from '../../exchange/values/time.ts'
import type { Operation } from '../context.ts'

export const createStreamToken: Operation<'createStreamToken'> = (_, { world, principal }) => {
  const { token, expiresAtMs } = world.authenticator.issueStreamToken(principal)
  return {
    status: 201,
    headers: { 'cache-control': 'no-store' },
    body: { token, expiresAt: formatTime(Math.floor(expiresAtMs * 1000)) },
  }
}
