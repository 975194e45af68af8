import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Steps } from '../../src/feed/steps.ts'

test('every moment has what was noted last until then', () => {
  const noting = fc.record({ after: fc.nat(3), value: fc.nat() })
  fc.assert(
    fc.property(fc.array(noting, { maxLength: 60 }), (notings) => {
      const steps = new Steps<number>()
      const model: (number | undefined)[] = [undefined]
      for (const { after, value } of notings) {
        for (let passed = 0; passed < after; passed += 1) model.push(model.at(-1))
        steps.note(model.length - 1, value)
        model[model.length - 1] = value
      }
      expect(steps.latest).toBe(model.at(-1))
      expect([...model, model.at(-1)].map((_, moment) => steps.at(moment))).toEqual([...model, model.at(-1)])
    }),
    { numRuns: 500 },
  )
})
