import type { Command } from '../exchange/commands.ts'
import type { ExchangeEvent } from '../exchange/events.ts'
import type { ExchangeView } from '../exchange/exchange.ts'
import type { Time } from '../exchange/values/types.ts'
import type { Feed } from '../feed/feed.ts'
import type { Webhooks } from '../webhooks/webhooks.ts'
import type { Keyring } from './keyring.ts'
import type { Watchlists } from './watchlists.ts'

/** One isolated exchange with its market, its clock and its feed: what api, streams and control work on. */
export interface World {
  readonly view: ExchangeView
  readonly feed: Feed
  readonly authenticator: Keyring
  readonly watchlists: Watchlists
  readonly webhooks: Webhooks
  /** After a fault in its middle a world is not to be trusted: it stands still, and answers nothing any more. */
  readonly hasFailed?: boolean
  /** World time now; advances the exchange and the market to it first when the clock runs. */
  now(): Time
  /** Brings the world up to its clock, executes, publishes, and answers the command's own events. */
  execute(command: Command): readonly ExchangeEvent[]
}
