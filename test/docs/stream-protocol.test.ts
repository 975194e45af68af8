import { readFileSync } from 'node:fs'
import { channels } from '@openbourse/spec'
import { asyncapi } from '@openbourse/spec/documents'
import { expect, test } from 'vitest'
import { DEFAULT_RETENTION } from '../../mock-server/src/feed/retention.ts'
import { CLOSE } from '../../mock-server/src/streams/close-codes.ts'
import {
  AUTHENTICATE_WITHIN_MS,
  CLOSE_BYTES,
  DEFAULT_HEARTBEAT_MS,
  FULL_HEARTBEAT_MS,
  LIFETIME_MS,
  TRADES_HELD,
  UNDRAINED_MS,
} from '../../mock-server/src/streams/limits.ts'
import { moduleFile, moduleText, pageFile } from '../../scripts/stream-protocol.ts'
import { closeAction } from '../../sdk/src/streaming/close-action.ts'

const page = readFileSync(pageFile, 'utf8')

interface StreamsDocument {
  readonly 'x-close-codes': Readonly<Record<string, { readonly meaning: string; readonly action: string }>>
  readonly components: { readonly messages: Readonly<Record<string, unknown>> }
}
const document = asyncapi as unknown as StreamsDocument
const closeCodes = document['x-close-codes']
const dataTypes: readonly string[] = Object.values(channels).flatMap(({ types }) => types)

test('the page names every message of the document', () => {
  const missing = Object.keys(document.components.messages).filter(
    // Each event of orders has a type of its own.
    (name) => name !== 'orderEvent' && !new RegExp(`\\b${name}s?\\b`).test(page),
  )
  expect(missing).toEqual([])
  expect(page).toMatch(/\borderAccepted\b/)
})

test('every message in the diagram is one of the document', () => {
  const diagram = /```mermaid\n(.*?)```/s.exec(page)?.[1] ?? ''
  const sent = [...diagram.matchAll(/^ *(?:C|S)--?>>(?:C|S): (\w+)/gm)].map(([, name = '']) => name)
  const known = [...Object.keys(document.components.messages), ...dataTypes, 'open']
  expect(sent.filter((name) => !known.includes(name))).toEqual([])
  const story = ['welcome', 'authenticate', 'subscribe', 'snapshot', 'heartbeat', 'gone']
  expect(sent).toEqual(expect.arrayContaining(story))
})

test('the table of close codes is that of the document, word for word', () => {
  const rows = [...page.matchAll(/^\| (\d{4}) \| (.+?) \| (.+?) \|$/gm)]
  const written = rows.map(([, code = '', meaning, action]) => [code, { meaning, action }])
  expect(Object.fromEntries(written)).toEqual(closeCodes)
})

test('the server closes with no other code than those, and the SDK has an answer to each', () => {
  for (const code of Object.values(CLOSE)) expect(Object.keys(closeCodes)).toContain(String(code))
  const actions = Object.fromEntries(Object.keys(closeCodes).map((code) => [code, closeAction(Number(code))]))
  expect(actions).toMatchObject({ 1001: 'reconnect', 4401: 'refreshToken', 4403: 'stop', 4409: 'superseded' })
})

test('the numbers on the page are those of the server', () => {
  expect(page).toContain(`${AUTHENTICATE_WITHIN_MS / 1000} s (\`authenticateWithinMs\`)`)
  expect(page).toContain(`\`heartbeatMs\` (${grouped(DEFAULT_HEARTBEAT_MS)})`)
  expect(page).toContain(`all channels every ${FULL_HEARTBEAT_MS / 1000} s`)
  expect(page).toContain(`at most ${LIFETIME_MS / 3_600_000} hours`)
  expect(page).toContain(`beyond the last ${TRADES_HELD}`)
  expect(page).toContain(`${CLOSE_BYTES / 2 ** 20} MiB unread, or nothing read for ${UNDRAINED_MS / 1000} s`)
  const { ms, messages, bytes } = DEFAULT_RETENTION
  expect(page).toContain(`${ms / 1000} s, ${grouped(messages)} messages a channel and ${bytes / 2 ** 20} MiB`)
})

test('the page that the mock server serves is this one', () => {
  const stale = 'docs/streams.md was changed: run npm run generate'
  expect(readFileSync(moduleFile, 'utf8') === moduleText(), stale).toBe(true)
})

function grouped(value: number): string {
  return String(value).replace(/(?<=\d)(?=(\d{3})+$)/g, ',')
}
