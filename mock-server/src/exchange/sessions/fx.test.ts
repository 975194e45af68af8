import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formatDate } from '../values/time.ts'
import { dayNumber } from './civil-date.ts'
import { fx } from './fx.ts'
import { newYorkTime } from './new-york.ts'

const lean = new URL(
  '../../../../../shared/data/lean/market-hours/market-hours-database.json',
  import.meta.url,
)

/**
 * A dealer that stops at 17:00 before the two holidays and begins again at 17:00 on them, as this calendar does; its
 * table has them from 2018 on, but for years in which they fall on a weekend, when it keeps other days each time.
 */
test.skipIf(!existsSync(lean))(
  'holidays on weekdays equal those of a published table (skipped where ../shared/data is missing)',
  () => {
    const entry = JSON.parse(readFileSync(lean, 'utf8')).entries['Forex-oanda-[*]']
    const [early, late]: readonly Record<string, string>[] = [entry.earlyCloses, entry.lateOpens]
    const compared: string[] = []
    for (const [text, hour] of Object.entries(late ?? {})) {
      const [month = 0, dayOfMonth = 0, year = 0] = text.split('/').map(Number)
      const day = dayNumber(year, month, dayOfMonth)
      const date = formatDate(day)
      expect(hour, date).toMatch(/^17:0[05]/)
      expect(fx.phaseAt(newYorkTime(day, 12)), date).toBe('closed')
      expect(fx.phaseAt(newYorkTime(day, 17)), date).toBe('open')
      compared.push(date)
      const eve = `${month === 1 ? '12/31' : '12/24'}/${month === 1 ? year - 1 : year}`
      if (early?.[eve] === undefined) continue
      expect(early[eve], eve).toBe('17:00:00')
      expect(fx.phaseAt(newYorkTime(day - 1, 17) - 1), date).toBe('open')
      expect(fx.phaseAt(newYorkTime(day - 1, 17)), date).toBe('closed')
    }
    expect(compared.length).toBeGreaterThanOrEqual(10)
  },
)
