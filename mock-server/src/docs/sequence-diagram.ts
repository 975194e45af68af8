import { type Html, html } from './html.ts'

/**
 * Draws a sequence diagram as SVG from the lines of Mermaid's that a page needs: `participant A as Name`,
 * `A->>B: text`, `A-->>B: text` and `Note over A,B: text`. So one text serves where Mermaid is known and where a page
 * may not load anything.
 */
export function sequenceDiagram(source: string): Html {
  const lines = source.split('\n').map((line) => line.trim())
  const people = lines.flatMap((line) => {
    const [, id, name] = /^participant (\w+) as (.+)$/.exec(line) ?? []
    return id === undefined || name === undefined ? [] : [{ id, name }]
  })
  const steps = lines.map(readStep).filter((step) => step !== undefined)
  const height = TOP + steps.length * STEP + 16
  const width = people.length * COLUMN
  const at = (id: string): number => (people.findIndex((person) => person.id === id) + 0.5) * COLUMN
  const lanes = people.map(
    ({ id, name }) => html`<rect class="actor" x="${at(id) - 80}" y="1" width="160" height="32" rx="6"/>
<text class="name" x="${at(id)}" y="22">${name}</text>
<line class="lane" x1="${at(id)}" y1="33" x2="${at(id)}" y2="${height}"/>`,
  )
  const drawn = steps.map((step, index) => drawStep(step, TOP + index * STEP, at))
  return html`<figure class="diagram"><svg viewBox="0 0 ${width} ${height}" width="${width}" role="img" aria-label="Sequence diagram">
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/></marker></defs>
${lanes}
${drawn}
</svg></figure>`
}

interface Step {
  readonly kind: 'sent' | 'answered' | 'note'
  readonly from: string
  readonly to: string
  readonly text: string
}

const COLUMN = 340
const TOP = 62
const STEP = 40

function readStep(line: string): Step | undefined {
  const [, from = '', arrow, to = '', text = ''] = /^(\w+)(--?>>)(\w+): (.+)$/.exec(line) ?? []
  if (arrow !== undefined) return { kind: arrow === '->>' ? 'sent' : 'answered', from, to, text }
  const [, left = '', right = left, note] = /^Note over (\w+)(?:,(\w+))?: (.+)$/.exec(line) ?? []
  return note === undefined ? undefined : { kind: 'note', from: left, to: right, text: note }
}

function drawStep({ kind, from, to, text }: Step, y: number, at: (id: string) => number): Html {
  const [start, end] = [at(from), at(to)]
  const middle = (start + end) / 2
  if (kind !== 'note') {
    return html`<text class="said" x="${middle}" y="${y - 6}">${text}</text>
<line class="${kind}" x1="${start}" y1="${y}" x2="${end}" y2="${y}" marker-end="url(#tip)"/>`
  }
  const left = Math.min(start, end) - 110
  const width = Math.abs(end - start) + 220
  return html`<rect class="note" x="${left}" y="${y - 22}" width="${width}" height="28" rx="4"/>
<text class="noted" x="${middle}" y="${y - 3}">${text}</text>`
}
