import { operationSchemas } from '@openbourse/spec/schemas'
import { expect, test } from 'vitest'
import { createBroker } from './broker.ts'

test('validators are made once: requests are checked by the very objects that the module holds', async () => {
  const before = structure(operationSchemas)
  const broker = createBroker()
  for (let index = 0; index < 5; index += 1) {
    await broker.submit({ clientOrderId: `c-${index}` })
    await broker.call('GET', '/v1/orders?limit=1')
  }
  const after = structure(operationSchemas)
  expect(after.length).toBeGreaterThan(100)
  expect(after.every((validator, index) => validator === before[index])).toBe(true)
})

test('no validator is behind a getter that could make a new one', () => {
  for (const schemas of Object.values(operationSchemas)) {
    const properties = Object.values(Object.getOwnPropertyDescriptors(schemas))
    expect(properties.every((property) => 'value' in property)).toBe(true)
  }
})

/** Every validator of every operation, in order. */
function structure(operations: object): unknown[] {
  return Object.values(operations).flatMap(({ responses, ...parts }) => [
    ...Object.values(parts),
    ...Object.values(responses),
  ])
}
