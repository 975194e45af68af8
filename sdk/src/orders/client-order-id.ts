import type { Clock } from '../ports/clock.ts'
import type { Random } from '../ports/random.ts'

/**
 * A new client order id: a UUID of version 7, so that ids sort by the time they were made and never meet, whichever
 * process made them.
 */
export function createClientOrderId(clock: Pick<Clock, 'nowMs'>, random: Pick<Random, 'bytes'>): string {
  const time = Math.max(0, Math.trunc(clock.nowMs())).toString(16).padStart(12, '0').slice(-12)
  const chance = [...random.bytes(10)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const variant = (8 + (Number.parseInt(chance.charAt(3), 16) % 4)).toString(16)
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${chance.slice(0, 3)}`,
    variant + chance.slice(4, 7),
    chance.slice(7, 19),
  ].join('-')
}
