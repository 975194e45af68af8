import type { ParameterRow } from './parameter.ts'

const PLAN =
  'Plan to address extraordinary market volatility (limit up, limit down), section V and appendix A'
const PERCENT = 'percent of the reference price'
const FROM = '2013-04-08'
const BREAKERS = 'NYSE rule 7.12'
const DROP = 'percent below the close before'

/** When trading in one stock, or in all, is limited or stopped. */
export const VOLATILITY_PARAMETERS = [
  { name: 'bandTier1', value: '5', unit: PERCENT, from: FROM, source: PLAN },
  { name: 'bandTier2', value: '10', unit: PERCENT, from: FROM, source: PLAN },
  { name: 'bandLow', value: '20', unit: `${PERCENT}, of stocks from 0.75 to 3.00`, from: FROM, source: PLAN },
  { name: 'bandPenny', value: '75', unit: `${PERCENT}, of stocks below 0.75`, from: FROM, source: PLAN },
  { name: 'bandPennyMost', value: '0.15', unit: 'money, of stocks below 0.75', from: FROM, source: PLAN },
  {
    name: 'bandLowPrice',
    value: '3',
    unit: 'highest close of a stock with the low band',
    from: FROM,
    source: PLAN,
  },
  {
    name: 'bandPennyPrice',
    value: '0.75',
    unit: 'a close below it has the penny band',
    from: FROM,
    source: PLAN,
  },
  {
    name: 'bandDoubled',
    value: '25',
    unit: 'minutes before the close',
    from: FROM,
    source: `${PLAN}; amendment 18, 84 FR 16086; not simulated: before it they doubled in the first 15 minutes too`,
  },
  {
    name: 'bandMean',
    value: '5',
    unit: 'minutes of trades in the reference price',
    from: FROM,
    source: PLAN,
  },
  {
    name: 'bandStep',
    value: '1',
    unit: 'percent by which a new reference differs',
    from: FROM,
    source: 'unconfirmed: section V of the plan was not at hand',
  },
  {
    name: 'bandReview',
    value: '30',
    unit: 'seconds for which a reference stands',
    from: FROM,
    source: 'unconfirmed: section V of the plan was not at hand',
  },
  { name: 'limitState', value: '15', unit: 'seconds until a pause', from: FROM, source: PLAN },
  { name: 'tradingPause', value: '5', unit: 'minutes', from: FROM, source: PLAN },
  { name: 'breakerLevel1', value: '7', unit: DROP, from: FROM, source: BREAKERS },
  { name: 'breakerLevel2', value: '13', unit: DROP, from: FROM, source: BREAKERS },
  { name: 'breakerLevel3', value: '20', unit: DROP, from: FROM, source: BREAKERS },
  { name: 'breakerPause', value: '15', unit: 'minutes', from: FROM, source: BREAKERS },
  {
    name: 'breakerLast',
    value: '35',
    unit: 'minutes before the close, from when levels 1 and 2 stop nothing',
    from: FROM,
    source: BREAKERS,
  },
] as const satisfies readonly ParameterRow[]
