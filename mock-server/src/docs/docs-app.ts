import { type ErrorCode, errorCodes } from '@openbourse/spec'
import { CACHE_CONTROL, entityTag, isKnown } from '../api/caching.ts'
import type { ApiCall, ApiReply } from '../api/call.ts'
import { consoleScript } from './console.ts'
import { errorsPage } from './errors-page.ts'
import { landingPage } from './landing-page.ts'
import { layout, type Page } from './layout.ts'
import { protocolPage } from './protocol-page.ts'
import { restPage } from './rest-page.ts'
import { streamsPage } from './streams-page.ts'
import { style } from './style.ts'

/** The reference of the contract, made from its two documents. It loads nothing from anywhere else. */

type Refuse = (code: ErrorCode, detail: string, target: string) => ApiReply

/** Undefined for a path that is none of these. */
export function handleDocs({ target, method, header }: ApiCall, refuse: Refuse): ApiReply | undefined {
  const path = target.split('?', 1)[0] ?? target
  const code = path.startsWith(PROBLEMS) ? path.slice(PROBLEMS.length) : undefined
  const isProblem = code !== undefined && Object.hasOwn(errorCodes, code)
  const file = FILES[path]
  if (file === undefined && !isProblem) return undefined
  if (method !== 'GET' && method !== 'HEAD') {
    const reply = refuse('method-not-allowed', 'Use GET, HEAD', target)
    return { ...reply, headers: { ...reply.headers, allow: 'GET, HEAD' } }
  }
  if (file === undefined) return { status: 302, headers: { ...SECURITY, location: `/docs/errors#${code}` } }
  const [type, write] = file
  const text = written(path, write)
  const tag = entityTag(text)
  const headers = { ...SECURITY, 'cache-control': CACHE_CONTROL.forAll, vary: 'Accept-Encoding', etag: tag }
  if (isKnown(tag, header('if-none-match'))) return { status: 304, headers }
  return { status: 200, headers: { ...headers, 'content-type': type }, body: text }
}

/** The type of every problem is a path below it. */
const PROBLEMS = '/problems/'

const page = (make: () => Page) => (): string => layout(make())
const HTML = 'text/html; charset=utf-8'
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#0b5cad"/><path d="M3 11l3-4 3 2 4-5" fill="none" stroke="#fff" stroke-width="1.8"/></svg>'

const FILES: Readonly<Record<string, readonly [type: string, write: () => string]>> = {
  '/docs': [HTML, page(landingPage)],
  '/docs/': [HTML, page(landingPage)],
  '/docs/rest': [HTML, page(restPage)],
  '/docs/streams': [HTML, page(streamsPage)],
  '/docs/stream-protocol': [HTML, page(protocolPage)],
  '/docs/errors': [HTML, page(errorsPage)],
  '/docs/style.css': ['text/css; charset=utf-8', () => style],
  '/docs/console.js': ['text/javascript; charset=utf-8', consoleScript],
  '/docs/icon.svg': ['image/svg+xml', () => ICON],
}

/** Nothing runs, loads or is embedded that is not this server's own. */
const SECURITY = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const

/** The contract does not change while the server runs: a page is written once. */
const texts = new Map<string, string>()

function written(path: string, write: () => string): string {
  const known = texts.get(path)
  if (known !== undefined) return known
  const text = write()
  texts.set(path, text)
  return text
}
