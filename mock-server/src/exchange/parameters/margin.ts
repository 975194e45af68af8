import type { ParameterRow } from './parameter.ts'

const OF_VALUE = 'of the value'

/** Credit on stocks. */
export const MARGIN_PARAMETERS = [
  {
    name: 'initialMargin',
    value: '0.50',
    unit: OF_VALUE,
    from: '1974-01-03',
    source: 'Regulation T, 12 CFR 220.12(a)',
  },
  {
    name: 'maintenanceMargin',
    value: '0.25',
    unit: `${OF_VALUE} of a long position`,
    from: '1974-01-03',
    source: 'FINRA rule 4210(c)(1)',
  },
  {
    name: 'marginMinimumEquity',
    value: '2000.00',
    unit: 'USD',
    from: '1974-01-03',
    source: 'FINRA rule 4210(b)(4)',
  },
] as const satisfies readonly ParameterRow[]
