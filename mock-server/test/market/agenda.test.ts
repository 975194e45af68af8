import { expect, test } from 'vitest'
import { Agenda } from '../../src/market/agenda.ts'
import type { MarketView } from '../../src/market/market-source.ts'
import type { SymbolSource } from '../../src/market/symbol-source.ts'

const NO_VIEW = {} as MarketView

/** Says its name at every one of these times. */
function source(symbol: string, times: readonly number[]): SymbolSource {
  let said = 0
  const speaker: Pick<SymbolSource, 'symbol' | 'due' | 'next' | 'restUntil'> = {
    symbol,
    get due() {
      return times[said] ?? Number.POSITIVE_INFINITY
    },
    next: () => {
      said += 1
      return [{ type: 'ResumeSymbol', symbol }]
    },
    restUntil: (time: number) => {
      while ((times[said] ?? time) < time) said += 1
    },
  }
  return speaker as SymbolSource
}

const sayings = (agenda: Agenda) => {
  const said: string[] = []
  while (agenda.due !== Number.POSITIVE_INFINITY) {
    const { due } = agenda
    for (const command of agenda.next(NO_VIEW)) said.push(`${'symbol' in command && command.symbol}${due}`)
  }
  return said.join(' ')
}

test('sources speak in order of time, and at one instant in the order of the list', () => {
  expect(sayings(new Agenda([source('A', [2, 5]), source('B', [1, 2, 3])]))).toBe('B1 A2 B2 B3 A5')
  expect(sayings(new Agenda([]))).toBe('')
})

test('after a rest, or without one of them, the others speak when they are due', () => {
  const agenda = new Agenda([source('A', [2, 5]), source('B', [1, 2, 6]), source('C', [3])])
  agenda.restUntil(3)
  expect(agenda.remove('C')?.symbol).toBe('C')
  expect(agenda.remove('C')).toBeUndefined()
  expect(sayings(agenda)).toBe('A5 B6')
})
