import type { CloseAllPositionsItem } from '@openbourse/spec'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import type { OrderTerms } from '../../exchange/orders/order.ts'
import { lotsOf } from '../../feed/wire/position.ts'
import type { AccountContext, Operation } from '../context.ts'
import { checkDeadline } from '../deadline.ts'
import { rejectionItem } from '../submit/answer.ts'
import { closeTerms } from '../submit/close-terms.ts'
import { showOrder } from '../wire/order.ts'

/** One market order a position; a symbol whose order exists already is told of again, not sold again. */
export const closeAllPositions: Operation<'closeAllPositions'> = ({ body }, context) => {
  const late = checkDeadline(context, context.deadline, context.clock)
  if (late !== undefined) return late
  const { view } = context.world
  const { accountId, positions, type } = context.account
  const reduceOnly = type === 'margin'
  const owned = new Map([...positions].map((position) => [position.symbol, position]))
  const prefix = body.clientOrderIdPrefix
  const data: CloseAllPositionsItem[] = []
  for (const instrument of bySymbol(view.instruments())) {
    const clientOrderId = `${prefix}-${instrument.symbol}`
    const known = view.orderByClientId(accountId, clientOrderId)
    const position = owned.get(instrument.symbol)
    const isOpen = position !== undefined && lotsOf(position) !== 0
    const terms =
      known?.terms ?? (isOpen ? closeTerms(instrument, position, { clientOrderId, reduceOnly }) : undefined)
    if (terms !== undefined) data.push(close(context, instrument, terms))
  }
  return { status: 200, body: { data } }
}

function close(context: AccountContext, { symbol }: Instrument, terms: OrderTerms): CloseAllPositionsItem {
  const { view } = context.world
  const { accountId } = context.account
  const { clientOrderId } = terms
  const fingerprint = JSON.stringify(['close-all', symbol])
  const command = { type: 'SubmitOrder', accountId, terms, fingerprint } as const
  const [first] = context.world.execute(command)
  const item = { symbol, clientOrderId }
  if (first?.type === 'CommandRejected') {
    return { ...item, outcome: 'not-submitted', order: null, error: rejectionItem(first.rejection) }
  }
  const order = view.orderByClientId(accountId, clientOrderId)
  if (order === undefined) throw new Error(`The exchange said nothing of order ${clientOrderId}`)
  const rejection = view.rejection(order.orderNumber)
  const submitted = rejection === undefined ? 'submitted' : 'rejected'
  return {
    ...item,
    outcome: first?.type === 'OrderRepeated' ? 'repeated' : submitted,
    order: showOrder(view, order),
    error: rejection === undefined ? null : rejectionItem(rejection),
  }
}

function bySymbol(instruments: Iterable<Instrument>): Instrument[] {
  return [...instruments].sort((left, right) => (left.symbol < right.symbol ? -1 : 1))
}
