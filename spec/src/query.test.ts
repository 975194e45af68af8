import { expect, test } from 'vitest'
import { operationSchemas } from './generated/schemas.ts'
import { readQuery } from './query.ts'
import { validate } from './validate.ts'

const items = (search: string) =>
  validate(operationSchemas.listEvents.query, readQuery('listEvents', new URLSearchParams(search)), {
    pointer: '/query',
  })

test('repeated names become an array and digits an integer', () => {
  expect(readQuery('listEvents', new URLSearchParams('channel=quotes.AAPL&epoch=7&from=12'))).toEqual({
    channel: ['quotes.AAPL'],
    epoch: '7',
    from: 12,
  })
  expect(items('channel=quotes.AAPL&channel=orders&epoch=7&from=12&limit=1000')).toEqual([])
})

test.each([
  ['channel=a&epoch=7&from=x', '/query/from invalid-value'],
  ['channel=a&epoch=7&from=1.5', '/query/from invalid-value'],
  ['channel=a&epoch=7&from=', '/query/from invalid-value'],
  ['channel=a&epoch=7', '/query/from missing-field'],
  ['channel=a&epoch=7&epoch=8&from=1', '/query/epoch invalid-value'],
  ['channel=a&epoch=7&from=1&limit=0', '/query/limit invalid-value'],
  ['channel=a&epoch=7&from=1&limt=5', '/query/limt unknown-field'],
  ['channel=a&channel=a&epoch=7&from=1', '/query/channel invalid-value'],
])('%s is refused at its parameter', (search, expected) => {
  expect(items(search).map((item) => `${item.pointer} ${item.code}`)).toEqual([expected])
})

test('a name of the prototype is an unknown parameter like any other', () => {
  expect(items('channel=a&epoch=7&from=1&constructor=1').map((item) => item.code)).toEqual(['unknown-field'])
})
