import type { Clock } from '../ports/clock.ts'
import type { Random } from '../ports/random.ts'

/**
 * A new client order id: a UUID of version 7, so that ids sort by the time they were made and never meet, whichever
 * process made them.
 */
export function createClientOrderId(clock: Pick<Clock, 'nowMs'>, random: Pick<Random, 'bytes'>): string {
  const chance = random.bytes(10)
  const hex = [...chance].map((byte, index) =>
    ((byte & keep(index)) | fixed(index)).toString(16).padStart(2, '0'),
  )
  const time = Math.max(0, Math.trunc(clock.nowMs())).toString(16).padStart(12, '0').slice(-12)
  return (time + hex.join('')).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** The version, 7, is the high half of the first byte after the time; the variant, binary 10, begins the third. */
const keep = (index: number): number => (index === 0 ? 0x0f : index === 2 ? 0x3f : 0xff)
const fixed = (index: number): number => (index === 0 ? 0x70 : index === 2 ? 0x80 : 0)
