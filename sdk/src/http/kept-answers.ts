/** The most answers, and the most characters of one: together at most 8 Mi characters. */
const mostAnswers = 32
const longestAnswer = 262_144

/**
 * The texts of answers that came with an ETag, as those of instruments do. They are asked for again each time, by their
 * tag: the server sends them anew only where they have changed.
 */
export interface KeptAnswers {
  /** Names what is kept of this address. */
  ask(request: Request): void
  /** What was kept, where the answer says that it still holds. */
  unchanged(request: Request, response: Response): string | undefined
  /** Keeps what may be kept. */
  keep(request: Request, response: Response, text: string): void
}

export function createKeptAnswers(): KeptAnswers {
  const kept = new Map<string, { readonly tag: string; readonly text: string }>()
  return {
    ask({ url, headers }) {
      const known = kept.get(url)
      if (known !== undefined) headers.set('if-none-match', known.tag)
    },
    unchanged: ({ url }, { status }) => (status === 304 ? kept.get(url)?.text : undefined),
    keep({ url }, { ok, headers }, text) {
      const tag = headers.get('etag')
      if (!ok || tag === null || text.length > longestAnswer) return
      // At the end again: the first is the one that was not sent for the longest.
      kept.delete(url)
      kept.set(url, { tag, text })
      const [oldest] = kept.keys()
      if (kept.size > mostAnswers && oldest !== undefined) kept.delete(oldest)
    },
  }
}
