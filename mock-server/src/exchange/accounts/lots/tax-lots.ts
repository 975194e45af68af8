import type { Lots, Minor } from '../../values/types.ts'
import { type LotMove, LotQueue } from './lot-queue.ts'

/** How many of the latest moves can be taken back exactly. */
const REMEMBERED = 1_000

/**
 * The lots of one symbol in one account, first in, first out. The latest moves are remembered from a base on, so that
 * one that is taken back leaves the lots and the profit as if it had never been.
 */
export class TaxLots {
  /** Without the remembered moves. */
  base = new LotQueue()
  /** With them. */
  now = new LotQueue()
  moves: LotMove[] = []

  move(move: LotMove): void {
    this.now.apply(move)
    this.moves.push(move)
    if (this.moves.length < 2 * REMEMBERED) return
    for (const old of this.moves.splice(0, REMEMBERED)) this.base.apply(old)
  }

  /** Every lot counts anew, and all of them make `total`; older fills cannot be taken back exactly from here on. */
  restate(quantity: (lots: Lots) => Lots, total: Lots): void {
    this.now.restate(quantity, total)
    this.#settle()
  }

  /** A part of all lots, `fraction` of `whole`, was paid out. */
  payOut(value: Minor, fraction: bigint, whole: bigint): void {
    this.now.payOut(value, fraction, whole)
    this.#settle()
  }

  #settle(): void {
    this.base = this.now.copy()
    this.moves = []
  }

  /** Takes a fill back, for another in its place; one that is too old is countered by an opposite one at its price. */
  takeBack(fill: LotMove, instead?: LotMove): void {
    const index = this.moves.findIndex(({ fillNumber }) => fillNumber === fill.fillNumber)
    if (index < 0) {
      this.move({ ...fill, lots: -fill.lots })
      if (instead !== undefined) this.move(instead)
      return
    }
    const day = this.moves[index]?.day ?? fill.day
    this.moves.splice(index, 1, ...(instead === undefined ? [] : [{ ...instead, day }]))
    this.now = this.base.copy()
    for (const move of this.moves) this.now.apply(move)
  }
}
