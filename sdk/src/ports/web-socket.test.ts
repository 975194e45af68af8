import { expect, expectTypeOf, test } from 'vitest'
import type { WebSocket as NodeWebSocket } from 'ws'
import { openWebSocket, type WebSocketConstructor, type WebSocketLike } from './web-socket.ts'

test('the WebSocket of the platform and the one of ws fit the port', () => {
  expectTypeOf<WebSocket>().toExtend<WebSocketLike>()
  expectTypeOf<NodeWebSocket>().toExtend<WebSocketLike>()
  expectTypeOf<typeof WebSocket>().toExtend<WebSocketConstructor>()
  expectTypeOf<typeof NodeWebSocket>().toExtend<WebSocketConstructor>()
})

test('a global WebSocket that is replaced later is used', () => {
  const original = globalThis.WebSocket
  const opened: string[] = []
  class Replacement {
    constructor(url: string, protocols?: string | string[]) {
      opened.push(`${url} ${protocols}`)
    }
  }
  try {
    Object.assign(globalThis, { WebSocket: Replacement })
    openWebSocket(undefined, 'ws://127.0.0.1:4010/v1/stream', 'openbourse.v1.json')
  } finally {
    Object.assign(globalThis, { WebSocket: original })
  }
  expect(opened).toEqual(['ws://127.0.0.1:4010/v1/stream openbourse.v1.json'])
})
