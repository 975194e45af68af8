import type { FillExplanation as WireExplanation, Fill as WireFill } from '@openbourse/spec'
import type { Aggressor, Election, Fill, FillExplanation } from '../../exchange/events.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { formatTime } from '../../exchange/values/time.ts'
import {
  formatMoney,
  formatPrice,
  formatPrintPrice,
  formatQuantity,
  scaleOf,
} from '../../exchange/values/wire.ts'
import { fillId, orderId, tradeId } from './ids.ts'

/** One execution as its account sees it; the core's fill knows its order by number only. */
export function toWireFill(fill: Fill, clientOrderId: string, instrument: Instrument): WireFill {
  return {
    fillId: fillId(fill.fillNumber),
    orderId: orderId(fill.orderNumber),
    clientOrderId,
    accountId: fill.accountId,
    symbol: fill.symbol,
    side: fill.side,
    price: formatPrice(instrument, fill.priceTicks),
    quantity: formatQuantity(instrument, fill.quantityLots),
    value: formatMoney(fill.value),
    liquidity: fill.liquidity,
    fee: formatMoney(fill.fee),
    feeAsset: instrument.quoteAsset,
    time: formatTime(fill.time),
    tradeId: tradeId(fill.tradeNumber),
    why: fill.why,
    explanation: toWireExplanation(fill.explanation, instrument),
    ...(fill.bustedAt === undefined ? undefined : { bustedAt: formatTime(fill.bustedAt) }),
    ...(fill.correctedBy === undefined ? undefined : { correctedBy: fillId(fill.correctedBy) }),
    ...(fill.corrects === undefined ? undefined : { corrects: fillId(fill.corrects) }),
    ...(fill.amendReason === undefined ? undefined : { amendReason: fill.amendReason }),
  }
}

/** The contract's word for who came. */
const AGGRESSORS: Readonly<Record<Aggressor, WireExplanation['aggressor']>> = {
  order: 'order',
  stop: 'stop',
  leg: 'leg',
  house: 'quote',
  print: 'print',
  auction: 'auction',
}

function toWireExplanation(explanation: FillExplanation, instrument: Instrument): WireExplanation {
  const { aggressor, level, aheadLots, improvementTicks, election } = explanation
  return {
    aggressor: AGGRESSORS[aggressor],
    ...(level === undefined ? undefined : { level }),
    ...(aheadLots === undefined ? undefined : { quantityAhead: formatQuantity(instrument, aheadLots) }),
    ...(improvementTicks === undefined
      ? undefined
      : { priceImprovement: formatPrice(instrument, improvementTicks) }),
    ...(election === undefined ? undefined : toWireElection(election, instrument)),
  }
}

/** The middle of a quote, or a print between two ticks, lies half a tick above. */
function toWireElection({ price, tradeNumber }: Election, instrument: Instrument): Partial<WireExplanation> {
  const half = price % 2 === 0 ? 0 : Number(scaleOf(instrument).tick.units / 2n)
  return {
    stopReachedAt: formatPrintPrice(instrument, Math.floor(price / 2), half),
    ...(tradeNumber === undefined ? undefined : { stopReachedBy: tradeId(tradeNumber) }),
  }
}
