import ts from 'typescript'
import { expect, test } from 'vitest'
import { type Source, shipped, syntaxTree } from './sources.ts'

const FEES = 'mock-server/src/exchange/accounts/fees/'

/** Every number but 0 and 1, as a number, a bigint or a decimal string. */
function numbersIn(source: Source): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const isNumber =
      ts.isNumericLiteral(node) ||
      ts.isBigIntLiteral(node) ||
      (ts.isStringLiteralLike(node) && /^-?\d+(\.\d+)?$/.test(node.text))
    if (isNumber && !/^'?[01]n?'?$/.test(node.getText())) found.push(node.getText())
    ts.forEachChild(node, visit)
  }
  visit(syntaxTree(source))
  return found
}

test('what a schedule charges stands in the dated table: fee models have no numbers but units and a window', () => {
  const numbers = shipped()
    .filter(({ path }) => path.startsWith(FEES))
    .map((source) => [source.path.slice(FEES.length), numbersIn(source)] as const)
  expect(Object.fromEntries(numbers.filter(([, found]) => found.length > 0))).toEqual({
    'basis-points.ts': ['10_000n'], // basis points of one
    'rounding.ts': ['100n', '1_000_000n'], // cents of a unit; section 31 is a rate by million
    'traded-volume.ts': ['30'], // days that are remembered of what an account traded
  })
})

test.each(["const A = amount('0.005')", 'const B = 15n', 'const C = { rate: 26 }', 'const D = `0.01`'])(
  '%s is a number of a schedule',
  (text) => expect(numbersIn({ path: 'a.ts', text, imports: [] })).toHaveLength(1),
)
