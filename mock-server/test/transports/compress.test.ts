import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { chooseCoding, compress, isCompressible } from '../../src/transports/compress.ts'

test.each([
  [undefined, undefined],
  ['', undefined],
  ['gzip', 'gzip'],
  ['br', 'br'],
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['x-gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['deflate', undefined],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['br;q=0, gzip;q=0', undefined],
  ['br;q=0, *', 'gzip'],
  ['*', 'br'],
  ['*;q=0', undefined],
  ['identity, gzip;q=0.5', undefined],
  ['identity;q=0.5, gzip', 'gzip'],
  ['gzip;q=2', undefined],
  ['gzip;q=', undefined],
  [' gzip ; q=0.001', 'gzip'],
])('Accept-Encoding %j chooses %s', (header, coding) => {
  expect(chooseCoding(header)).toBe(coding)
})

test('only what has 1 KiB and no coding yet is compressed', () => {
  const reply = (body: string | undefined, headers = {}) =>
    isCompressible({ status: 200, headers, ...(body === undefined ? undefined : { body }) })
  expect(reply(undefined)).toBe(false)
  expect(reply('x'.repeat(1023))).toBe(false)
  expect(reply('x'.repeat(1024))).toBe(true)
  expect(reply('é'.repeat(512))).toBe(true)
  expect(reply('x'.repeat(2000), { 'content-encoding': 'gzip' })).toBe(false)
})

test('either coding gives the text back', async () => {
  const text = 'grüße '.repeat(500)
  expect(gunzipSync(await compress(text, 'gzip')).toString()).toBe(text)
  expect(brotliDecompressSync(await compress(text, 'br')).toString()).toBe(text)
})
