import type { Command, HouseLevel, MarketCondition, SetHouseLevels } from '../../exchange/commands.ts'
import type { ExchangeView } from '../../exchange/exchange.ts'
import type { RecordedItem, RecordedPrint } from './records.ts'

/** The account that stands for everyone in the recording. */
export const REPLAY_HOUSE = 'replay_house'

/** Turns the items of one symbol, in order, into commands for the exchange. */
export interface RecordedMarket {
  readonly symbol: string
  /** The command that the item means; undefined when it changes nothing. */
  apply(item: RecordedItem): Command | undefined
  /** Completes a command at the moment it is played, where that needs the book as customers left it. */
  resolve?(command: Command, view: ExchangeView): Command
  /** The whole book as it stands, for a replay that starts in the middle. */
  opening(): Command | undefined
}

export function printCommand(symbol: string, item: RecordedPrint): Command {
  const { priceTicks, subTick, quantityLots, fills, conditions } = item
  return {
    type: 'PrintTrade',
    accountId: REPLAY_HOUSE,
    symbol,
    priceTicks,
    subTick,
    quantityLots,
    fills,
    ...(conditions === undefined ? {} : { conditions }),
    source: 'recorded',
  }
}

export function levelsCommand(
  symbol: string,
  levels: readonly HouseLevel[],
  market: MarketCondition,
): SetHouseLevels {
  return { type: 'SetHouseLevels', accountId: REPLAY_HOUSE, symbol, levels, market }
}
