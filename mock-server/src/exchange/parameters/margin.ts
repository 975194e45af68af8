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
  {
    name: 'dayTradeRule',
    value: '1',
    unit: '1 while FINRA counts day trades, 0 where it asks for intraday margin instead',
    from: '2001-09-28',
    source: 'FINRA rule 4210(f)(8)(B) until 2026',
  },
  {
    name: 'dayTradeRule',
    value: '0',
    unit: '1 while FINRA counts day trades, 0 where it asks for intraday margin instead',
    from: '2026-06-04',
    source: 'SR-FINRA-2025-017, 91 FR 20731; firms may phase it in until 2027-10-20',
  },
  {
    name: 'shortMaintenanceStep',
    value: '5.00',
    unit: 'USD; from this price on a short position counts as high-priced',
    from: '1974-01-03',
    source: 'FINRA rule 4210(c)(2) and (3)',
  },
  {
    name: 'shortMaintenance',
    value: '0.30',
    unit: `${OF_VALUE} of a short position, or by share if that is more`,
    from: '1974-01-03',
    source: 'FINRA rule 4210(c)(3)',
  },
  {
    name: 'shortMaintenancePerShare',
    value: '5.00',
    unit: 'USD by share that is short',
    from: '1974-01-03',
    source: 'FINRA rule 4210(c)(3)',
  },
  {
    name: 'shortMaintenanceLow',
    value: '1.00',
    unit: `${OF_VALUE} of a low-priced short position, or by share if that is more`,
    from: '1974-01-03',
    source: 'FINRA rule 4210(c)(2)',
  },
  {
    name: 'shortMaintenanceLowPerShare',
    value: '2.50',
    unit: 'USD by low-priced share that is short',
    from: '1974-01-03',
    source: 'FINRA rule 4210(c)(2)',
  },
  {
    name: 'houseLowPrice',
    value: '2.50',
    unit: 'USD; stocks below it are lent on no credit',
    from: '1974-01-03',
    source: 'docs.alpaca.markets; brokers differ',
  },
  {
    name: 'houseLowPriceMargin',
    value: '1.00',
    unit: `${OF_VALUE} of a long position below that price`,
    from: '1974-01-03',
    source: 'docs.alpaca.markets; brokers differ',
  },
  {
    name: 'shortSaleCircuit',
    value: '0.00',
    unit: 'fall from the close of the day before that restricts short sales; 0 is none',
    from: '2007-07-06',
    source: 'SEC release 34-55970, which ended the uptick rule',
  },
  {
    name: 'shortSaleCircuit',
    value: '0.10',
    unit: 'fall from the close of the day before that restricts short sales; 0 is none',
    from: '2011-02-28',
    source: 'Regulation SHO rule 201, 17 CFR 242.201',
  },
  {
    name: 'shortSaleMarkup',
    value: '1.03',
    unit: 'of the ask: what a short sale is counted at, or its limit if that is more',
    from: '1974-01-03',
    source: 'docs.alpaca.markets, orders; brokers differ',
  },
] as const satisfies readonly ParameterRow[]
