import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type OperationId, routes } from '@openbourse/spec'
import { expect, test } from 'vitest'
import manifest from '../../sdk/package.json' with { type: 'json' }
import settings from '../../typedoc.json' with { type: 'json' }

const folder = join(import.meta.dirname, '..', '..', 'sdk', 'src', 'resources')

/** The errors that a caller handles one by one, by the status that they stand for. */
const errors: Readonly<Record<number, string>> = {
  404: 'NotFoundError',
  409: 'ConflictError',
  410: 'GoneError',
}

interface Method {
  readonly id: OperationId
  readonly comment: string
}

/** Each method of the resources with its operation and the comment in front of it. */
function methods(): Method[] {
  return readdirSync(folder)
    .filter((file) => !file.includes('.test.'))
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      return [...text.matchAll(/'(\w+) (?:GET|POST|PUT|PATCH|DELETE) \//g)].map(({ 1: id = '', index }) => {
        const before = text.slice(0, index)
        const comment = before.slice(before.lastIndexOf('/**'))
        // Of this method, not of the one before.
        const isOwn = (comment.match(/^ {2}\w+: \(/gm) ?? []).length === 1
        return { id: id as OperationId, comment: isOwn ? comment.slice(0, comment.indexOf('*/')) : '' }
      })
    })
}

test.each(methods())('the method of $id says its units, how often it is sent, and its errors', (method) => {
  const { id, comment } = method
  const route = routes[id]
  const text = comment.replace(/\s*\n\s*\* ?/g, ' ')
  const often = route.changesState ? 'Sent once, never again by itself.' : 'Sent up to three times.'
  expect(text).toContain('@remarks')
  expect(text).toContain(often)
  for (const [status, name] of Object.entries(errors)) {
    const isDeclared = Object.keys(route.responses).includes(status)
    expect(text.includes(`@throws ${name} `), `@throws ${name} in the comment of ${id}`).toBe(isDeclared)
  }
})

test('the SDK reference covers every entry point', () => {
  const sources = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === 'string' ? [] : [entry['@openbourse/source'].replace('./', 'sdk/')],
  )
  expect(settings.entryPoints).toEqual(sources)
})
