import { parseDecimal } from '../../exchange/values/decimal.ts'
import { lotsOf } from '../../feed/wire/position.ts'
import { executeInTime, type Operation } from '../context.ts'
import { findInstrument } from '../lookup.ts'
import { problemItem, quoted, refuse } from '../problems.ts'
import { answerToEntry } from '../submit/answer.ts'
import { closeTerms, WHOLE } from '../submit/close-terms.ts'
import { fingerprintOf } from '../submit/fingerprint.ts'
import { refuseInvalid } from '../validate.ts'

/** A market order against the position; a repetition finds its order even when the position is gone. */
export const closePosition: Operation<'closePosition'> = ({ path, body }, context) => {
  const { view } = context.world
  const { account } = context
  const instrument = findInstrument(context, path.symbol, '/path/symbol')
  if ('body' in instrument) return instrument
  const { clientOrderId, quantity, percent } = body
  if (quantity !== undefined && percent !== undefined) {
    const detail = 'only one of quantity and percent may be given'
    return refuseInvalid(context, [problemItem('/percent', 'field-not-applicable', detail)])
  }
  if (percent !== undefined && (parseDecimal(percent) ?? 0n) > WHOLE) {
    const detail = `expected a percentage of at most 100, got ${quoted(percent)}`
    return refuseInvalid(context, [problemItem('/percent', 'invalid-value', detail)])
  }
  const { symbol } = instrument
  const known = view.orderByClientId(account.accountId, clientOrderId)
  const position = [...account.positions].find((each) => each.symbol === symbol && lotsOf(each) !== 0)
  if (known === undefined && position === undefined) {
    return refuse(context, 'unknown-position', `This account owns nothing of ${quoted(symbol)}.`)
  }
  const terms =
    known?.terms ??
    (position && closeTerms(instrument, position, { ...body, reduceOnly: account.type === 'margin' }))
  if (terms === undefined) throw new Error(`There is nothing to close in ${symbol}`)
  if (terms.quantityLots === 0 && terms.asWritten === undefined) {
    const detail = `expected a percentage that makes at least one lot, ${instrument.lotSize}, got ${quoted(percent)}`
    return refuseInvalid(context, [problemItem('/percent', 'invalid-value', detail)])
  }
  const execution = executeInTime(context, {
    type: 'SubmitOrder',
    accountId: account.accountId,
    terms,
    fingerprint: JSON.stringify(['close', symbol, fingerprintOf(body)]),
  })
  return 'status' in execution ? execution : answerToEntry(execution.events, clientOrderId, context)
}
