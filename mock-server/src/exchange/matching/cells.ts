/** Numbers of each kind that would fill a cell. */
export const DOUBLES = 4
export const INTEGERS = 8

const BYTES = DOUBLES * Float64Array.BYTES_PER_ELEMENT

/**
 * Cells of 32 bytes in one piece of memory, seen as doubles and as integers: whoever keeps some of each in a cell says
 * which places are which. What belongs together lies together, in one cache line rather than in one for each field.
 */
export class Cells {
  readonly size: number
  readonly doubles: Float64Array<ArrayBuffer>
  readonly integers: Int32Array<ArrayBuffer>

  constructor(size: number) {
    const memory = new ArrayBuffer(size * BYTES)
    this.size = size
    this.doubles = new Float64Array(memory)
    this.integers = new Int32Array(memory)
  }

  /** Twice as many, at least `least`, that begin with these. */
  grown(least: number): Cells {
    const cells = new Cells(Math.max(least, 2 * this.size))
    cells.integers.set(this.integers)
    return cells
  }
}
