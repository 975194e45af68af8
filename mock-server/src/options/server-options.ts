import type { Interceptor } from '../transports/layers.ts'
import type { MockBrokerOptions, ReplayPlan } from './broker-options.ts'

/** Recorded data to play, by path. */
export interface ReplayFiles extends Pick<ReplayPlan, 'speed' | 'onError'> {
  /** Files of US equity ticks or of recorded Binance streams, or folders of them. */
  readonly paths: readonly string[]
  /** RFC 3339. @default the beginning */
  readonly from?: string
  /** RFC 3339. @default the end */
  readonly until?: string
}

export interface MockServerOptions extends Omit<MockBrokerOptions, 'replay' | 'baseUrl' | 'webhookFetch'> {
  /** 0 takes a free port. @default 4010 */
  readonly port?: number
  /** @default '127.0.0.1' */
  readonly host?: string
  /** Host names that the server answers for besides loopback. @default any on another bind, none on loopback */
  readonly allowHosts?: readonly string[]
  readonly replay?: ReplayFiles
  /**
   * Ranges of addresses, such as `10.0.0.0/8` or `fd00::/8`, that webhooks may be posted to although they are not
   * public, and by http. Loopback is among them while the server is bound to loopback.
   */
  readonly webhookAllow?: readonly string[]
  /**
   * Keeps the world in a file: a server started with it again goes on where this one stopped, however it ended.
   * @default nothing is kept
   */
  readonly journal?: JournalOptions
  /** Asked before the broker; undefined lets the broker answer. */
  readonly intercept?: Interceptor
}

export interface JournalOptions {
  /** Made where it does not exist; `PATH.lock` and `PATH.new` are next to it. */
  readonly path: string
  /**
   * `always`: no answer leaves before what it tells is on the disk. `interval`: what happened is written every
   * `intervalMs`, so that a crash loses at most that much.
   * @default 'interval'
   */
  readonly sync?: 'always' | 'interval'
  /** @default 50 */
  readonly intervalMs?: number
  /** Hears of what a crash had cut off, and was dropped, and of a checkpoint that could not be written. */
  readonly onWarning?: (warning: string) => void
}
