import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

const TESTS = join(import.meta.dirname, '../../../test')

/**
 * Each invariant of the exchange and the test files that prove it, over random commands of several accounts on several
 * symbols unless a line says otherwise. The test's name begins with `invariant` and the number.
 */
const PROOFS: Readonly<Record<number, { readonly says: string; readonly files: readonly string[] }>> = {
  1: { says: 'all money together is constant', files: ['exchange/properties/ledger'] },
  2: { says: 'positions of a symbol sum to zero', files: ['exchange/properties/ledger'] },
  3: { says: 'a position is the sum of its signed fills', files: ['exchange/properties/ledger'] },
  4: { says: 'nothing available is negative', files: ['exchange/properties/ledger'] },
  5: { says: 'the book is never crossed or locked', files: ['exchange/properties/matching'] },
  6: { says: 'price, then time', files: ['exchange/properties/matching'] },
  7: { says: 'no fill outside a limit', files: ['exchange/properties/matching'] },
  8: { says: 'filled, remaining and canceled make the quantity', files: ['exchange/properties/matching'] },
  9: { says: 'only legal steps of the life cycle', files: ['exchange/properties/matching'] },
  10: { says: 'every execution has two sides', files: ['exchange/properties/matching'] },
  11: { says: 'reserves are released exactly once', files: ['exchange/properties/ledger'] },
  12: {
    says: 'whole ticks and lots, and no drift over 100,000 trades, or a million in check:accounting',
    files: ['exchange/properties/ledger', 'exchange/golden'],
  },
  13: { says: 'fees are the schedule to the last unit', files: ['exchange/properties/ledger'] },
  14: { says: 'a halted symbol has no fills', files: ['exchange/properties/matching'] },
  15: {
    says: 'times in force mean what they say',
    files: ['exchange/properties/matching', 'exchange/properties/conditions'],
  },
  16: {
    says: 'numbers without a gap within an epoch',
    files: ['exchange/properties/history', 'exchange/properties/channels'],
  },
  17: { says: 'the same commands give the same bytes', files: ['exchange/properties/history'] },
  18: { says: 'a snapshot has the same future', files: ['exchange/properties/snapshot'] },
  19: { says: 'a client order id is good for one order', files: ['exchange/properties/history'] },
  20: {
    says: 'nothing of one account reaches another',
    files: ['exchange/properties/history', 'exchange/properties/channels'],
  },
  // Over random requests rather than commands.
  21: { says: 'never more than the quota in any window', files: ['api/limits/sliding-window'] },
}

test('every invariant of the exchange, 1 to 21, has its line', () => {
  expect(Object.keys(PROOFS).map(Number)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1))
})

test('each is proved where its line says, whoever else proves it too', () => {
  const lines = Object.entries(PROOFS).flatMap(([number, { files }]) =>
    files.map((file) => `${number} ${file}`),
  )
  const proved = new Set(provedBy(TESTS))
  expect(lines.filter((line) => !proved.has(line))).toEqual([])
})

test('each proof makes at least 1,000 runs', () => {
  const files = new Set(Object.values(PROOFS).flatMap(({ files }) => files))
  // One run of a million trades.
  files.delete('exchange/golden')
  for (const file of files) {
    const text = readFileSync(join(TESTS, `${file}.test.ts`), 'utf8')
    for (const [, runs = ''] of text.matchAll(/numRuns: ([\w_]+)/g))
      expect([file, runs]).toEqual([file, runsOf(runs)])
    expect([file, /numRuns|\bproperty\(|\bshared(Runs|Stage)\(/.test(text)]).toEqual([file, true])
  }
})

function runsOf(written: string): string {
  return written === 'RUNS' || Number(written.replaceAll('_', '')) >= 1_000 ? written : 'at least 1,000'
}

/** Number and file of every test that is named after an invariant. */
function provedBy(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.test.ts'),
  )
  const proofs = files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    const name = relative(folder, join(folder, file)).replaceAll('\\', '/').replace('.test.ts', '')
    return [...text.matchAll(/['"`]invariant (\d+): /g)].map(([, number]) => `${number} ${name}`)
  })
  return [...new Set(proofs)]
}
