import { CORPORATE_PARAMETERS } from './corporate.ts'
import { FEE_SCHEDULE_PARAMETERS } from './fee-schedules.ts'
import { FEE_PARAMETERS } from './fees.ts'
import { MARGIN_PARAMETERS } from './margin.ts'
import { ParameterTable } from './parameter.ts'
import { SETTLEMENT_PARAMETERS } from './settlement.ts'
import { VOLATILITY_PARAMETERS } from './volatility.ts'

/**
 * Every rate and rule of the real world that depends on the date, each with its source; docs/parameters.md shows
 * them. Nothing else in the exchange states such a number.
 */
const PARTS = [
  { title: 'Fees', rows: FEE_PARAMETERS },
  { title: 'Fee schedules', rows: FEE_SCHEDULE_PARAMETERS },
  { title: 'Settlement', rows: SETTLEMENT_PARAMETERS },
  { title: 'Margin', rows: MARGIN_PARAMETERS },
  { title: 'Volatility', rows: VOLATILITY_PARAMETERS },
  { title: 'Corporate actions', rows: CORPORATE_PARAMETERS },
] as const

export type ParameterName = (typeof PARTS)[number]['rows'][number]['name']

export const PARAMETER_PARTS = PARTS

export const parameters = new ParameterTable<ParameterName>(PARTS.flatMap(({ rows }) => [...rows]))
