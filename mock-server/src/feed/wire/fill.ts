import type { Fill as WireFill } from '@openbourse/spec'
import type { Fill } from '../../exchange/events.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { formatTime } from '../../exchange/values/time.ts'
import { formatMoney, formatPrice, formatQuantity } from '../../exchange/values/wire.ts'
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
    ...(fill.bustedAt === undefined ? undefined : { bustedAt: formatTime(fill.bustedAt) }),
    ...(fill.correctedBy === undefined ? undefined : { correctedBy: fillId(fill.correctedBy) }),
    ...(fill.corrects === undefined ? undefined : { corrects: fillId(fill.corrects) }),
    ...(fill.amendReason === undefined ? undefined : { amendReason: fill.amendReason }),
  }
}
