/**
 * The transport clock: heartbeats, deadlines, idle and slow-consumer limits. Milliseconds since 1970.
 * The world has a clock of its own (worlds/), which may be paused, scaled or recorded.
 */
export interface Clock {
  nowMs(): number
  /** Calls back once after `delayMs`; the returned function cancels. Must not keep a process alive by itself. */
  after(delayMs: number, callback: () => void): () => void
}
