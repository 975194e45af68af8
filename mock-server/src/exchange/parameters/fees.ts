import type { ParameterRow } from './parameter.ts'

const SECTION_31 = 'USD per million USD sold'
const TAF = 'USD per share sold'
const CAP = 'USD per trade at most'

/** What regulators charge on sales of US stocks, as brokers pass it on. */
export const FEE_PARAMETERS = [
  {
    name: 'secFee',
    value: '22.10',
    unit: SECTION_31,
    from: '2014-03-18',
    source: 'FINRA information notice 2014-03-03',
  },
  { name: 'secFee', value: '18.40', unit: SECTION_31, from: '2015-02-14', source: 'unconfirmed' },
  {
    name: 'secFee',
    value: '21.80',
    unit: SECTION_31,
    from: '2016-02-16',
    source: 'FINRA information notice 2016-03-15 (the rate), unconfirmed (the day)',
  },
  { name: 'secFee', value: '23.10', unit: SECTION_31, from: '2017-07-04', source: 'unconfirmed' },
  { name: 'secFee', value: '13.00', unit: SECTION_31, from: '2018-05-22', source: 'unconfirmed' },
  { name: 'secFee', value: '20.70', unit: SECTION_31, from: '2019-04-16', source: 'unconfirmed' },
  {
    name: 'secFee',
    value: '22.10',
    unit: SECTION_31,
    from: '2020-02-18',
    source: 'SEC fee rate advisory 3 for fiscal year 2020 (the rate), unconfirmed (the day)',
  },
  {
    name: 'secFee',
    value: '5.10',
    unit: SECTION_31,
    from: '2021-02-25',
    source: 'SEC fee rate advisory 2 for fiscal year 2021',
  },
  { name: 'secFee', value: '22.90', unit: SECTION_31, from: '2022-05-14', source: 'unconfirmed' },
  { name: 'secFee', value: '8.00', unit: SECTION_31, from: '2023-02-27', source: 'unconfirmed' },
  {
    name: 'secFee',
    value: '27.80',
    unit: SECTION_31,
    from: '2024-05-22',
    source: 'Security Traders Association 2025-05-14 (the rate), unconfirmed (the day)',
  },
  {
    name: 'secFee',
    value: '0.00',
    unit: SECTION_31,
    from: '2025-05-14',
    source: 'Security Traders Association 2025-05-14',
  },
  {
    name: 'secFee',
    value: '20.60',
    unit: SECTION_31,
    from: '2026-04-04',
    source: 'unconfirmed; set by SEC release 34-104909 of 2026-02-27',
  },
  {
    name: 'tradingActivityFee',
    value: '0.000090',
    unit: TAF,
    from: '2011-07-01',
    source: 'FINRA regulatory notice 11-27',
  },
  { name: 'tradingActivityFee', value: '0.000119', unit: TAF, from: '2012-07-01', source: 'unconfirmed' },
  { name: 'tradingActivityFee', value: '0.000130', unit: TAF, from: '2022-01-01', source: 'unconfirmed' },
  { name: 'tradingActivityFee', value: '0.000145', unit: TAF, from: '2023-01-01', source: 'unconfirmed' },
  { name: 'tradingActivityFee', value: '0.000166', unit: TAF, from: '2024-01-01', source: 'unconfirmed' },
  { name: 'tradingActivityFee', value: '0.000195', unit: TAF, from: '2026-01-01', source: 'unconfirmed' },
  {
    name: 'tradingActivityFeeCap',
    value: '4.50',
    unit: CAP,
    from: '2011-07-01',
    source: 'FINRA regulatory notice 11-27',
  },
  { name: 'tradingActivityFeeCap', value: '5.95', unit: CAP, from: '2012-07-01', source: 'unconfirmed' },
  { name: 'tradingActivityFeeCap', value: '6.49', unit: CAP, from: '2022-01-01', source: 'unconfirmed' },
  { name: 'tradingActivityFeeCap', value: '7.27', unit: CAP, from: '2023-01-01', source: 'unconfirmed' },
  { name: 'tradingActivityFeeCap', value: '8.30', unit: CAP, from: '2024-01-01', source: 'unconfirmed' },
  { name: 'tradingActivityFeeCap', value: '9.79', unit: CAP, from: '2026-01-01', source: 'unconfirmed' },
] as const satisfies readonly ParameterRow[]
