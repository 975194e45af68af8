import { nextTurn } from '../../exchange/sessions/sessions.ts'
import { formatTime } from '../../exchange/values/time.ts'
import type { Operation } from '../context.ts'

/** The clock of US equities; without a calendar they never close. */
export const getMarketClock: Operation<'getMarketClock'> = (_, { world }) => {
  const { time, calendar } = world.view
  const announced = calendar?.announced ?? calendar
  const change = announced?.nextChange(time)
  const turn = (phase: 'open' | 'closed'): string | null => {
    const at = announced && nextTurn(announced, time, phase)
    return at === undefined ? null : formatTime(at)
  }
  return {
    status: 200,
    body: {
      time: formatTime(time),
      calendar: calendar === undefined ? 'alwaysOpen' : (calendar.name ?? 'custom'),
      phase: calendar?.phaseAt(time) ?? 'open',
      nextOpen: turn('open'),
      nextClose: turn('closed'),
      nextChange: change === undefined ? null : formatTime(change),
    },
  }
}
