import type { Lots, Minor } from '../values/types.ts'
import { Account } from './account.ts'
import { changePosition } from './position.ts'

/**
 * Double entry: every change of what an account owns is one of the movements below, which debits one place
 * and credits another by the same amount, so that all accounts together always sum to zero. Money enters from
 * `external`, stock from `issuer` (both negative by what is outstanding); fees collect in `feePool`.
 *
 * Both sides have what they traded at once; which of it has settled, `settlement/` counts beside the ledger.
 */
export class Ledger {
  readonly external = new Account('external', 'system', 'External', '', 0)
  readonly issuer = new Account('issuer', 'system', 'Issuer', '', 0)
  readonly feePool = new Account('feePool', 'system', 'Fee pool', '', 0)

  get systemAccounts(): readonly Account[] {
    return [this.external, this.issuer, this.feePool]
  }

  moveCash(asset: string, from: Account, to: Account, amount: Minor): void {
    from.balance(asset).available -= amount
    to.balance(asset).available += amount
  }

  /** Stock that changes hands without a sale: deposits, withdrawals, what liquidity draws. */
  moveStock(symbol: string, from: Account, to: Account, lots: Lots): void {
    changePosition(from.position(symbol), -lots, undefined)
    changePosition(to.position(symbol), lots, undefined)
  }

  /** A sale: stock one way, money the other. Both sides pay out of what is available. */
  settleTrade(trade: {
    readonly symbol: string
    readonly asset: string
    readonly buyer: Account
    readonly seller: Account
    readonly lots: Lots
    readonly value: Minor
  }): void {
    this.drawStock(trade.symbol, trade.seller, trade.lots)
    this.drawCash(trade.asset, trade.buyer, trade.value)
    changePosition(trade.seller.position(trade.symbol), -trade.lots, trade.value)
    changePosition(trade.buyer.position(trade.symbol), trade.lots, trade.value)
    this.moveCash(trade.asset, trade.buyer, trade.seller, trade.value)
  }

  /** Negative fees are rebates, paid by the pool. */
  chargeFee(asset: string, account: Account, fee: Minor): void {
    if (fee === 0n) return
    this.drawCash(asset, account, fee)
    this.moveCash(asset, account, this.feePool, fee)
  }

  holdCash(asset: string, account: Account, amount: Minor): void {
    const balance = account.balance(asset)
    balance.available -= amount
    balance.held += amount
  }

  holdStock(symbol: string, account: Account, lots: Lots): void {
    const position = account.position(symbol)
    position.availableLots -= lots
    position.heldLots += lots
  }

  /** Liquidity accounts own nothing in advance: what they lack comes when they need it. */
  drawCash(asset: string, account: Account, amount: Minor): void {
    if (account.kind !== 'liquidity') return
    const lacking = amount - account.balance(asset).available
    if (lacking > 0n) this.moveCash(asset, this.external, account, lacking)
  }

  drawStock(symbol: string, account: Account, lots: Lots): void {
    if (account.kind !== 'liquidity') return
    const lacking = lots - account.position(symbol).availableLots
    if (lacking > 0) this.moveStock(symbol, this.issuer, account, lacking)
  }
}
