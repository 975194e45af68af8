import type { RecordedItem } from './records.ts'

/** The items of one chain of files, in order: read by the batch, taken one by one. */
export class Track {
  readonly symbol: string
  /** Which track goes first when two have items of the same time: the lower. */
  readonly rank: number
  readonly #batches: AsyncIterator<RecordedItem[]>
  #batch: readonly RecordedItem[] = []
  #at = 0
  #ended = false

  constructor(symbol: string, rank: number, batches: AsyncIterable<RecordedItem[]>) {
    this.symbol = symbol
    this.rank = rank
    this.#batches = batches[Symbol.asyncIterator]()
  }

  /** The next item; undefined when a batch must be loaded first, or all is read. */
  get head(): RecordedItem | undefined {
    return this.#batch[this.#at]
  }

  get needsLoad(): boolean {
    return !this.#ended && this.#at >= this.#batch.length
  }

  shift(): void {
    this.#at += 1
  }

  /** @throws ReplayError once; the track has ended then. */
  async load(): Promise<void> {
    while (this.needsLoad) {
      this.#at = 0
      this.#batch = []
      try {
        const { done, value } = await this.#batches.next()
        if (done === true) this.#ended = true
        else this.#batch = value
      } catch (cause) {
        this.#ended = true
        throw cause
      }
    }
  }

  async close(): Promise<void> {
    this.#ended = true
    this.#batch = []
    await this.#batches.return?.()
  }
}
