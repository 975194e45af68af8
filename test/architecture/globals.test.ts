import ts from 'typescript'
import { expect, test } from 'vitest'
import { shipped, syntaxTree } from './sources.ts'

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

interface Rule {
  readonly says: string
  holdsFor(path: string): boolean
  /** What of the node breaks it. */
  breach(node: ts.Node): string | undefined
}

const isOutsidePorts = (path: string): boolean => !path.includes('/ports/')

const rules: readonly Rule[] = [
  {
    says: 'no clock, timer, chance or locale outside the ports',
    holdsFor: (path) => /^(sdk|mock-server)\/src\//.test(path) && isOutsidePorts(path),
    breach: bannedIdentifier,
  },
  {
    says: 'the mock server computes only with functions that are exact on every engine',
    holdsFor: (path) => path.startsWith('mock-server/src/'),
    breach: inexactMath,
  },
  {
    says: 'Math.random is called in the ports alone',
    holdsFor: isOutsidePorts,
    breach: (node) => (isOfMath(node) && node.name.text === 'random' ? 'Math.random' : undefined),
  },
  {
    says: 'no any and no non-null assertion in what ships',
    holdsFor: () => true,
    breach: (node) => {
      if (ts.isNonNullExpression(node)) return '!'
      return node.kind === ts.SyntaxKind.AnyKeyword ? 'any' : undefined
    },
  },
]

let breaches: ReadonlyMap<Rule, readonly string[]> | undefined

test.each(rules)('$says', (rule) => {
  breaches ??= findBreaches()
  expect(breaches.get(rule)).toEqual([])
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
  if (!isOfMath(node)) return undefined
  return exactMath.includes(node.name.text) ? undefined : node.getText()
}

function isOfMath(node: ts.Node): node is ts.PropertyAccessExpression {
  if (!ts.isPropertyAccessExpression(node)) return false
  return ts.isIdentifier(node.expression) && node.expression.text === 'Math'
}

/** Of all rules at once: to read a file takes longest. */
function findBreaches(): ReadonlyMap<Rule, readonly string[]> {
  const found = new Map(rules.map((rule): [Rule, string[]] => [rule, []]))
  for (const source of shipped()) {
    const tree = syntaxTree(source)
    const kept = rules.filter(({ holdsFor }) => holdsFor(source.path))
    const visit = (node: ts.Node): void => {
      for (const rule of kept) {
        const name = rule.breach(node)
        if (name === undefined) continue
        const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree))
        found.get(rule)?.push(`${source.path}:${line + 1} ${name}`)
      }
      ts.forEachChild(node, visit)
    }
    visit(tree)
  }
  return found
}
