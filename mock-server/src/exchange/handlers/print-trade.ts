import type { PrintTrade } from '../commands.ts'
import { noteTrade } from '../execution/note-trade.ts'
import { fillByPrint } from '../house/print-fills.ts'
import { houseOf } from '../house/set-levels.ts'
import type { ExchangeState } from '../state.ts'
import { listingOf } from './listing-of.ts'
import { houseAccount } from './set-house-levels.ts'

/** Published as it came, outside the ledger; then it may fill customers' orders. */
export function printTrade(state: ExchangeState, command: PrintTrade): void {
  const account = houseAccount(state, command.accountId)
  if (account === undefined) return
  const listing = listingOf(state, command.symbol)
  if (listing === undefined) return
  const { symbol, priceTicks, subTick, quantityLots, source, conditions } = command
  const whole = [priceTicks, subTick, quantityLots].every((part) => Number.isSafeInteger(part) && part >= 0)
  if (!whole) {
    state.reject(
      'invalid-request',
      `A print needs whole numbers: ${quantityLots} at ${priceTicks} and ${subTick}.`,
    )
    return
  }
  state.lastTradeNumber += 1
  state.emit({
    type: 'TradePrinted',
    time: state.time,
    tradeNumber: state.lastTradeNumber,
    symbol,
    priceTicks,
    subTick,
    quantityLots,
    takerSide: null,
    source,
    ...(conditions === undefined ? {} : { conditions }),
  })
  if (!command.fills || !listing.tradable) return
  noteTrade(state, listing, priceTicks, subTick > 0)
  state.noteMove()
  fillByPrint(state, houseOf(state, listing, account), listing, command)
}
