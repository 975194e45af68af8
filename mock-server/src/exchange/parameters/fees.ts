import type { ParameterRow } from './parameter.ts'

const SECTION_31 = 'USD per million USD sold'
const TAF = 'USD per share sold'
const CAP = 'USD per trade at most'
const ACCESS = 'USD a share at most, for trading with what others quote'
const ACCESS_BELOW = 'of the price at most, where it is below a dollar'
const REGULATION_NMS = 'Regulation NMS rule 610(c), 17 CFR 242.610(c), 70 FR 37496'
const NMS_OF_2024 =
  'SEC release 34-101070, 89 FR 81620 (the cap); unconfirmed (the day: the exemptions of 2025 and 2026 from it, second hand)'
const FEES_OF_2020 = 'SR-FINRA-2020-032, 85 FR 66592 (second hand)'
const FEES_OF_2024 = 'SR-FINRA-2024-019, 89 FR 93709 (second hand)'
const UNCONFIRMED_2026 = `${FEES_OF_2024}; unconfirmed`

/** What regulators charge on sales of US stocks, as brokers pass it on, and the most that venues may charge. */
export const FEE_PARAMETERS = [
  {
    name: 'secFee',
    value: '22.10',
    unit: SECTION_31,
    from: '2014-03-18',
    source: 'FINRA information notice 2014-03-03',
  },
  {
    name: 'secFee',
    value: '18.40',
    unit: SECTION_31,
    from: '2015-02-14',
    source: 'SEC fee rate advisory 3 for fiscal year 2015 (second hand)',
  },
  {
    name: 'secFee',
    value: '21.80',
    unit: SECTION_31,
    from: '2016-02-16',
    source:
      'FINRA information notice 2016-03-15 (the rate); SEC fee rate advisory 3 for fiscal year 2016 (the day, second hand)',
  },
  {
    name: 'secFee',
    value: '23.10',
    unit: SECTION_31,
    from: '2017-07-04',
    source:
      'FINRA information notice 2018-05-07 (the rate); SEC fee rate advisory 3 for fiscal year 2017 (the day, second hand)',
  },
  {
    name: 'secFee',
    value: '13.00',
    unit: SECTION_31,
    from: '2018-05-22',
    source: 'FINRA information notice 2018-05-07',
  },
  {
    name: 'secFee',
    value: '20.70',
    unit: SECTION_31,
    from: '2019-04-16',
    source: 'SEC fee rate advisory 2 for fiscal year 2019, 84 FR 9576',
  },
  {
    name: 'secFee',
    value: '22.10',
    unit: SECTION_31,
    from: '2020-02-18',
    source: 'FINRA information notice 2020-02-03',
  },
  {
    name: 'secFee',
    value: '5.10',
    unit: SECTION_31,
    from: '2021-02-25',
    source: 'FINRA information notice 2021-02-16',
  },
  {
    name: 'secFee',
    value: '22.90',
    unit: SECTION_31,
    from: '2022-05-14',
    source:
      'SEC announcement 2023-01-23 (the rate); SEC fee rate advisory 2 for fiscal year 2022 (the day, second hand)',
  },
  {
    name: 'secFee',
    value: '8.00',
    unit: SECTION_31,
    from: '2023-02-27',
    source: 'SEC announcement 2023-01-23, release 34-96724',
  },
  {
    name: 'secFee',
    value: '27.80',
    unit: SECTION_31,
    from: '2024-05-22',
    source:
      'FINRA information notice 2025-04-24 (the rate); 60 days after the appropriation of 2024-03-23, release 34-99973 (the day)',
  },
  {
    name: 'secFee',
    value: '0.00',
    unit: SECTION_31,
    from: '2025-05-14',
    source: 'FINRA information notice 2025-04-24',
  },
  {
    name: 'secFee',
    value: '20.60',
    unit: SECTION_31,
    from: '2026-04-04',
    source:
      'SEC fee rate advisory 2 for fiscal year 2026, release 34-104909, 91 FR 10643; unconfirmed (the rate and the day, second hand)',
  },
  {
    name: 'tradingActivityFee',
    value: '0.000090',
    unit: TAF,
    from: '2011-07-01',
    source: 'FINRA regulatory notice 11-27',
  },
  {
    name: 'tradingActivityFee',
    value: '0.000095',
    unit: TAF,
    from: '2012-03-01',
    source: 'FINRA regulatory notice 12-06',
  },
  {
    name: 'tradingActivityFee',
    value: '0.000119',
    unit: TAF,
    from: '2012-07-01',
    source: 'FINRA regulatory notice 12-31 (second hand)',
  },
  { name: 'tradingActivityFee', value: '0.000130', unit: TAF, from: '2022-01-01', source: FEES_OF_2020 },
  { name: 'tradingActivityFee', value: '0.000145', unit: TAF, from: '2023-01-01', source: FEES_OF_2020 },
  { name: 'tradingActivityFee', value: '0.000166', unit: TAF, from: '2024-01-01', source: FEES_OF_2020 },
  { name: 'tradingActivityFee', value: '0.000195', unit: TAF, from: '2026-01-01', source: UNCONFIRMED_2026 },
  {
    name: 'tradingActivityFee',
    value: '0.000000',
    unit: TAF,
    from: '2026-10-01',
    source: 'SR-FINRA-2026-021, release 34-106409: none for three months (second hand)',
  },
  { name: 'tradingActivityFee', value: '0.000232', unit: TAF, from: '2027-01-01', source: FEES_OF_2024 },
  {
    name: 'tradingActivityFeeCap',
    value: '4.50',
    unit: CAP,
    from: '2011-07-01',
    source: 'FINRA regulatory notice 11-27',
  },
  {
    name: 'tradingActivityFeeCap',
    value: '4.75',
    unit: CAP,
    from: '2012-03-01',
    source: 'FINRA regulatory notice 12-06',
  },
  {
    name: 'tradingActivityFeeCap',
    value: '5.95',
    unit: CAP,
    from: '2012-07-01',
    source: 'FINRA regulatory notice 12-31 (second hand)',
  },
  { name: 'tradingActivityFeeCap', value: '6.49', unit: CAP, from: '2022-01-01', source: FEES_OF_2020 },
  { name: 'tradingActivityFeeCap', value: '7.27', unit: CAP, from: '2023-01-01', source: FEES_OF_2020 },
  { name: 'tradingActivityFeeCap', value: '8.30', unit: CAP, from: '2024-01-01', source: FEES_OF_2020 },
  { name: 'tradingActivityFeeCap', value: '9.79', unit: CAP, from: '2026-01-01', source: UNCONFIRMED_2026 },
  { name: 'tradingActivityFeeCap', value: '11.61', unit: CAP, from: '2027-01-01', source: FEES_OF_2024 },
  { name: 'accessFee', value: '0.003', unit: ACCESS, from: '2005-08-29', source: REGULATION_NMS },
  { name: 'accessFee', value: '0.001', unit: ACCESS, from: '2027-11-01', source: NMS_OF_2024 },
  { name: 'accessFeeShare', value: '0.003', unit: ACCESS_BELOW, from: '2005-08-29', source: REGULATION_NMS },
  { name: 'accessFeeShare', value: '0.001', unit: ACCESS_BELOW, from: '2027-11-01', source: NMS_OF_2024 },
] as const satisfies readonly ParameterRow[]
