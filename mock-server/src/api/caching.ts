import { digest } from '../ports/crypto.ts'

/**
 * Conditional requests (RFC 9110 §13). Tags are weak and over the uncompressed body: one tag for every encoding of it.
 */

/** 132 bits of the hash: two bodies of one tag are out of reach. */
const TAG_LENGTH = 22

export function entityTag(text: string): string {
  return `W/"${digest(text).slice(0, TAG_LENGTH)}"`
}

/** Whether the `If-None-Match` of a request names the tag, so that its sender has the body already. */
export function isKnown(tag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  const opaque = tag.slice('W/'.length)
  return [...ifNoneMatch.matchAll(TAGS)].some(([found]) => found.replace(/^W\//, '') === opaque)
}

const TAGS = /(?:W\/)?"[\x21\x23-\x7e]*"/g

/** What a cache may do with an answer. */
export const CACHE_CONTROL = {
  /** Of the account, or of this moment. */
  never: 'no-store',
  /** May be kept by who asked, and asked again each time whether it still holds: a mock's world changes at will. */
  forKey: 'private, no-cache',
  forAll: 'public, no-cache',
} as const
