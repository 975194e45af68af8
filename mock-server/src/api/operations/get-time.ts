import { formatTime } from '../../exchange/values/time.ts'
import type { Operation } from '../context.ts'

export const getTime: Operation<'getTime'> = (_, { world, clock }) => ({
  status: 200,
  body: { world: formatTime(world.now()), security: formatTime(clock.nowMs() * 1000) },
})
