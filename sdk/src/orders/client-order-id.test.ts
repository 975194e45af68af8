import { expect, test } from 'vitest'
import { systemClock } from '../ports/clock.ts'
import { systemRandom } from '../ports/random.ts'
import { createClientOrderId } from './client-order-id.ts'

test('a new id is a UUID of version 7: time first, then chance', () => {
  const random = { bytes: (length: number) => new Uint8Array(length).fill(255) }
  expect(createClientOrderId({ nowMs: () => 0x0123456789ab }, random)).toBe(
    '01234567-89ab-7fff-bfff-ffffffffffff',
  )
})

test('ids sort by time, are accepted by the contract and never meet', () => {
  const ids = Array.from({ length: 1_000 }, () => createClientOrderId(systemClock, systemRandom))
  expect(new Set(ids).size).toBe(1_000)
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(id).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
  }
})
