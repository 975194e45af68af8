import { errorCodes, routes } from '@openbourse/spec'
import { asyncapi, openapi } from '@openbourse/spec/documents'
import { afterAll, expect, test } from 'vitest'
import { createMockBroker } from '../../src/index.ts'

const broker = createMockBroker({ clock: 'paused' })
afterAll(() => broker.close())

const ask = (path: string, init?: RequestInit) => broker.fetch(`${broker.baseUrl}${path}`, init)
const read = async (path: string) => (await ask(path)).text()

const pages = ['/docs', '/docs/rest', '/docs/streams', '/docs/stream-protocol', '/docs/errors']
const files = [...pages, '/docs/style.css', '/docs/console.js', '/docs/icon.svg']

const componentNames = (document: object, kind: string): string[] =>
  Object.keys((document as { components: Record<string, object> }).components[kind] ?? {})

test('the REST reference has every operation with its path, and every schema', async () => {
  const text = await read('/docs/rest')
  for (const [id, { method, path }] of Object.entries(routes)) {
    expect(text).toContain(`<details class="operation" id="${id}">`)
    expect(text).toContain(`${method}</i> <code class="path">${path}</code>`)
  }
  for (const name of componentNames(openapi, 'schemas')) expect(text).toContain(`id="schema-${name}"`)
})

test('the streams reference has every message, schema and close code', async () => {
  const text = await read('/docs/streams')
  for (const name of componentNames(asyncapi, 'messages')) expect(text).toContain(`id="message-${name}"`)
  for (const name of componentNames(asyncapi, 'schemas')) expect(text).toContain(`id="schema-${name}"`)
  for (const code of Object.keys(asyncapi['x-close-codes'] as object)) expect(text).toContain(`>${code}<`)
})

test('the error table has every code, and the type of a problem leads there', async () => {
  const text = await read('/docs/errors')
  for (const code of Object.keys(errorCodes)) {
    expect(text).toContain(`<tr id="${code}">`)
    const answer = await ask(`/problems/${code}`)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/docs/errors#${code}`])
  }
  expect((await ask('/problems/nothing')).status).toBe(404)
})

test('every link inside the pages leads somewhere', async () => {
  const texts = new Map(await Promise.all(pages.map(async (path) => [path, await read(path)] as const)))
  const ids = new Map([...texts].map(([path, text]) => [path, new Set(matches(text, / id="([^"]+)"/g))]))
  const known = new Set([...files, '/openapi.json', '/asyncapi.json'])
  const broken = [...texts].flatMap(([page, text]) =>
    matches(text, / (?:href|src)="([^"]*)"/g).filter((link) => {
      const [path = '', id] = link.split('#')
      if (path !== '' && !known.has(path)) return true
      return id !== undefined && !ids.get(path === '' ? page : path)?.has(id)
    }),
  )
  expect(broken).toEqual([])
})

test('no page has an id twice, or anything that the content policy would stop', async () => {
  for (const path of pages) {
    const text = await read(path)
    const ids = matches(text, / id="([^"]+)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    expect(text).not.toMatch(
      / style=| on[a-z]+="|<script(?! src="\/docs\/)|javascript:|(?:src|href)="(?:https?:)?\/\//,
    )
  }
})

test('nothing from elsewhere may run, load or embed a page', async () => {
  for (const path of files) {
    const { headers, status } = await ask(path)
    expect(status).toBe(200)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none';/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  }
})

test('a page is conditional, answers HEAD, and takes nothing else', async () => {
  const first = await ask('/docs/rest')
  const tag = first.headers.get('etag') ?? ''
  expect(tag).toMatch(/^W\/"/)
  expect((await ask('/docs/rest', { headers: { 'if-none-match': tag } })).status).toBe(304)
  expect((await ask('/docs/rest', { method: 'HEAD' })).status).toBe(200)
  const refused = await ask('/docs/rest', { method: 'POST' })
  expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  expect(await refused.json()).toMatchObject({ code: 'method-not-allowed' })
})

test('what is not there is 404 as everywhere', async () => {
  for (const path of ['/docs/nothing', '/docs/constructor', '/docsx', '/problems/', '/problems/toString']) {
    const answer = await ask(path)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ code: 'unknown-route' })
  }
})

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found)
}
