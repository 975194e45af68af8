import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByAge } from '../../src/feed/by-age.ts'
import { Channel } from '../../src/feed/channel.ts'
import { TextContents } from './text-contents.ts'

test('the channel with the oldest message of all comes first, whatever comes and goes', () => {
  const step = fc.record({
    what: fc.constantFrom('append', 'append', 'drop', 'drop oldest'),
    which: fc.nat(6),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const byAge = new ByAge()
      const channels = Array.from(
        { length: 7 },
        (_, index) => new Channel(`${index}`, 'e1', 'state', new TextContents()),
      )
      for (const [offset, { what, which }] of steps.entries()) {
        const channel = what === 'drop oldest' ? byAge.oldest : channels[which]
        if (channel === undefined) continue
        if (what === 'append') {
          channel.append('', offset, 0)
          if (channel.size === 1) byAge.add(channel, offset)
        } else if (channel.size > 0) {
          channel.dropOldest()
        }
        const held = channels.filter(({ size }) => size > 0)
        const oldest = Math.min(...held.map((each) => each.offsetOf(each.oldestSeq)))
        const first = byAge.oldest
        expect(first === undefined ? Infinity : first.offsetOf(first.oldestSeq)).toBe(oldest)
      }
    }),
    { numRuns: 500 },
  )
})
