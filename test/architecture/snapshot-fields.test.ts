import ts from 'typescript'
import { expect, test } from 'vitest'
import { shipped, syntaxTree } from './sources.ts'

/**
 * A snapshot of the exchange holds every public field of these, so that only a private one can be forgotten.
 * Private fields that are not empty between two commands belong into `keep()` of a class with a row in
 * exchange/snapshot/rooms.ts.
 */
const BY_FIELDS = ['ExchangeState', 'Account', 'Ledger', 'Listing', 'OrderRecord', 'OrderGroup']

/** Fields that no snapshot holds, and why. */
const NOT_KEPT: Readonly<Record<string, string>> = {
  'Account.#touched': 'who follows an exchange that goes on is told everything first',
  'ExchangeState.#events': 'empty between two commands',
  'ExchangeState.#eventCount': 'empty between two commands',
  'ExchangeState.#touchedListings': 'empty between two commands',
  'ExchangeState.#changedAccounts': 'empty between two commands',
  'ExchangeState.#retention': 'what the exchange is made with',
  'Listing.#touchedBids': 'empty between two commands',
  'Listing.#touchedAsks': 'empty between two commands',
  'AgeQueue.#since': 'looked at again when it is asked',
  'OrderArchive.#finishedAt': 'a function',
  'OrderArchive.#byClientId': 'made again from what was entered',
  'OrderArchive.#holes': 'counts what the snapshot leaves out',
  'OrderRegister.#records': 'made again from the archives',
  'TradeRegister.#timeOf': 'a function',
  'TradedVolume.#day': 'counted again when it is asked',
  'TradedVolume.#before': 'counted again when it is asked',
}

test('every field of the exchange’s state is in its snapshot, or it is said why not', () => {
  const forgotten = classes().flatMap(({ name, fields, kept }) => {
    const lost = fields.filter((field) => !kept(field)).map((field) => `${name}.${field}`)
    return lost.filter((field) => NOT_KEPT[field] === undefined)
  })
  expect(forgotten).toEqual([])
})

test('what is said not to be kept exists', () => {
  const all = new Set(classes().flatMap(({ name, fields }) => fields.map((field) => `${name}.${field}`)))
  expect(Object.keys(NOT_KEPT).filter((field) => !all.has(field))).toEqual([])
})

interface StateClass {
  readonly name: string
  readonly fields: readonly string[]
  kept(field: string): boolean
}

/** Classes of the exchange that a snapshot holds. */
function classes(): StateClass[] {
  const found: StateClass[] = []
  for (const source of shipped()) {
    if (!source.path.startsWith('mock-server/src/exchange/')) continue
    ts.forEachChild(syntaxTree(source), (node) => {
      if (!ts.isClassDeclaration(node) || node.name === undefined) return
      const keep = node.members.find((member) => ts.isMethodDeclaration(member) && nameOf(member) === 'keep')
      const name = node.name.text
      if (keep === undefined && !BY_FIELDS.includes(name)) return
      found.push({ name, fields: fieldsOf(node), kept: (field) => isKept(field, keep) })
    })
  }
  return found
}

function fieldsOf(node: ts.ClassDeclaration): string[] {
  return node.members.filter(ts.isPropertyDeclaration).map(nameOf)
}

function nameOf(member: ts.ClassElement): string {
  return member.name?.getText() ?? ''
}

function isKept(field: string, keep: ts.ClassElement | undefined): boolean {
  if (keep === undefined) return !field.startsWith('#')
  return new RegExp(`this\\.${field}\\b`).test(keep.getText())
}
