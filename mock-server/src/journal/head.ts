/** The first record of a journal. */
export interface JournalHead {
  /** Of the records that follow: those of another are not read. */
  readonly version: string
  /** What the world was made with, as names and texts to compare. */
  readonly world: Readonly<Record<string, string>>
  readonly seed: number
  /** Signs cursors, so that those given out before a restart are good after it. */
  readonly cursorSecret: string
}

/** The world that is to go on; without a seed of its own it takes the journal's. */
type Here = Pick<JournalHead, 'version' | 'world'> & { readonly seed: number | undefined }

/** Why a journal cannot go on in this world; undefined when it can. */
export function refusalOf(head: JournalHead, here: Here): string | undefined {
  if (head.version !== here.version) {
    return `was written by version ${head.version}, and this is ${here.version}`
  }
  if (here.seed !== undefined && here.seed !== head.seed) {
    return `belongs to a world with seed ${head.seed}, and this one has seed ${here.seed}`
  }
  const names = new Set([...Object.keys(head.world), ...Object.keys(here.world)])
  for (const name of names) {
    const [then, now] = [head.world[name] ?? 'none', here.world[name] ?? 'none']
    if (then !== now) return `belongs to a world with ${name} ${then}, and this one has ${name} ${now}`
  }
  return undefined
}
