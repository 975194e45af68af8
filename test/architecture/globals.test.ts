import ts from 'typescript'
import { expect, test } from 'vitest'
import { type Source, shipped, syntaxTree } from './sources.ts'

/** Time, chance and identity come through ports; everywhere else these names are banned. */
const ambient = [
  'Date',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'crypto',
  'Intl',
  'XMLHttpRequest',
]

/** Exact by IEEE 754 on every engine; `Math.pow` and its like give other bits on other versions of Node. */
const exactMath = ['floor', 'ceil', 'trunc', 'round', 'abs', 'min', 'max', 'sign', 'sqrt', 'imul', 'clz32']

test('no clock, timer, chance or locale outside the ports', () => {
  const wrong = shipped()
    .filter(({ path }) => /^(sdk|mock-server)\/src\//.test(path) && !path.includes('/ports/'))
    .flatMap((source) => uses(source, bannedIdentifier))
  expect(wrong).toEqual([])
})

test('the mock server computes only with functions that are exact on every engine', () => {
  const wrong = shipped()
    .filter(({ path }) => path.startsWith('mock-server/src/'))
    .flatMap((source) => uses(source, inexactMath))
  expect(wrong).toEqual([])
})

test('Math.random is called in the ports alone', () => {
  const wrong = shipped()
    .filter(({ path }) => !path.includes('/ports/'))
    .flatMap((source) =>
      uses(source, (node) => (node.getText() === 'Math.random' ? 'Math.random' : undefined)),
    )
  expect(wrong).toEqual([])
})

test('no any and no non-null assertion in what ships', () => {
  const wrong = shipped().flatMap((source) =>
    uses(source, (node) => {
      if (ts.isNonNullExpression(node)) return '!'
      return node.kind === ts.SyntaxKind.AnyKeyword ? 'any' : undefined
    }),
  )
  expect(wrong).toEqual([])
})

function bannedIdentifier(node: ts.Node): string | undefined {
  if (!ts.isIdentifier(node) || !ambient.includes(node.text)) return undefined
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    return ts.isIdentifier(parent.expression) && parent.expression.text === 'globalThis'
      ? node.text
      : undefined
  }
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodDeclaration(parent)) {
    return parent.name === node ? undefined : node.text
  }
  if (ts.isTypeReferenceNode(parent) || ts.isImportSpecifier(parent)) return undefined
  return node.text
}

function inexactMath(node: ts.Node): string | undefined {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken) {
    const exact = [node.left, node.right].every(
      (side) => ts.isBigIntLiteral(side) || ts.isNumericLiteral(side),
    )
    return exact || /n\b/.test(node.getText()) ? undefined : node.getText()
  }
  if (!ts.isPropertyAccessExpression(node) || node.expression.getText() !== 'Math') return undefined
  return exactMath.includes(node.name.text) ? undefined : node.getText()
}

function uses(source: Source, match: (node: ts.Node) => string | undefined): string[] {
  const tree = syntaxTree(source)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const name = match(node)
    if (name !== undefined) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree))
      found.push(`${source.path}:${line + 1} ${name}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}
