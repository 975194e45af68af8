import { crc32c } from './crc32c.ts'

/**
 * The bytes of a journal: eight that say what it is, then frames. A frame is what was written at once: a head of
 * four 32-bit little-endian numbers (length of the payload, number of the frame, checksum of the payload,
 * checksum of the head before it) and the payload. The head's own checksum makes its length trustworthy, so that
 * a frame that was cut off is told from one that was damaged.
 */
export const MAGIC = new TextEncoder().encode('OBJRNL1\n')
export const HEAD_BYTES = 16
/** Its length has 32 bits. */
const LONGEST = 2 ** 32 - 1
/** The description of the world and the first checkpoint: written with the file, so that they are never cut off. */
const WHOLE_FRAMES = 2

export function encodeFrame(number: number, payload: Uint8Array): Uint8Array {
  const frame = new Uint8Array(HEAD_BYTES + payload.length)
  frame.set(encodeHead({ length: payload.length, number, checksum: crc32c(payload) }))
  frame.set(payload, HEAD_BYTES)
  return frame
}

/** The head alone, of a payload that is written in pieces. */
export function encodeHead({ length, number, checksum }: Head): Uint8Array {
  if (length > LONGEST) throw new RangeError(`${length} bytes are more than a record can hold`)
  const bytes = new Uint8Array(HEAD_BYTES)
  const head = new DataView(bytes.buffer)
  head.setUint32(0, length, true)
  head.setUint32(4, number, true)
  head.setUint32(8, checksum, true)
  head.setUint32(12, crc32c(bytes.subarray(0, 12)), true)
  return bytes
}

/** Something is wrong that no crash explains: nobody knows what else is. */
export class JournalDamage extends Error {
  override readonly name = 'JournalDamage'
  /** Where the damaged frame begins. */
  readonly offset: number

  constructor(offset: number, what: string) {
    super(`damaged at byte ${offset}: ${what}`)
    this.offset = offset
  }
}

export interface Frames {
  readonly payloads: readonly Uint8Array[]
  /** The last write, where a crash cut it off: it is dropped. */
  readonly torn: { readonly offset: number; readonly bytes: number } | undefined
}

/** @throws JournalDamage */
export function decodeFrames(bytes: Uint8Array): Frames {
  if (bytes.length === 0) throw new JournalDamage(0, 'it is empty')
  if (!MAGIC.every((byte, index) => bytes[index] === byte)) {
    throw new JournalDamage(0, 'it does not begin as a journal of this version does')
  }
  const payloads: Uint8Array[] = []
  let offset = MAGIC.length
  while (offset < bytes.length) {
    const frame = readFrame(bytes, offset, payloads.length)
    if (typeof frame === 'string') {
      if (payloads.length < WHOLE_FRAMES) throw new JournalDamage(offset, frame)
      return { payloads, torn: { offset, bytes: bytes.length - offset } }
    }
    payloads.push(frame)
    offset += HEAD_BYTES + frame.length
  }
  if (payloads.length < WHOLE_FRAMES) throw new JournalDamage(offset, 'it ends before its first checkpoint')
  return { payloads, torn: undefined }
}

/** The payload, or why the frame looks like the end of what a crash left. @throws JournalDamage */
function readFrame(bytes: Uint8Array, offset: number, number: number): Uint8Array | string {
  const left = bytes.length - offset
  if (left < HEAD_BYTES) return 'the head of a record is incomplete'
  const head = readHead(bytes, offset)
  if (head === undefined || head.number !== number) {
    if (head !== undefined) throw new JournalDamage(offset, `record ${head.number} in the place of ${number}`)
    // Of a head that cannot be believed only what follows tells whether it is the last.
    if (hasLaterFrame(bytes, offset, number)) throw new JournalDamage(offset, 'the head of a record is wrong')
    return 'the head of a record is wrong'
  }
  if (left < HEAD_BYTES + head.length) return 'a record is incomplete'
  const payload = bytes.subarray(offset + HEAD_BYTES, offset + HEAD_BYTES + head.length)
  if (crc32c(payload) === head.checksum) return payload
  const isLast = left === HEAD_BYTES + head.length
  if (!isLast) throw new JournalDamage(offset, 'the checksum of a record is wrong')
  return 'the checksum of a record is wrong'
}

export interface Head {
  readonly length: number
  readonly number: number
  readonly checksum: number
}

/** Undefined where its checksum is wrong. */
function readHead(bytes: Uint8Array, offset: number): Head | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, HEAD_BYTES)
  if (crc32c(bytes.subarray(offset, offset + 12)) !== view.getUint32(12, true)) return undefined
  return {
    length: view.getUint32(0, true),
    number: view.getUint32(4, true),
    checksum: view.getUint32(8, true),
  }
}

/** Payloads are text, so that what looks like a head with a number of this size is one. */
function hasLaterFrame(bytes: Uint8Array, offset: number, number: number): boolean {
  for (let at = offset + 1; at + HEAD_BYTES <= bytes.length; at += 1) {
    const found = readHead(bytes, at)
    if (found !== undefined && found.number > number && found.number - number < bytes.length) return true
  }
  return false
}
