import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFileLines, splitLines } from '../../src/market/replay/lines.ts'
import { ReplayError } from '../../src/market/replay/replay-error.ts'
import { openZip } from '../../src/market/replay/zip.ts'
import { Folder, zipFile } from './fixtures.ts'

const TEXT = Array.from({ length: 40 }, (_, line) => `line ${line} ${'x'.repeat(line % 7)}`).join('\n')

async function* inChunks(bytes: Buffer, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0
  for (const cut of [...cuts.toSorted((left, right) => left - right), bytes.length]) {
    if (cut > from) yield bytes.subarray(from, cut)
    from = Math.max(from, cut)
  }
}

async function collect(batches: AsyncIterable<{ firstLine: number; lines: readonly string[] }>) {
  const lines: string[] = []
  for await (const batch of batches) {
    expect(batch.firstLine).toBe(lines.length + 1)
    lines.push(...batch.lines)
  }
  return lines
}

test('lines come out whole wherever the bytes are cut: at every single byte', async () => {
  const bytes = Buffer.from(TEXT)
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    expect(await collect(splitLines('f', inChunks(bytes, [cut])))).toEqual(TEXT.split('\n'))
  }
})

test('lines come out whole for any cuts, with either line end, with and without a last one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 30 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      async (cuts, lineEnd, ended) => {
        const expected = TEXT.split('\n')
        const text = expected.join(lineEnd) + (ended ? lineEnd : '')
        expect(await collect(splitLines('f', inChunks(Buffer.from(text), cuts)))).toEqual(expected)
      },
    ),
    { numRuns: 300 },
  )
})

test('a fault of the bytes comes after the lines before it and names the line that it broke', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('one\ntwo\nthr')
    throw new Error('disk gone')
  }
  const seen: string[] = []
  const reading = (async () => {
    for await (const { lines } of splitLines('a.csv', broken())) seen.push(...lines)
  })()
  await expect(reading).rejects.toThrow('a.csv:3:4: cannot be read further: disk gone')
  expect(seen).toEqual(['one', 'two'])
})

test('an endless line is refused instead of kept', async () => {
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) yield Buffer.alloc(1024 * 1024, 120)
  }
  await expect(collect(splitLines('a.csv', endless()))).rejects.toThrow('the line is longer than')
})

test.each([
  ['deflated', {}],
  ['stored', { stored: true }],
  ['with sizes in a Zip64 field', { wide: true }],
])('the CSV in a zip is read: %s', async (_, defects) => {
  using folder = new Folder()
  const file = folder.write('a.zip', zipFile({ 'inner.csv': TEXT }, defects))
  expect((await openZip(file)).name).toBe('inner.csv')
  expect(await collect(readFileLines(file))).toEqual(TEXT.split('\n'))
})

test.each([
  ['no zip at all', Buffer.from('hello, world, this is no archive of any kind'), 'not a zip file'],
  ['an empty file', Buffer.alloc(0), 'not a zip file'],
  ['an empty archive', zipFile({}), 'the zip file is empty'],
  ['two entries', zipFile({ 'a.csv': 'x', 'b.csv': 'y' }), 'must hold one CSV file, it holds a.csv, b.csv'],
  ['encryption', zipFile({ 'a.csv': 'x' }, { encrypted: true }), 'the zip file is encrypted'],
  ['an unknown method', zipFile({ 'a.csv': 'x' }, { method: 14 }), 'compression method 14 is not supported'],
])('a zip is refused for %s', async (_, content, reason) => {
  using folder = new Folder()
  const file = folder.write('a.zip', content)
  await expect(openZip(file)).rejects.toThrow(reason)
  await expect(openZip(file)).rejects.toThrow(ReplayError)
})

test('a wrong checksum is found at the end of the lines', async () => {
  using folder = new Folder()
  const file = folder.write('a.zip', zipFile({ 'a.csv': TEXT }, { wrongChecksum: true }))
  await expect(collect(readFileLines(file))).rejects.toThrow('the zip entry does not match its checksum')
})

test('of a zip cut short anywhere, what is read are its first lines', async () => {
  using folder = new Folder()
  const whole = zipFile({ 'a.csv': TEXT })
  for (let keepBytes = 36; keepBytes < whole.length; keepBytes += 7) {
    const file = folder.write(`${keepBytes}.zip`, whole.subarray(0, keepBytes))
    const seen: string[] = []
    const reading = (async () => {
      for await (const { lines } of readFileLines(file)) seen.push(...lines)
    })()
    await expect(reading).rejects.toThrow(ReplayError)
    expect(TEXT.split('\n').slice(0, seen.length)).toEqual(seen)
  }
})
