/**
 * The reference in a browser that reaches nothing but the mock server. Without a Chromium on the machine these tests
 * are skipped; `npm run check:docs` fails then.
 */
import { existsSync } from 'node:fs'
import { startMockServer } from '@openbourse/mock-server/node'
import { routes } from '@openbourse/spec'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

const places = [
  process.env.OPENBOURSE_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const executablePath = places.find((path) => path !== undefined && existsSync(path))
const isWanted = process.env.OPENBOURSE_REQUIRE_CHROMIUM === '1'
const reason = executablePath === undefined ? ' (skipped: no Chromium; OPENBOURSE_CHROMIUM names one)' : ''
const inBrowser = test.skipIf(executablePath === undefined && !isWanted)

let server: Awaited<ReturnType<typeof startMockServer>>
let browser: Browser
beforeAll(async () => {
  if (executablePath === undefined) return
  server = await startMockServer({ port: 0, seed: 7 })
  // No name is resolved and no other address is reached: whatever a page asked for elsewhere would fail.
  const args = ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1']
  browser = await chromium.launch({ executablePath, args })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

interface Visit {
  readonly page: Page
  /** Requests to other hosts, complaints of the page, answers that are no success. */
  readonly faults: readonly string[]
}

async function visit(path: string, width: number): Promise<Visit> {
  if (executablePath === undefined)
    throw new Error('There is no Chromium: set OPENBOURSE_CHROMIUM to its path')
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  const faults: string[] = []
  await page.route(/.*/, (route) => {
    if (new URL(route.request().url()).origin === server.url) return route.continue()
    faults.push(`request to ${route.request().url()}`)
    return route.abort()
  })
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`)
  })
  await page.goto(`${server.url}${path}`)
  return { page, faults }
}

const widths = [
  ['a desktop', 1360],
  ['a phone', 390],
] as const

inBrowser.each(widths)(
  `on %s the REST reference shows its operations and opens one${reason}`,
  async (_, width) => {
    const { page, faults } = await visit('/docs/rest', width)
    for (const { path } of Object.values(routes)) {
      expect(await page.locator('summary .path', { hasText: path }).first().isVisible(), path).toBe(true)
    }
    const operation = page.locator('#submitOrder')
    expect(await operation.getByText('Orders and reservations:').isVisible()).toBe(false)
    await operation.locator('summary').click()
    for (const text of [
      'Units:',
      'Who may call it:',
      'Orders and reservations:',
      'Retry:',
      'Errors:',
      'Try it',
    ]) {
      expect(await operation.getByText(text, { exact: true }).isVisible(), text).toBe(true)
    }
    expect(await overflow(page)).toBe(0)
    expect(faults).toEqual([])
    await page.close()
  },
)

inBrowser.each(widths)(
  `on %s the streams reference shows its messages and opens one${reason}`,
  async (_, width) => {
    const { page, faults } = await visit('/docs/streams#message-book', width)
    const message = page.locator('#message-book')
    expect(await message.getByText('checksum').first().isVisible()).toBe(true)
    expect(await page.locator('#message-heartbeat summary').isVisible()).toBe(true)
    expect(await page.getByText('4408').isVisible()).toBe(true)
    expect(await overflow(page)).toBe(0)
    expect(faults).toEqual([])
    await page.close()
  },
)

inBrowser(`the landing page leads to every page and document${reason}`, async () => {
  const { page, faults } = await visit('/docs', 1360)
  for (const path of ['rest', 'streams', 'stream-protocol', 'errors'].map((name) => `/docs/${name}`)) {
    await page.locator(`main a[href="${path}"]`).click()
    await page.waitForURL(`${server.url}${path}`)
    expect(await page.locator('h1').isVisible()).toBe(true)
    await page.goBack()
  }
  for (const path of ['/openapi.json', '/asyncapi.json']) {
    expect(await page.locator(`main a[href="${path}"]`).isVisible()).toBe(true)
  }
  expect(faults).toEqual([])
  await page.close()
})

inBrowser(`the protocol page draws its diagram${reason}`, async () => {
  const { page, faults } = await visit('/docs/stream-protocol', 390)
  const box = await page.locator('.diagram svg').boundingBox()
  expect(box?.height).toBeGreaterThan(500)
  expect(await page.locator('.diagram').getByText('listEvents').first().isVisible()).toBe(true)
  expect(await overflow(page)).toBe(0)
  expect(faults).toEqual([])
  await page.close()
})

inBrowser(`a request can be tried from the page with the demo key${reason}`, async () => {
  const { page, faults } = await visit('/docs/rest#getLatestQuotes', 1360)
  const operation = page.locator('#getLatestQuotes')
  await operation.getByRole('button', { name: 'Send' }).click()
  await operation.locator('output pre').waitFor()
  expect(await operation.locator('output').innerText()).toMatch(/answered 200.*"symbol": "MSFT"/s)
  await page.goto(`${server.url}/docs/rest#submitOrder`)
  const order = page.locator('#submitOrder')
  await order.getByRole('button', { name: 'Send' }).click()
  await order.locator('output pre').waitFor()
  expect(await order.locator('output').innerText()).toMatch(/answered 201.*"orderId": "ord_/s)
  expect(faults).toEqual([])
  await page.close()
})

inBrowser(`the contents can be filtered, and a link opens what it names${reason}`, async () => {
  const { page, faults } = await visit('/docs/rest', 1360)
  await page.locator('#filter').fill('watchlist')
  expect(await page.locator('aside li:visible').count()).toBe(5)
  await page.locator('aside').getByText('createWatchlist').click()
  expect(await page.locator('#createWatchlist').getByText('Retry:').isVisible()).toBe(true)
  expect(faults).toEqual([])
  await page.close()
})

/** How far the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}
