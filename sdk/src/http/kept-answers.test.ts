import { expect, test } from 'vitest'
import { createKeptAnswers } from './kept-answers.ts'

const requestOf = (index: number): Request => new Request(`http://127.0.0.1/v1/instruments/S${index}`)
const answer = (tag: string): Response => new Response('', { headers: { etag: tag } })
const tagOf = (request: Request): string | null => request.headers.get('if-none-match')

test('so many answers are kept; the one that was not sent for the longest goes first', () => {
  const kept = createKeptAnswers()
  for (let index = 0; index < 32; index += 1) kept.keep(requestOf(index), answer(`"${index}"`), '{}')
  kept.keep(requestOf(0), answer('"again"'), '{}')
  kept.keep(requestOf(99), answer('"99"'), '{}')
  const tags = [0, 1, 2, 99].map((index) => {
    const request = requestOf(index)
    kept.ask(request)
    return tagOf(request)
  })
  expect(tags).toEqual(['"again"', null, '"2"', '"99"'])
})

test('a long answer is not kept', () => {
  const kept = createKeptAnswers()
  const request = requestOf(1)
  kept.keep(request, answer('"1"'), 'x'.repeat(262_145))
  kept.ask(request)
  expect(tagOf(request)).toBeNull()
})
