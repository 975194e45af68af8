import { type InnerList, type Item, serializeInnerList, serializeItems } from './structured-fields.ts'

/** What of a request can be signed: nothing but what was on the wire. */
export interface SignableRequest {
  readonly method: string
  /** Path and query as sent. */
  readonly target: string
  /** The Host as sent. */
  readonly authority: string | undefined
  /** @default 'http' */
  readonly scheme?: 'http' | 'https'
  /** Header by lower-case name; several lines of one name joined by a comma and a space. */
  header(name: string): string | undefined
}

export type SignatureBase =
  | { readonly ok: true; readonly base: string }
  /** The component that the request does not have, that comes twice, or that is not supported here. */
  | { readonly ok: false; readonly component: string }

/**
 * The signature base of RFC 9421 §2.5. Not supported, and refused: component parameters (`sf`, `key`, `bs`, `tr`,
 * `req`), `@query-param` and `@status`.
 */
export function signatureBase(request: SignableRequest, covered: InnerList): SignatureBase {
  let base = ''
  const names = serializeItems(covered.items)
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] ?? ''
    const component = covered.items[index]
    const value = component && componentValue(request, component)
    // Ends at the first that the request does not have: there are never many to compare.
    if (value === undefined || names.indexOf(name) < index) return { ok: false, component: name }
    base += `${name}: ${value}\n`
  }
  return { ok: true, base: `${base}"@signature-params": ${serializeInnerList(covered)}` }
}

function componentValue(request: SignableRequest, { item, parameters }: Item): string | undefined {
  if (item.kind !== 'string' || parameters.size > 0) return undefined
  const name = item.value
  if (name.startsWith('@')) return derived[name]?.(request)
  return name === name.toLowerCase() ? request.header(name)?.trim() : undefined
}

const derived: Readonly<Record<string, (request: SignableRequest) => string | undefined>> = {
  '@method': ({ method }) => method,
  '@authority': authorityOf,
  '@scheme': ({ scheme = 'http' }) => scheme,
  '@request-target': ({ target }) => target,
  '@target-uri': (request) => {
    const authority = authorityOf(request)
    return authority && `${request.scheme ?? 'http'}://${authority}${request.target}`
  },
  '@path': ({ target }) => {
    const mark = target.indexOf('?')
    return (mark === -1 ? target : target.slice(0, mark)) || '/'
  },
  '@query': ({ target }) => {
    const mark = target.indexOf('?')
    return mark === -1 ? '?' : target.slice(mark)
  },
}

/** In lower case, without the default port. */
function authorityOf({ authority, scheme = 'http' }: SignableRequest): string | undefined {
  const port = scheme === 'http' ? ':80' : ':443'
  const name = authority?.toLowerCase()
  return name?.endsWith(port) ? name.slice(0, -port.length) : name
}
