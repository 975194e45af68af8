import { escapeHtml, Html, html } from './html.ts'
import { sequenceDiagram } from './sequence-diagram.ts'

/**
 * The part of Markdown that the contract's texts use: headings, paragraphs, lists, tables, fenced code (a `mermaid`
 * sequence diagram becomes a drawing), and in a line code, bold and links. Not read: HTML, nested lists, images.
 */
export function markdown(text: string): Html {
  const blocks = blocksOf(text).map(renderBlock)
  return html`${blocks}`
}

/** One line of it. */
export function inline(text: string): Html {
  return new Html(
    text
      .split(/(`[^`]+`)/)
      .map((piece) => (/^`[^`]+`$/.test(piece) ? code(piece.slice(1, -1)) : marked(escapeHtml(piece))))
      .join(''),
  )
}

/** The name by which a heading can be linked to: `Close codes` is `close-codes`. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function code(text: string): string {
  return `<code>${escapeHtml(text)}</code>`
}

/** Only links of this server and of the web: no other scheme runs. */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|\/(?!\/)|#)[^)\s]*)\)/g

function marked(escaped: string): string {
  return escaped.replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>').replace(LINK, '<a href="$2">$1</a>')
}

/** Blocks are parted by empty lines; fenced code keeps its own. */
function blocksOf(text: string): string[] {
  const blocks: string[] = []
  let lines: string[] = []
  let fenced = false
  const end = (): void => {
    if (lines.length > 0) blocks.push(lines.join('\n'))
    lines = []
  }
  for (const line of text.replace(/<!--.*?-->/gs, '').split('\n')) {
    const isFence = line.startsWith('```')
    if (isFence && !fenced) end()
    if (fenced || line.trim() !== '') lines.push(line)
    else end()
    if (isFence) fenced = !fenced
    if (isFence && !fenced) end()
  }
  end()
  return blocks
}

function renderBlock(block: string): Html {
  const [, marks, heading = ''] = /^(#{1,4}) (.+)$/.exec(block) ?? []
  if (marks !== undefined) {
    const content = html` id="${slug(heading)}">${inline(heading)}`.text
    return new Html(`<h${marks.length}${content}</h${marks.length}>`)
  }
  if (block.startsWith('```')) return renderFence(block)
  if (block.startsWith('|')) return renderTable(block)
  if (/^- /.test(block)) return html`<ul>${itemsOf(block, /^- /m)}</ul>`
  if (/^1\. /.test(block)) return html`<ol>${itemsOf(block, /^\d+\. /m)}</ol>`
  return html`<p>${inline(block)}</p>`
}

function renderFence(block: string): Html {
  const [first = '', ...rest] = block.split('\n')
  const content = rest.slice(0, -1).join('\n')
  return first === '```mermaid' ? sequenceDiagram(content) : html`<pre><code>${content}</code></pre>`
}

function itemsOf(block: string, mark: RegExp): Html[] {
  const items = block.split(mark).filter((item) => item.trim() !== '')
  return items.map((item) => html`<li>${inline(item.trim())}</li>`)
}

function renderTable(block: string): Html {
  const [head, , ...rows] = block.split('\n').map(cellsOf)
  const row = (cells: readonly string[]) =>
    html`<tr>${cells.map((cell) => html`<td>${inline(cell)}</td>`)}</tr>`
  const headings = (head ?? []).map((cell) => html`<th>${inline(cell)}</th>`)
  return html`<div class="scroll"><table><thead><tr>${headings}</tr></thead><tbody>${rows.map(row)}</tbody></table></div>`
}

function cellsOf(line: string): string[] {
  const cells = line.split(/(?<!\\)\|/).slice(1, -1)
  return cells.map((cell) => cell.trim().replaceAll('\\|', '|'))
}
