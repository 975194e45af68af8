import { type OperationId, routes } from '@openbourse/spec'
import type { Time } from '../exchange/values/types.ts'
import type { Principal } from '../worlds/principal.ts'
import { type Admitted, admit } from './admit.ts'
import type { Authenticate } from './authenticate.ts'
import type { AccountContext, ApiServices, PublicContext } from './context.ts'
import type { CurrentRequest, Outcome } from './current-request.ts'
import { checkDeadline, readDeadline } from './deadline.ts'
import { findRoute } from './find-route.ts'
import { operations } from './operations/operations.ts'
import { quoted, type Refusal, refuse } from './problems.ts'
import { type ValidInput, validateInput } from './validate.ts'

/** Every request passes these steps in this order; the first that refuses answers. */
export function respond(services: ApiServices, request: CurrentRequest, authenticate: Authenticate): Outcome {
  const { call } = request
  const found = findRoute(request)
  if ('status' in found) return found
  const { operationId, parameters, query } = found
  if (services.serverStatus(call) !== 'ok' && !isAlwaysAnswered(operationId))
    return refuseUnavailable(services, request)

  const admitted = admit(request, operationId, { authenticate, limiter: services.limiter })
  if ('status' in admitted) return admitted

  const timing = routes[operationId].changesState ? readDeadline(request, call.header) : NO_DEADLINE
  if ('status' in timing) return timing
  const late = checkDeadline(request, timing.deadline, services.clock)
  if (late !== undefined) return late

  const input = validateInput(request, operationId, { path: parameters, query, body: call.body })
  if ('status' in input) return input

  // Whatever is read from here on is of the world's present instant.
  services.world.now()
  const { principal } = admitted
  if (principal !== undefined && routes[operationId].security === 'private') {
    const refused = findAccount(services, request, { principal, input })
    if (refused !== undefined) return refused
  }
  return run(operationId, input, contextOf(services, request, { admitted, deadline: timing.deadline }))
}

/** What tells about the server itself, and the documents. */
function isAlwaysAnswered(operationId: OperationId): boolean {
  return routes[operationId].security === 'none' && !routes[operationId].changesState
}

function refuseUnavailable(services: ApiServices, request: CurrentRequest): Refusal {
  const starting = services.serverStatus(request.call) === 'starting'
  const detail = starting ? 'The server is starting.' : 'The server is stopping.'
  return {
    ...refuse(request, starting ? 'starting' : 'unavailable', detail),
    headers: { 'retry-after': '1' },
  }
}

const NO_DEADLINE = { deadline: undefined }

/** The account that a request names in its path or query, else the key's own. */
function findAccount(
  { world }: ApiServices,
  request: CurrentRequest,
  { principal, input }: { readonly principal: Principal; readonly input: ValidInput },
): Refusal | undefined {
  const path = input.path as { readonly accountId?: string }
  const query = input.query as { readonly accountId?: string }
  const accountId = path.accountId ?? query.accountId ?? principal.defaultAccountId
  if (principal.accountIds.includes(accountId)) request.account = world.view.account(accountId)
  if (request.account !== undefined) return undefined
  return refuse(request, 'unknown-account', `This key may use no account ${quoted(accountId)}.`)
}

function contextOf(
  services: ApiServices,
  request: CurrentRequest,
  { admitted, deadline }: { readonly admitted: Admitted; readonly deadline: Time | undefined },
): Partial<AccountContext> & PublicContext {
  const { call, requestId, path, account } = request
  const { world, clock, cursors, limiter, attempts, version, openEvents, serverStatus, durability } = services
  return {
    world,
    clock,
    cursors,
    limiter,
    attempts,
    version,
    openEvents,
    serverStatus,
    durability,
    requestId,
    path,
    header: (name) => call.header(name),
    address: call.address,
    principal: admitted.principal,
    account,
    deadline: earlier(deadline, admitted.notAfter),
  }
}

/** What a signature no longer vouches for is not executed either. */
function earlier(deadline: Time | undefined, notAfter: Time | undefined): Time | undefined {
  if (deadline === undefined || notAfter === undefined) return deadline ?? notAfter
  return Math.min(deadline, notAfter)
}

/**
 * The operation's own types hold by construction: its input was validated against its route's schemas, and
 * its context was filled as its route's security says.
 */
function run(operationId: OperationId, input: ValidInput, context: PublicContext): Outcome {
  const operation = operations[operationId] as (input: unknown, context: unknown) => Outcome
  return operation(input, context)
}
