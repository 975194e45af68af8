import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Channel } from '../../src/feed/channel.ts'
import { TextContents } from './text-contents.ts'

test('a channel has the messages that it was given, until they are dropped', () => {
  const step = fc.oneof(
    fc.string({ maxLength: 4 }),
    fc.constant('drop' as const),
    fc.constant('read' as const),
  )
  const worths = fc.constantFrom('state' as const, 'private' as const)
  fc.assert(
    fc.property(worths, fc.nat(40), fc.array(step, { maxLength: 150 }), (worth, start, steps) => {
      const channel = new Channel('texts', 'e1', worth, new TextContents())
      channel.startAfter(start)
      const model: { seq: number; offset: number; data: object }[] = []
      for (const [offset, what] of steps.entries()) {
        if (what === 'drop') {
          if (model.length === 0) continue
          channel.dropOldest()
          expect(channel.lostUpTo).toBe(model.shift()?.offset)
        } else if (what === 'read') {
          channel.messages(0, channel.lastSeq)
        } else {
          channel.append(what, offset, 0)
          model.push({ seq: channel.lastSeq, offset, data: { text: what } })
        }
      }
      const held = channel.messages(0, channel.lastSeq + 5)
      expect(held.map(({ seq, offset, data }) => ({ seq, offset, data }))).toEqual(model)
      expect([channel.size, channel.lastSeq - channel.oldestSeq + 1]).toEqual([model.length, model.length])
      expect(channel.message(channel.lastSeq + 1)).toBeUndefined()
      expect(channel.message(channel.oldestSeq - 1)).toBeUndefined()
    }),
    { numRuns: 500 },
  )
})
