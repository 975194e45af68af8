import { startMockServer } from '../../../mock-server/src/node.ts'

/** The mock server on a port with its usual market, as `openbourse-mock` starts it. */
const server = await startMockServer({ port: 0, seed: 1 })
process.send?.({ port: server.port, apiKey: server.broker.credentials.apiKey })
