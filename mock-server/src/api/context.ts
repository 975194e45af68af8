import type { OperationId, OperationInput, OperationReply, routes } from '@openbourse/spec'
import type { Command } from '../exchange/commands.ts'
import type { ExchangeEvent } from '../exchange/events.ts'
import type { AccountView } from '../exchange/exchange.ts'
import type { Time } from '../exchange/values/types.ts'
import type { Clock } from '../ports/clock.ts'
import type { Principal } from '../worlds/principal.ts'
import type { World } from '../worlds/world.ts'
import type { ApiCall, ReplyStream } from './call.ts'
import type { Cursors } from './cursor.ts'
import { checkDeadline } from './deadline.ts'
import type { Attempts } from './limits/attempts.ts'
import type { Limiter } from './limits/limiter.ts'
import type { ProblemSource, Refusal } from './problems.ts'

/** What an event stream is to carry, and for whom. */
export interface EventsRequest {
  readonly principal: Principal
  /** Full names, each once. */
  readonly channels: readonly string[]
  /** The place in the feed's log after which it begins. */
  readonly after: number
}

/** What every operation works on; one a server. */
export interface ApiServices {
  readonly world: World
  readonly clock: Clock
  readonly cursors: Cursors
  readonly limiter: Limiter
  /** Wrong secrets at the token endpoint, by client and address; counted on the clock of the limits. */
  readonly attempts: Attempts
  /** The server's own version. */
  readonly version: string
  /** Undefined when the account has too many streams. */
  readonly openEvents: (request: EventsRequest) => ReplyStream | undefined
  readonly serverStatus: ServerStatus
  readonly durability: Durability
}

/** What survives a crash: nothing, all but the last moments, or every answered change. */
export type Durability = 'memory' | 'interval' | 'always'

/** Of the server as the sender of this call finds it: one that starts checks itself as others cannot yet. */
export type ServerStatus = (call?: ApiCall) => 'ok' | 'starting' | 'stopping'

export interface PublicContext extends ApiServices, ProblemSource {
  /** Header of the request by lower-case name. */
  header(name: string): string | undefined
  /** Where the caller is, where the transport can tell. */
  readonly address: string | undefined
}

export interface KeyContext extends PublicContext {
  readonly principal: Principal
}

export interface AccountContext extends KeyContext {
  /** The account that the request is about: the one it names, else the key's default. */
  readonly account: AccountView
  /** The earlier of `X-Request-Deadline` and the signature's `expires`, in micros of the security clock. */
  readonly deadline: Time | undefined
}

interface ContextBySecurity {
  none: PublicContext
  key: KeyContext
  private: AccountContext
}

export type ContextOf<Id extends OperationId> = ContextBySecurity[(typeof routes)[Id]['security']]

/** An answer whose body is a stream. */
export interface StreamedAnswer {
  readonly status: 200
  readonly stream: ReplyStream
  readonly headers: Readonly<Record<string, string>>
}

type AnswerOf<Id extends OperationId> = Id extends 'streamEvents'
  ? StreamedAnswer | Exclude<OperationReply<Id>, { readonly status: 200 }>
  : OperationReply<Id>

/**
 * One operation: from a validated input to one of its declared answers. It runs to its end in one turn, so
 * that commands reach the exchange in the order in which their requests arrived.
 */
export type Operation<Id extends OperationId> = (
  input: OperationInput<Id>,
  context: ContextOf<Id>,
) => AnswerOf<Id>

/** Executes unless the request's deadline has passed meanwhile. */
export function executeInTime(
  context: AccountContext,
  command: Command,
): { readonly events: readonly ExchangeEvent[] } | Refusal<422> {
  return checkDeadline(context, context.deadline, context.clock) ?? { events: context.world.execute(command) }
}
