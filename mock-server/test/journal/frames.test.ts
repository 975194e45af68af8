import { expect, test } from 'vitest'
import { crc32c } from '../../src/journal/crc32c.ts'
import { decodeFrames, encodeFrame, JournalDamage, MAGIC } from '../../src/journal/frames.ts'
import { join } from './memory-file.ts'

const text = new TextEncoder()
const payloads = [
  '{"head":1}',
  '["exchange",{}]',
  '["command",1]',
  '["command",2]\n["command",3]',
  '["last",4]',
]
const frames = payloads.map((payload, number) => encodeFrame(number, text.encode(payload)))
const log = join([MAGIC, ...frames])
/** Where each frame begins, and the end. */
const starts = [MAGIC.length]
for (const frame of frames) starts.push((starts.at(-1) ?? 0) + frame.length)
const lastStart = starts.at(-2) ?? 0

function decoded(bytes: Uint8Array): readonly string[] {
  return decodeFrames(bytes).payloads.map((payload) => new TextDecoder().decode(payload))
}

test.each([
  ['', 0],
  ['123456789', 0xe306_9283],
  ['\0'.repeat(32), 0x8a91_36aa],
  ['a', 0xc1d0_4330],
])('the checksum of %j is that of the published vectors', (word, crc) => {
  expect(crc32c(text.encode(word))).toBe(crc)
})

test('what was written is read', () => {
  expect(decoded(log)).toEqual(payloads)
  expect(decodeFrames(log).torn).toBeUndefined()
})

test('every truncation of the last record drops it and nothing else', () => {
  for (let length = lastStart; length < log.length; length += 1) {
    const { torn } = decodeFrames(log.subarray(0, length))
    expect(decoded(log.subarray(0, length))).toEqual(payloads.slice(0, -1))
    const dropped = length === lastStart ? undefined : { offset: lastStart, bytes: length - lastStart }
    expect(torn, `${length} bytes`).toEqual(dropped)
  }
})

test('every changed byte of an earlier record is damage, at the offset of that record', () => {
  for (let at = 0; at < lastStart; at += 1) {
    for (const mask of [0x01, 0x80, 0xff]) {
      const damaged = log.slice()
      damaged[at] = (damaged[at] ?? 0) ^ mask
      const offset = starts.findLast((start) => start <= at) ?? 0
      expect(damageOf(damaged), `byte ${at}`).toBe(offset)
    }
  }
})

test('every changed byte of the last record drops it: a crash may leave it so', () => {
  for (let at = lastStart; at < log.length; at += 1) {
    const damaged = log.slice()
    damaged[at] = (damaged[at] ?? 0) ^ 0xff
    expect(decoded(damaged)).toEqual(payloads.slice(0, -1))
    expect(decodeFrames(damaged).torn?.offset).toBe(lastStart)
  }
})

test('a tail of zeros, as some file systems leave, is dropped', () => {
  const padded = join([log, new Uint8Array(100)])
  expect(decoded(padded)).toEqual(payloads)
  expect(decodeFrames(padded).torn).toEqual({ offset: log.length, bytes: 100 })
})

test('the head and the first checkpoint are never dropped: they were written before anything was answered', () => {
  const [, , firstEntry = 0] = starts
  for (let length = 0; length < firstEntry; length += 1) {
    expect(damageOf(log.subarray(0, length)), `${length} bytes`).toBeDefined()
  }
})

test('a record that is missing, repeated or of another place is damage', () => {
  const [head, checkpoint, first, second] = frames as [Uint8Array, Uint8Array, Uint8Array, Uint8Array]
  const at = MAGIC.length + head.length + checkpoint.length
  expect(damageOf(join([MAGIC, head, checkpoint, second]))).toBe(at)
  expect(damageOf(join([MAGIC, head, checkpoint, first, first]))).toBe(at + first.length)
})

function damageOf(bytes: Uint8Array): number | undefined {
  try {
    decodeFrames(bytes)
    return undefined
  } catch (error) {
    if (error instanceof JournalDamage) return error.offset
    throw error
  }
}
