import type { Break } from './break.ts'
import { type Documents, documentNames } from './documents.ts'
import { channelBreaks, ruleBreaks } from './own-breaks.ts'
import { redoclyBreaks } from './redocly-breaks.ts'

/** Everything in the current documents that breaks what the released ones promised. */
export async function breakingChanges(released: Documents, current: Documents): Promise<Break[]> {
  const compared = await Promise.all(
    documentNames.map((name) => redoclyBreaks(name, released[name], current[name])),
  )
  const rules = documentNames.flatMap((name) => ruleBreaks(name, released, current))
  return [...compared.flat(), ...rules, ...channelBreaks(released, current)]
}
