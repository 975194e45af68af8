import { systemClock } from '../../src/ports/system-clock.ts'
import { sendBySocket } from '../../src/transports/send-by-socket.ts'
import { LOOPBACK } from '../../src/webhooks/special-addresses.ts'

/** Run as a process of its own: posts once to the URL given, and prints the outcome. */
const send = sendBySocket({ policy: { allowed: LOOPBACK }, clock: systemClock })
const [url = ''] = process.argv.slice(2)
process.stdout.write(
  JSON.stringify(await send({ url, headers: {}, body: '{}', signal: new AbortController().signal })),
)
