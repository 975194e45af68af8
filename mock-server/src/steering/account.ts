import { parseDecimal } from '../exchange/values/decimal.ts'
import { toLots } from '../exchange/values/wire.ts'
import { checked } from '../options/check-option.ts'
import type { RunningWorld } from '../worlds/running-world.ts'
import type { DecimalInput } from '../worlds/scripted-market.ts'

export interface MockAccount {
  /**
   * Pays in money; a negative amount pays out.
   * @default the first account, USD
   * @throws Error on an asset in which nothing of the world is paid, or more than there is
   */
  deposit(amount: DecimalInput, to?: { readonly accountId?: string; readonly asset?: string }): void
  /** Delivers units of an instrument, so that they can be sold. */
  depositPosition(symbol: string, quantity: DecimalInput, to?: { readonly accountId?: string }): void
}

/** Pays in to accounts of the world that runs now; left out it is the first account's. */
export function steerAccount(world: () => RunningWorld, firstAccountId: string): MockAccount {
  return {
    deposit: (amount, to = {}) => {
      const { accountId = firstAccountId, asset = 'USD' } = checked('part of where to deposit', to, PLACE)
      const minor = parseDecimal(String(amount))
      if (minor === undefined) throw new Error(`An amount is a decimal such as 5000.00, not ${amount}`)
      world().operate({ type: 'Deposit', accountId, asset, amount: minor })
    },
    depositPosition: (symbol, quantity, to = {}) => {
      const { accountId = firstAccountId } = checked('part of where to deposit', to, HOLDER)
      const instrument = world().view.instrument(symbol)
      const quantityLots = instrument && toLots(instrument, String(quantity))
      if (!instrument) throw new Error(`There is no instrument ${symbol}`)
      if (quantityLots === undefined) {
        throw new Error(`A quantity of ${symbol} counts in lots of ${instrument.lotSize}, not ${quantity}`)
      }
      world().operate({ type: 'DepositPosition', accountId, symbol, quantityLots })
    },
  }
}

const HOLDER = { accountId: true } as const
const PLACE = { ...HOLDER, asset: true } as const
