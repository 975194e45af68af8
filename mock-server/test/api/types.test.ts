import { expectTypeOf, test } from 'vitest'
import type { AccountContext, KeyContext, Operation, PublicContext } from '../../src/api/context.ts'
import type { operations } from '../../src/api/operations/operations.ts'
import { type ProblemSource, refuse } from '../../src/api/problems.ts'

const source: ProblemSource = { requestId: 'req_1', path: '/v1/time' }

test('an operation that answers what the contract does not declare does not compile', () => {
  // @ts-expect-error getTime declares no 404
  const undeclared: Operation<'getTime'> = () => refuse(source, 'unknown-order', 'no')
  // @ts-expect-error a ServerTime has two fields
  const wrongBody: Operation<'getTime'> = () => ({ status: 200, body: { world: '' } })
  // @ts-expect-error the path of getTime has no parameters
  const wrongInput: Operation<'getTime'> = ({ path }) => ({ status: 200, body: path.time })
  expectTypeOf([undeclared, wrongBody, wrongInput]).toBeArray()
})

test('a missing operation does not compile', () => {
  const some = {} as Omit<typeof operations, 'getTime'>
  // @ts-expect-error getTime is missing
  const all: typeof operations = some
  expectTypeOf(all).toBeObject()
})

test('an operation sees as much of its caller as its route demands', () => {
  expectTypeOf<Parameters<Operation<'getStatus'>>[1]>().toEqualTypeOf<PublicContext>()
  expectTypeOf<Parameters<Operation<'getInstrument'>>[1]>().toEqualTypeOf<KeyContext>()
  expectTypeOf<Parameters<Operation<'submitOrder'>>[1]>().toEqualTypeOf<AccountContext>()
})
