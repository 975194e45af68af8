import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The bare limit of REST: node:http, reading the body and answering the bytes that it was given. */
const answer = JSON.parse(process.argv[2] ?? '{}') as {
  status: number
  headers: Record<string, string>
  body: string
}
const bytes = Buffer.from(answer.body)

const server = createServer((request, response) => {
  request.on('data', () => {})
  request.on('end', () => {
    response.writeHead(answer.status, answer.headers)
    response.end(bytes)
  })
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
