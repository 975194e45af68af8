/** What no general tool can compare: our grammar of channels, and the rules between the fields of a request. */
import type { JsonSchema } from '../sources.ts'
import type { Break } from './break.ts'
import type { DocumentName, Documents } from './documents.ts'

/** A channel that is gone, or whose name or messages are made otherwise. */
export function channelBreaks(released: Documents, current: Documents): Break[] {
  const now = current.asyncapi['x-channels']
  return Object.entries(released.asyncapi['x-channels']).flatMap(([name, { 'x-channel': channel }]) => {
    const at = `#/x-channels/${name}`
    const place = { document: 'asyncapi', where: `channel ${name}` } as const
    const channelNow = now[name]?.['x-channel']
    if (channelNow === undefined) {
      return [{ ...place, rule: 'channel-removed', at, message: `Channel \`${name}\` was removed.` }]
    }
    const parts = ['name', 'qualifier', 'values', 'parameter', 'pattern', 'message'] as const
    return parts
      .filter((part) => channel[part] !== channelNow[part])
      .map((part) => ({
        ...place,
        rule: 'channel-changed',
        at: `${at}/x-channel/${part}`,
        message: `\`${part}\` of channel \`${name}\` changed from '${channel[part]}' to '${channelNow[part]}'.`,
      }))
  })
}

/** A rule between fields that was not there: a request that was right may now be refused. */
export function ruleBreaks(document: DocumentName, released: Documents, current: Documents): Break[] {
  const before = released[document].components.schemas
  return Object.entries(current[document].components.schemas).flatMap(([name, schema]) => {
    const known = new Set(rulesOf(before[name]))
    if (before[name] === undefined) return []
    return rulesOf(schema)
      .filter((rule) => !known.has(rule))
      .map((rule) => ({
        document,
        rule: 'field-rule-added',
        at: `#/components/schemas/${name}/x-rules`,
        where: `schema ${name}`,
        message: `\`${name}\` has a rule between its fields that was not there: ${rule}.`,
      }))
  })
}

function rulesOf(schema: JsonSchema | undefined): string[] {
  return (schema?.['x-rules'] ?? []).map((rule) => JSON.stringify(rule))
}
