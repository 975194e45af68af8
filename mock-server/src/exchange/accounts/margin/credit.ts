import type { Instrument } from '../../instruments/instrument.ts'
import type { Account } from '../account.ts'

/** Whether an account's orders in an instrument are on credit; crypto and currencies never are, whoever trades them. */
export function isOnCredit(account: Account, instrument: Instrument): boolean {
  return account.margin !== undefined && isLentOn(instrument, account.currency)
}

export function isLentOn(instrument: Instrument, currency: string): boolean {
  return instrument.assetClass === 'usEquity' && instrument.quoteAsset === currency
}
