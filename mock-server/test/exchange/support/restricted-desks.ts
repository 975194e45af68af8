import type { ExchangeOptions } from '../../../src/exchange/create-exchange.ts'
import { xnys } from '../../../src/exchange/sessions/xnys.ts'
import { type Desk, FEES, ONE, openDesk, openDeskOfDan, SYMBOLS, stock } from './builders.ts'

/** Desks at which a rule stands in Ann's way: XYZ stands at 100.00, and she may borrow. */

const DAY = 86_400_000_000

/** With so many dollars and no stock. */
export function openCredit(options: ExchangeOptions = {}, dollars = 10_000n): Desk {
  const desk = openDesk({ fees: FEES, ...options }, ['ann'])
  for (const symbol of SYMBOLS) {
    desk.execute({ type: 'DepositPosition', accountId: 'ann', symbol, quantityLots: -200 })
  }
  desk.execute({ type: 'Deposit', accountId: 'ann', asset: 'USD', amount: (dollars - 10_000n) * ONE })
  desk.house(['buy', 9_999, 10_000], ['sell', 10_000, 10_000])
  desk.print(1, 10_000)
  return desk
}

/** Three day trades, and what may not become the fourth: five shares of the day before. */
export function afterDayTrades(): Desk {
  const desk = openCredit({ margin: { regime: 'legacyDayTrade' } })
  desk.advance(DAY)
  desk.market('ann', 'buy', 5)
  desk.advance(DAY)
  for (let count = 0; count < 3; count += 1) {
    desk.market('ann', 'buy', 10)
    desk.market('ann', 'sell', 10)
  }
  return desk
}

/** The price fell by ten percent: sales short only above the best bid. */
export function afterAFall(options: ExchangeOptions = {}): Desk {
  const desk = openCredit(options)
  desk.advance(DAY)
  desk.house(['buy', 9_999, 0], ['buy', 8_999, 10])
  desk.print(1, 9_000)
  return desk
}

/** Ann, a pattern day trader, owns 1,000 that cost 100.00, which are worth more than six times what is left. */
export function inDebt(): Desk {
  const desk = openCredit({ margin: { regime: 'legacyDayTrade' } }, 30_000n)
  desk.advance(DAY)
  for (let count = 0; count < 4; count += 1) {
    desk.market('ann', 'buy', 10)
    desk.market('ann', 'sell', 10)
  }
  desk.advance(DAY)
  desk.market('ann', 'buy', 1_000)
  desk.house(['buy', 9_999, 0], ['sell', 10_000, 0], ['buy', 8_000, 10], ['sell', 8_001, 10])
  desk.print(1, 8_000, { fills: false })
  return desk
}

/** Dan bought with unsettled proceeds and sold that too early, too often; 35.00 have come since. */
export function afterViolations(): Desk {
  const desk = openDeskOfDan({ shares: 100, settlementRules: 'strict' })
  const trade = (side: 'buy' | 'sell', lots: number) => {
    desk.limit('flow', side === 'buy' ? 'sell' : 'buy', lots, 1_000)
    desk.limit('dan', side, lots, 1_000)
  }
  trade('sell', 100)
  for (let count = 0; count < 4; count += 1) {
    trade('buy', 1)
    trade('sell', 1)
  }
  desk.execute({ type: 'Deposit', accountId: 'dan', asset: 'USD', amount: 35n * ONE })
  return desk
}

/** Ten shares of FEW can be borrowed. */
export function few(): Desk {
  const desk = openCredit()
  desk.execute({ type: 'ListInstrument', instrument: stock({ symbol: 'FEW', borrowableLots: 10 }) })
  return desk
}

/** Nobody lends NONE, of which she owns seven. */
export function unlent(): Desk {
  const desk = openCredit()
  desk.execute({ type: 'ListInstrument', instrument: stock({ symbol: 'NONE', shortable: false }) })
  desk.execute({ type: 'DepositPosition', accountId: 'ann', symbol: 'NONE', quantityLots: 7 })
  return desk
}

/** Seven shares, and less than what an account on credit must have. */
export function poor(): Desk {
  return owning(1_000n)
}

export function owning(dollars?: bigint): Desk {
  const desk = openCredit({}, dollars)
  desk.execute({ type: 'DepositPosition', accountId: 'ann', symbol: 'XYZ', quantityLots: 7 })
  return desk
}

/** A reference price of 100.00, from which prices stay within five percent. */
export function banded(): Desk {
  const desk = openDesk({ calendar: xnys, volatility: { priceBands: true } })
  desk.limit('bob', 'sell', 1, 10_000)
  desk.limit('cid', 'buy', 1, 10_000)
  return desk
}

/** The best offer is her own. */
export function offering(): Desk {
  const desk = openDesk()
  desk.limit('ann', 'sell', 1, 10_000)
  desk.limit('bob', 'sell', 5, 10_100)
  return desk
}

/** The same, where sales short are moved above the bid; seven shares, and nobody lends more. */
export function repriced(): Desk {
  const desk = afterAFall({ margin: { shortSaleRestriction: 'reprice' } })
  desk.execute({ type: 'SetBorrow', symbol: 'XYZ', shortable: false })
  desk.execute({ type: 'DepositPosition', accountId: 'ann', symbol: 'XYZ', quantityLots: 7 })
  return desk
}
