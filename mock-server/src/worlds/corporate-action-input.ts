import type { DeclareCorporateAction } from '../exchange/commands.ts'
import type { CorporateTerms } from '../exchange/corporate/corporate-terms.ts'
import { parseDecimal } from '../exchange/values/decimal.ts'
import { parseDays } from '../exchange/values/time.ts'
import type { DecimalInput } from './scripted-market.ts'

/** Days such as `2026-01-12`. */
export interface CorporateDatesInput {
  /** The first day on which a buyer takes no part; it takes effect in the night before, at 05:00 UTC. */
  readonly exDate: string
  /** @default the ex-date */
  readonly recordDate?: string
  /** @default the record date */
  readonly payableDate?: string
}

/** So much for one share, or other shares for those that there are: 4 for 1 is a split, 1 for 10 a reverse split. */
export type CorporateActionInput = CorporateDatesInput &
  (
    | { readonly type: 'cashDividend'; readonly amount: DecimalInput }
    | { readonly type: 'split'; readonly newUnits: number; readonly oldUnits: number }
  )

/** @throws Error on a wrong value, saying what would be right */
export function declaration(symbol: string, input: CorporateActionInput): DeclareCorporateAction {
  if (typeof input !== 'object' || input === null) {
    throw new Error(
      `A corporate action is an object such as { type: 'split', newUnits: 2, oldUnits: 1, exDate: '2026-01-12' }, not ${input}`,
    )
  }
  const exDay = dayOf('exDate', input.exDate)
  const recordDay = input.recordDate === undefined ? exDay : dayOf('recordDate', input.recordDate)
  const payDay = input.payableDate === undefined ? recordDay : dayOf('payableDate', input.payableDate)
  return { type: 'DeclareCorporateAction', symbol, terms: termsOf(input), exDay, recordDay, payDay }
}

function termsOf(input: CorporateActionInput): CorporateTerms {
  if (input.type === 'split') return { type: 'split', newUnits: input.newUnits, oldUnits: input.oldUnits }
  if (input.type !== 'cashDividend') {
    throw new Error(`A corporate action is a 'split' or a 'cashDividend', not ${JSON.stringify(input)}`)
  }
  const amount = parseDecimal(String(input.amount))
  if (amount === undefined) throw new Error(`A dividend is a decimal such as 0.25, not ${input.amount}`)
  return { type: 'cashDividend', amount }
}

function dayOf(name: string, text: string): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  const day = match === null ? undefined : parseDays(Number(match[1]), Number(match[2]), Number(match[3]))
  if (day === undefined) throw new Error(`${name} is a day such as 2026-01-12, not ${text}`)
  return day
}
