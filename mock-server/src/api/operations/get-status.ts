import { specVersion } from '@openbourse/spec'
import { formatTime } from '../../exchange/values/time.ts'
import type { Operation } from '../context.ts'

export const getStatus: Operation<'getStatus'> = (_, { world, version, serverStatus }) => ({
  status: 200,
  body: {
    status: serverStatus(),
    environment: 'mock',
    version,
    specVersion,
    epoch: world.feed.epoch,
    worldTime: formatTime(world.now()),
  },
})
