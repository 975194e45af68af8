import { expect } from 'vitest'
import type { Command } from '../../../src/exchange/commands.ts'
import { createFeed } from '../../../src/feed/create-feed.ts'
import type { Feed, FeedMessage } from '../../../src/feed/feed.ts'
import { CUSTOMERS, FEES, FLOW, HOUSE, openExchange, SYMBOLS } from '../support/builders.ts'
import { commandOf, type Surroundings } from '../support/moves.ts'
import { must, type Stage } from '../support/property.ts'
import { sharedStage } from '../support/shared-runs.ts'

const PUBLIC = SYMBOLS.flatMap((symbol) => [
  `quotes.${symbol}`,
  `trades.${symbol}`,
  `book.${symbol}`,
  `status.${symbol}`,
  `bars.1s.${symbol}`,
])
/** Account ids as channels have them. */
const idOf = (name: string): string => `acc_${name}`
const ACCOUNTS = CUSTOMERS.map(idOf)
const OWNERS = new Map(
  ACCOUNTS.flatMap((accountId) => [
    [`orders.${accountId}`, accountId],
    [`account.${accountId}`, accountId],
  ]),
)
const CHANNELS = [...PUBLIC, ...OWNERS.keys()]

/** By channel, what names everybody whom it does not belong to. */
const OTHERS = new Map(
  CHANNELS.map((channel) => [
    channel,
    [...ACCOUNTS, idOf(FLOW), idOf(HOUSE)]
      .filter((accountId) => accountId !== OWNERS.get(channel))
      .map((accountId) => `"${accountId}"`),
  ]),
)

interface Published {
  readonly feed: Feed
  /** What all channels carried in the last command. */
  readonly heard: readonly FeedMessage[]
}

/** The usual run with account ids as channels have them, and its feed. */
function openFeed(borrowers: readonly string[]): Stage<Published> {
  const { view, execute } = openExchange({ fees: FEES }, borrowers.map(idOf), idOf)
  const feed = createFeed({ view, epoch: 'one', now: () => 0 })
  const heard: FeedMessage[] = []
  for (const channel of CHANNELS) feed.listen(channel, (message) => void heard.push(message))
  const surroundings: Surroundings = {
    get time() {
      return view.time
    },
    openOrders: (name) => view.openOrders(idOf(name)),
    fills: (name) => view.fills(idOf(name)),
  }
  return {
    seen: { feed, heard },
    commandOf: (move, index) => named(commandOf(surroundings, move, index)),
    execute(command) {
      heard.length = 0
      const events = execute(command)
      feed.publish(events)
      return events
    },
  }
}

function named(command: Command): Command {
  return 'accountId' in command ? { ...command, accountId: idOf(command.accountId) } : command
}

// In every second run one of the accounts may borrow.
const watching = sharedStage((run) => openFeed(run.length % 2 === 0 ? [] : ['ann']))

watching(
  'invariant 16: every channel is numbered 1, 2, 3 within its epoch, snapshots between',
  ({ feed, heard }) => {
    const next = new Map(CHANNELS.map((channel) => [channel, feed.seq(channel) + 1]))
    return {
      after: () => {
        for (const { channel, seq } of heard) {
          must(seq === next.get(channel), () => `${channel}: ${seq} instead of ${next.get(channel)}`)
          next.set(channel, seq + 1)
        }
        for (const channel of CHANNELS) {
          must(feed.seq(channel) + 1 === next.get(channel), () => `${channel} ends at ${feed.seq(channel)}`)
        }
      },
      end: () => {
        for (const channel of CHANNELS) {
          const seq = feed.snapshot(channel)?.seq
          must(seq === undefined || seq + 1 === next.get(channel), () => `${channel}: snapshot at ${seq}`)
        }
      },
    }
  },
)

watching(
  'an account is told as it stands, and a message that is read later says the same',
  ({ feed, heard }) => {
    const told = new Map(ACCOUNTS.map((accountId) => [`account.${accountId}`, [] as string[]]))
    const first = new Map(
      ACCOUNTS.map((accountId) => [`account.${accountId}`, feed.seq(`account.${accountId}`)]),
    )
    return {
      after: () => {
        for (const { channel, data } of heard) {
          const texts = told.get(channel)
          if (texts === undefined) continue
          const text = JSON.stringify(data)
          const now = JSON.stringify(feed.snapshot(channel)?.data)
          must(text === now, () => `${channel} tells ${text} of ${now}`)
          texts.push(text)
        }
      },
      end: () => {
        for (const [channel, texts] of told) {
          const fromSeq = (first.get(channel) ?? 0) + 1
          const replay = feed.replay({ channel, epoch: 'one', fromSeq })
          const again =
            replay.outcome === 'messages' ? replay.messages.map(({ data }) => JSON.stringify(data)) : []
          must(
            JSON.stringify(again) === JSON.stringify(texts),
            () => `${channel} tells ${again} instead of ${texts}`,
          )
        }
      },
    }
  },
)

watching('invariant 20: a channel carries nothing of another account', ({ heard }) => {
  let told = 0
  return {
    after: () => {
      for (const { channel, text } of heard) {
        const isPublic = !OWNERS.has(channel)
        if (!isPublic) told += 1
        const isOthers = OTHERS.get(channel)?.some((other) => text.includes(other)) ?? true
        const isPrivate = isPublic && /"(accountId|clientOrderId|orderId)"/.test(text)
        must(!isOthers && !isPrivate, () => `${channel} tells ${text}`)
      }
    },
    end: () => expect(told).toBeGreaterThan(0),
  }
})
