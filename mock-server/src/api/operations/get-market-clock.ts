import { hoursToldAt, nextTurn } from '../../exchange/sessions/sessions.ts'
import { formatTime } from '../../exchange/values/time.ts'
import type { Time } from '../../exchange/values/types.ts'
import type { Operation } from '../context.ts'

/** The clock of US equities; without a calendar they never close. */
export const getMarketClock: Operation<'getMarketClock'> = (_, { world }) => {
  const { time, calendar } = world.view
  const [hours, from] = calendar === undefined ? [undefined, time] : hoursToldAt(calendar, time)
  const turn = (phase: 'open' | 'closed') => toldTime(hours && nextTurn(hours, from, phase))
  return {
    status: 200,
    body: {
      time: formatTime(time),
      calendar: calendar === undefined ? 'alwaysOpen' : (calendar.name ?? 'custom'),
      phase: calendar?.phaseAt(time) ?? 'open',
      nextOpen: turn('open'),
      nextClose: turn('closed'),
      nextChange: toldTime(hours?.nextChange(from)),
    },
  }
}

function toldTime(at: Time | undefined): string | null {
  return at === undefined ? null : formatTime(at)
}
