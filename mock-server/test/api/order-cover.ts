/**
 * A covering array: rows of given and not given fields, so few that every choice of given and not given for any four
 * of the fields stands in one of them. Made greedily and without chance, so that it is the same in each run.
 */
export function coverOf(fields: readonly string[], strength: number): readonly ReadonlySet<string>[] {
  const choices = [...combinations(fields.length, strength)]
  const open = choices.map(() => new Set(Array.from({ length: 2 ** strength }, (_, pattern) => pattern)))
  const rows: ReadonlySet<string>[] = []
  const draw = lcg(1)
  for (let left = open.length * 2 ** strength; left > 0; ) {
    const row = bestRow(fields.length, choices, open, draw)
    for (const [index, choice] of choices.entries())
      if (open[index]?.delete(patternOf(row, choice))) left -= 1
    rows.push(new Set(fields.filter((_, index) => row[index])))
  }
  return rows
}

/** One that holds a pattern still open, and of a few such the one that covers most. */
function bestRow(
  length: number,
  choices: readonly (readonly number[])[],
  open: readonly ReadonlySet<number>[],
  draw: () => number,
): readonly boolean[] {
  const wanted = open.findIndex((patterns) => patterns.size > 0)
  const [pattern = 0] = open[wanted] ?? []
  const tries = Array.from({ length: 20 }, () => {
    const row = Array.from({ length }, () => draw() % 2 === 1)
    for (const [bit, field] of (choices[wanted] ?? []).entries())
      row[field] = Math.floor(pattern / 2 ** bit) % 2 === 1
    const gain = choices.reduce(
      (sum, choice, index) => sum + (open[index]?.has(patternOf(row, choice)) ? 1 : 0),
      0,
    )
    return { row, gain }
  })
  return tries.reduce((best, each) => (each.gain > best.gain ? each : best)).row
}

function patternOf(row: readonly boolean[], choice: readonly number[]): number {
  return choice.reduce((sum, field, bit) => sum + (row[field] ? 2 ** bit : 0), 0)
}

function* combinations(length: number, size: number, from = 0): Generator<readonly number[]> {
  if (size === 0) yield []
  else
    for (let first = from; first <= length - size; first += 1)
      for (const rest of combinations(length, size - 1, first + 1)) yield [first, ...rest]
}

/** All subsets, the empty one first. */
export function subsetsOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: 2 ** items.length }, (_, pattern) =>
    items.filter((_item, bit) => Math.floor(pattern / 2 ** bit) % 2 === 1),
  )
}

/** Of Park and Miller, from its higher digits. */
function lcg(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return Math.floor(state / 1_024)
  }
}
