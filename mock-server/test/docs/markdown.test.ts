import { expect, test } from 'vitest'
import { html } from '../../src/docs/html.ts'
import { inline, markdown } from '../../src/docs/markdown.ts'

test.each([
  ['## Close codes', '<h2 id="close-codes">Close codes</h2>'],
  ['One\ntwo.\n\nThree.', '<p>One\ntwo.</p><p>Three.</p>'],
  ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
  ['1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'],
  ['```\n**a** <b>\n\n- c\n```', '<pre><code>**a** &lt;b&gt;\n\n- c</code></pre>'],
  [
    '| a | b |\n|---|---|\n| `x` | 1 \\| 2 |',
    '<div class="scroll"><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td><code>x</code></td><td>1 | 2</td></tr></tbody></table></div>',
  ],
  ['<!-- not shown -->\n\nShown.', '<p>Shown.</p>'],
])('the block %j is read', (text, expected) => {
  expect(markdown(text).text).toBe(expected)
})

test.each([
  ['**bold** and `**code**`', '<strong>bold</strong> and <code>**code**</code>'],
  ['[errors](/docs/errors#banned)', '<a href="/docs/errors#banned">errors</a>'],
  ['[a site](https://example.com/a)', '<a href="https://example.com/a">a site</a>'],
  ['[bad](javascript:alert)', '[bad](javascript:alert)'],
  ['<script>', '&lt;script&gt;'],
  ['`<i>`', '<code>&lt;i&gt;</code>'],
])('the line %j is read', (text, expected) => {
  expect(inline(text).text).toBe(expected)
})

test('values in a template are escaped, pieces of HTML are not, and nothing leaves no trace', () => {
  const name = `"><img src=x onerror='a&b'>`
  expect(html`<p title="${name}">${[html`<b>${1}</b>`, undefined, false, null, '<']}</p>`.text).toBe(
    '<p title="&quot;&gt;&lt;img src=x onerror=&#39;a&amp;b&#39;&gt;"><b>1</b>&lt;</p>',
  )
})

test('a sequence diagram is drawn with all its people, steps and notes', () => {
  const text = markdown(
    '```mermaid\nsequenceDiagram\n    participant A as Ann\n    participant B as Bob\n    A->>B: <hello>\n    B-->>A: bye\n    Note over A,B: later\n```',
  ).text
  for (const part of ['>Ann<', '>Bob<', '&lt;hello&gt;', '>bye<', '>later<']) expect(text).toContain(part)
  expect(text.match(/marker-end/g)).toHaveLength(2)
})
