import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { onRun } from './pace.ts'

/** The bare limit of streams: ws, sending one prepared buffer to everybody. */
const bytes = Buffer.from(process.argv[2] ?? 'x')
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
server.on('listening', () => process.send?.({ port: (server.address() as AddressInfo).port }))
onRun(() => {
  for (const client of server.clients) client.send(bytes, { binary: false })
})
