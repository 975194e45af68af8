import type { ParameterRow } from './parameter.ts'

const CYCLE = 'business days after the trade date'

/** When trades settle, and what cash accounts may do before. */
export const SETTLEMENT_PARAMETERS = [
  {
    name: 'stockSettlementDays',
    value: '5',
    unit: CYCLE,
    from: '1968-02-01',
    source: 'SEC brochure on settling trades in three days, 1995 (the length), unconfirmed (the day)',
  },
  {
    name: 'stockSettlementDays',
    value: '3',
    unit: CYCLE,
    from: '1995-06-07',
    source: 'SEC rule 15c6-1, NASD notice to members 95-26',
  },
  {
    name: 'stockSettlementDays',
    value: '2',
    unit: CYCLE,
    from: '2017-09-05',
    source: 'SEC rule 15c6-1 as amended by release 34-80295',
  },
  {
    name: 'stockSettlementDays',
    value: '1',
    unit: CYCLE,
    from: '2024-05-28',
    source: 'SEC rule 15c6-1 as amended by release 34-96930',
  },
  {
    name: 'goodFaithViolations',
    value: '4',
    unit: 'violations within the window that restrict an account',
    from: '1968-02-01',
    source: 'help.public.com; brokers differ',
  },
  { name: 'violationWindow', value: '365', unit: 'days', from: '1968-02-01', source: 'help.public.com' },
  {
    name: 'settledCashOnly',
    value: '90',
    unit: 'days of restriction to settled cash',
    from: '1968-02-01',
    source: 'Regulation T, 12 CFR 220.8(c)',
  },
] as const satisfies readonly ParameterRow[]
