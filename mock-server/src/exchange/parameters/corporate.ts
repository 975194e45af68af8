import type { ParameterRow } from './parameter.ts'

/** What becomes of open orders when a stock goes ex. */
export const CORPORATE_PARAMETERS = [
  {
    name: 'dividendAdjustment',
    value: '0.01',
    unit: 'USD a share; a smaller cash dividend changes no order',
    from: '1994-05-16',
    source: 'FINRA rule 5330(a), before it NASD rule 3220(a)',
  },
] as const satisfies readonly ParameterRow[]
