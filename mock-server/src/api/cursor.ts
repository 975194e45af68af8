import { equalInConstantTime, hmac } from '../ports/crypto.ts'

/** What a cursor belongs to: it goes on with this operation and this filter alone. */
export interface CursorScope {
  readonly operationId: string
  /** Canonical text of everything that chooses the list: account, filters. Not the limit. */
  readonly filter: string
}

/** Where the next page starts: the sort key of the last item given, so that inserts move nothing. */
export type CursorKey = readonly (string | number)[]

export type CursorOutcome =
  | { readonly ok: true; readonly key: CursorKey }
  | { readonly ok: false; readonly code: 'invalid-cursor' | 'cursor-mismatch' }

export interface Cursors {
  write(scope: CursorScope, key: CursorKey): string
  read(scope: CursorScope, cursor: string): CursorOutcome
}

const VERSION = 1
/** 132 bits of the HMAC: forging one is out of reach, and the cursor stays short. */
const MAC_LENGTH = 22

/** @param secret Signs the cursors; the same secret after a restart keeps them valid. */
export function createCursors(secret: string): Cursors {
  const mac = (payload: string) => hmac(secret, `cursor\n${payload}`).slice(0, MAC_LENGTH)
  const filterHash = (scope: CursorScope) => hmac(secret, `filter\n${scope.filter}`).slice(0, 8)

  return {
    write(scope, key) {
      const payload = toBase64Url(JSON.stringify([VERSION, scope.operationId, filterHash(scope), key]))
      return `${payload}.${mac(payload)}`
    },

    read(scope, cursor) {
      const point = cursor.indexOf('.')
      const payload = cursor.slice(0, point)
      // The MAC covers the payload's text, so that no two texts of one meaning both pass.
      if (point < 1 || !equalInConstantTime(cursor.slice(point + 1), mac(payload))) {
        return { ok: false, code: 'invalid-cursor' }
      }
      const [version, operationId, hash, key] = JSON.parse(fromBase64Url(payload)) as unknown[]
      if (version !== VERSION || !isKey(key)) return { ok: false, code: 'invalid-cursor' }
      if (operationId !== scope.operationId || hash !== filterHash(scope)) {
        return { ok: false, code: 'cursor-mismatch' }
      }
      return { ok: true, key }
    },
  }
}

function isKey(value: unknown): value is CursorKey {
  return Array.isArray(value) && value.every((part) => typeof part === 'string' || Number.isSafeInteger(part))
}

function toBase64Url(ascii: string): string {
  return btoa(ascii).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function fromBase64Url(text: string): string {
  return atob(text.replaceAll('-', '+').replaceAll('_', '/'))
}
