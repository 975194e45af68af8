import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../../src/api/json/parse-json.ts'

describe('the JSON reader', () => {
  it('reads what JSON.parse reads, to the same value', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        fc.pre(!text.includes('__proto__'))
        expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) })
      }),
      { numRuns: 1000 },
    )
  })

  it('refuses what JSON.parse refuses, and never throws', () => {
    const seeds = ['{"a":[1,-2.5e3,"x\\u00e9\\n",true,false,null,{}]}', '[[],{"b":{}}]', '"\\ud800"']
    const mutation = fc.tuple(
      fc.constantFrom(...seeds),
      fc.nat(60),
      fc.nat(3),
      fc.constantFrom('', '"', '\\', '{', ']', ',', ':', '0', 'e', '-', '.', '\n', ' ', 'u'),
    )
    fc.assert(
      fc.property(mutation, ([seed, at, remove, insert]) => {
        const text = seed.slice(0, at) + insert + seed.slice(at + remove)
        const outcome = parseJson(text)
        let expected: unknown
        try {
          expected = JSON.parse(text)
        } catch {
          expect(outcome.ok).toBe(false)
          return
        }
        if (outcome.ok) expect(outcome.value).toEqual(expected)
        else expect(outcome.reason).toMatch(/repeated/)
      }),
      { numRuns: 5000 },
    )
  })

  const cases: readonly (readonly [string, string, number, number, RegExp])[] = [
    ['an empty text', '  ', 1, 3, /empty/],
    ['a trailing comma', '{"a":1,}', 1, 8, /field name/],
    ['a missing colon', '{\n  "a" 1}', 2, 7, /":"/],
    ['single quotes', "{'a':1}", 1, 2, /field name/],
    ['a comment', '{} // x', 1, 4, /after the value/],
    ['an open string', '{"a":"x', 1, 6, /not closed/],
    ['a raw line break in a string', '"a\nb"', 1, 3, /control character/],
    ['a leading zero', '{"a":01}', 1, 6, /number/],
    ['NaN', '[NaN]', 1, 2, /expected a value/],
    ['a repeated field', '{"a":1,\n"a":2}', 2, 1, /repeated/],
    ['a repeated field in escaped writing', '{"a":1,"\\u0061":2}', 1, 8, /repeated/],
    ['__proto__', '{"__proto__":{}}', 1, 2, /__proto__/],
    ['__proto__ in escaped writing', '{"__proto\\u005f_":{}}', 1, 2, /__proto__/],
    ['constructor.prototype', '{"constructor":{"prototype":{}}}', 1, 2, /constructor\.prototype/],
    ['33 levels', '['.repeat(33) + ']'.repeat(33), 1, 33, /deeper than 32/],
    ['1,025 items', `[${Array(1025).fill(1).join(',')}]`, 1, 2050, /1024 items/],
    [
      '257 fields',
      `{${Array.from({ length: 257 }, (_, i) => `"k${i}":1`).join(',')}}`,
      1,
      2196,
      /256 fields/,
    ],
    ['a string of 4,097 bytes', `["${'é'.repeat(2048)}x"]`, 1, 2, /4096 bytes/],
    ['a number of 41 characters', `[${'1'.repeat(41)}]`, 1, 2, /40 characters/],
  ]
  it.each(cases)('refuses %s with the place', (_, text, line, column, reason) => {
    const outcome = parseJson(text)
    expect(outcome).toMatchObject({ ok: false, line, column })
    expect(outcome.ok ? '' : outcome.reason).toMatch(reason)
  })

  it('accepts each limit exactly', () => {
    const deep = '['.repeat(32) + ']'.repeat(32)
    const wide = `{${Array.from({ length: 256 }, (_, i) => `"k${i}":1`).join(',')}}`
    const long = `["${'é'.repeat(2048)}",${'1'.repeat(40)}]`
    for (const text of [deep, wide, long, `[${Array(1024).fill(1).join(',')}]`]) {
      expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) })
    }
  })
})
