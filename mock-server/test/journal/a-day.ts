import { stateHash } from '../../src/exchange/canonical.ts'
import type { Command } from '../../src/exchange/commands.ts'
import type { InspectableExchange } from '../../src/exchange/create-exchange.ts'
import { FLOW, openExchange, START } from '../exchange/support/builders.ts'

/** An exchange on which the same happens each time: orders that fill, rest and end, and trades that are busted. */
export class Day {
  readonly exchange = openExchange()
  #number = 0

  /** The next command. */
  next(): Command {
    const command = commandOf(this.exchange, this.#number)
    this.#number += 1
    this.exchange.execute(command)
    return command
  }
}

/** What the state is after so many commands of a day. */
export function hashesAfter(counts: Iterable<number>): ReadonlyMap<number, string> {
  const day = new Day()
  const hashes = new Map<number, string>()
  let played = 0
  for (const count of [...new Set(counts)].sort((one, other) => one - other)) {
    for (; played < count; played += 1) day.next()
    hashes.set(count, stateHash(day.exchange))
  }
  return hashes
}

function commandOf({ view }: InspectableExchange, number: number): Command {
  const accountId = number % 3 === 0 ? 'ann' : 'bob'
  const [newest] = view.openOrders(accountId)
  const [fill] = view.fills('ann')
  switch (number % 7) {
    case 0:
      return { type: 'AdvanceTo', time: START + 1_000 * number }
    case 2:
      return submit(FLOW, number, { side: 'sell', price: 20 })
    case 4:
      if (newest !== undefined && number % 4 === 0)
        return { type: 'CancelOrder', accountId, orderNumber: newest.orderNumber }
      return submit('ann', number, { side: 'buy', price: 20 })
    case 5:
      if (fill !== undefined && fill.bustedAt === undefined && number % 2 === 0)
        return { type: 'BustTrade', tradeNumber: fill.tradeNumber, reason: 'a test' }
      return submit(accountId, number, { side: 'sell', price: 20 })
    default:
      return submit(accountId, number, { side: 'buy', price: 20 - (number % 3) })
  }
}

function submit(
  accountId: string,
  number: number,
  { side, price }: { readonly side: 'buy' | 'sell'; readonly price: number },
): Command {
  const terms = { clientOrderId: `day-${number}`, symbol: 'XYZ', type: 'limit', timeInForce: 'gtc' } as const
  return {
    type: 'SubmitOrder',
    accountId,
    terms: { ...terms, side, quantityLots: 2, limitPriceTicks: price },
  }
}
