import { createParser } from 'eventsource-parser'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EventParser, type StreamBlock } from './event-parser.ts'

/** What a parser makes of bytes that come in these pieces. */
function read(pieces: readonly Uint8Array[], longest = 1_000_000): StreamBlock[] {
  const parser = new EventParser(longest)
  const decoder = new TextDecoder()
  return pieces.flatMap((piece) => parser.push(decoder.decode(piece, { stream: true })))
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const readText = (text: string): StreamBlock[] => read([utf8(text)])
const event = (id: string, type: string, data: string | undefined): StreamBlock => ({ id, type, data })

test.each([
  ['an event', 'id: 1\nevent: quote\ndata: {}\n\n', [event('1', 'quote', '{}')]],
  [
    'CR and CRLF',
    'id: 1\rdata: a\r\r\ndata: b\r\n\r\n',
    [event('1', 'message', 'a'), event('1', 'message', 'b')],
  ],
  ['several lines of data', 'data: a\ndata\ndata:  b\n\n', [event('', 'message', 'a\n\n b')]],
  ['empty data', 'data\n\n', [event('', 'message', '')]],
  ['an id alone', 'id: 7\n\n', [event('7', 'message', undefined)]],
  [
    'an id that stays, and one that is emptied',
    'id: 7\ndata: a\n\ndata: b\n\nid\ndata: c\n\n',
    [event('7', 'message', 'a'), event('7', 'message', 'b'), event('', 'message', 'c')],
  ],
  [
    'an id with a NUL',
    'id: 7\n\nid: 8\0\ndata: a\n\n',
    [event('7', 'message', undefined), event('7', 'message', 'a')],
  ],
  [
    'comments and unknown fields',
    ': hello\n\n:\nfoo: bar\ndata: a\n\n',
    [event('', 'message', undefined), event('', 'message', 'a')],
  ],
  ['a byte order mark', '\uFEFFdata: a\n\n', [event('', 'message', 'a')]],
  ['an event that is not whole', 'id: 1\ndata: a\n\nid: 2\ndata: b\n', [event('1', 'message', 'a')]],
  [
    'no space after the colon, and two',
    'data:a\n\ndata:  a\n\n',
    [event('', 'message', 'a'), event('', 'message', ' a')],
  ],
])('%s is read as the standard says', (_name, text, blocks) => {
  expect(readText(text)).toEqual(blocks)
})

test('a CR at the end of a piece ends its line at once, and an LF that follows is not another', () => {
  const parser = new EventParser(1_000)
  expect(parser.push('data: a\r')).toEqual([])
  expect(parser.push('')).toEqual([])
  expect(parser.push('\n\r')).toEqual([event('', 'message', 'a')])
  expect(parser.push('\ndata: b\n\n')).toEqual([event('', 'message', 'b')])
})

test('the time to wait is a whole number of milliseconds, or is passed over', () => {
  const parser = new EventParser(1_000)
  for (const [line, wait] of [
    ['retry: 100', 100],
    ['retry: 1.5', 100],
    ['retry: -1', 100],
    ['retry', 100],
    ['retry: 20', 20],
  ] as const) {
    parser.push(`${line}\n`)
    expect(parser.retryMs).toBe(wait)
  }
})

test.each([
  ['a line without an end', ['data: ', 'x'.repeat(60), 'x'.repeat(60)]],
  ['a comment without an end', [`:${'x'.repeat(200)}`]],
  ['lines of data without an end', Array.from({ length: 30 }, () => 'data: xxxxx\n')],
])('%s is an error, and soon', (_name, pieces) => {
  expect(() => read(pieces.map(utf8), 100)).toThrow(
    'Failed to stream events: an event is longer than 100 characters',
  )
})

test('a long line in many pieces costs no more than its length', () => {
  const parser = new EventParser(20_000_000)
  parser.push('data: ')
  for (let piece = 0; piece < 200_000; piece += 1) parser.push('0123456789')
  expect(parser.push('\n\n')[0]?.data).toHaveLength(2_000_000)
})

/** Texts of the pieces that make trouble. */
const trouble = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          '\n',
          '\r',
          '\r\n',
          '\n\n',
          'data',
          'id',
          'event',
          'retry',
          ':',
          ': ',
          ' ',
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom('\0', '\uFEFF', '\u2028', 'é', '😀', 'data:\n', 'retry: 5\n', 'da'),
      },
      { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

function cutAt(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end))
}

test('in whatever pieces the bytes come, they say the same', () => {
  fc.assert(
    fc.property(trouble, fc.array(fc.nat(300), { maxLength: 12 }), (text, cuts) => {
      const bytes = utf8(text)
      expect(read(cutAt(bytes, cuts))).toEqual(read([bytes]))
    }),
    { numRuns: 2_000 },
  )
})

test('an independent parser reads the same events', () => {
  fc.assert(
    fc.property(trouble, fc.array(fc.nat(300), { maxLength: 6 }), (text, cuts) => {
      const theirs: { type: string; data: string }[] = []
      const parser = createParser({
        onEvent: ({ event: type, data }) => theirs.push({ type: type || 'message', data }),
      })
      const decoder = new TextDecoder()
      const pieces = cutAt(utf8(text), cuts)
      for (const piece of pieces) parser.feed(decoder.decode(piece, { stream: true }))
      const ours = read(pieces).flatMap(({ type, data }) => (data === undefined ? [] : [{ type, data }]))
      expect(ours).toEqual(theirs)
    }),
    { numRuns: 3_000 },
  )
})

test('an independent parser keeps the same last id', () => {
  fc.assert(
    fc.property(trouble, (text) => {
      const blocks = readText(`${text}\n\n`)
      const ids: string[] = []
      const parser = createParser({ onId: (id) => ids.push(id) })
      parser.feed(new TextDecoder().decode(utf8(`${text}\n\n`)))
      expect(blocks.at(-1)?.id).toBe(ids.at(-1) ?? '')
    }),
    { numRuns: 2_000 },
  )
})

test('an event of many empty lines is too long as well', () => {
  const parser = new EventParser(1_000)
  parser.push('data\n'.repeat(1_000))
  expect(() => parser.push('data\n')).toThrow('an event is longer than 1000 characters')
})
