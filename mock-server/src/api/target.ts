/**
 * The request target `/path?query` as text, decoded exactly once. What could mean one path to us and another
 * to somebody in between is refused: dot segments, encoded slashes, backslashes, NUL, broken UTF-8.
 */
export type Target =
  | {
      readonly ok: true
      /** Decoded segments; `/v1/orders` is `['v1', 'orders']`. */
      readonly path: string
      readonly segments: readonly string[]
      /** What follows the first `?`, still encoded; empty when there is none. */
      readonly query: string
    }
  | { readonly ok: false; readonly reason: string }

const PLAIN_PATH = /^\/[A-Za-z0-9/_.~:@!$&'()*+,;=-]*$/
const VISIBLE = /^[\x21-\x7e]*$/

export function parseTarget(target: string): Target {
  const mark = target.indexOf('?')
  const path = mark === -1 ? target : target.slice(0, mark)
  const query = mark === -1 ? '' : target.slice(mark + 1)
  if (!VISIBLE.test(query)) return refuse('the query holds a character that must be percent-encoded')
  if (PLAIN_PATH.test(path) && !path.includes('/.')) {
    return { ok: true, path, segments: path.slice(1).split('/'), query }
  }
  return decodePath(path, query)
}

function decodePath(path: string, query: string): Target {
  if (!path.startsWith('/')) return refuse('the path must start with "/"')
  if (!VISIBLE.test(path)) return refuse('the path holds a character that must be percent-encoded')
  if (path.includes('\\')) return refuse('the path holds a backslash')
  const segments: string[] = []
  for (const raw of path.slice(1).split('/')) {
    const segment = decode(raw)
    if (segment === undefined) return refuse('the percent-encoding of the path is broken or not UTF-8')
    if (segment === '.' || segment === '..') return refuse('the path holds a dot segment')
    if (/[/\\]/.test(segment)) return refuse('the path holds an encoded slash or backslash')
    if (hasControlCharacter(segment)) return refuse('the path holds an encoded control character')
    segments.push(segment)
  }
  return { ok: true, path: `/${segments.join('/')}`, segments, query }
}

function decode(text: string): string | undefined {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function hasControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 0x20 || code === 0x7f) return true
  }
  return false
}

function refuse(reason: string): Target {
  return { ok: false, reason }
}
