import { expect } from 'vitest'
import type { Command } from '../../../src/exchange/commands.ts'
import { createFeed } from '../../../src/feed/create-feed.ts'
import type { FeedMessage } from '../../../src/feed/feed.ts'
import { CUSTOMERS, FEES, FLOW, HOUSE, openExchange, SYMBOLS } from '../support/builders.ts'
import { must } from '../support/property.ts'
import { sharedRuns } from '../support/shared-runs.ts'

const PUBLIC = SYMBOLS.flatMap((symbol) => [
  `quotes.${symbol}`,
  `trades.${symbol}`,
  `book.${symbol}`,
  `status.${symbol}`,
  `bars.1s.${symbol}`,
])
const idOf = (name: string): string => `acc_${name}`
const ACCOUNTS = CUSTOMERS.map(idOf)

/** All of them cash accounts; and with one that may borrow. */
const KINDS = [
  ['cash accounts', []],
  ['a margin account among them', ['ann']],
] as const

/** The same run with account ids as channels have them, and its feed. */
function openFeed(borrowers: readonly string[]) {
  const exchange = openExchange({ fees: FEES }, borrowers.map(idOf), idOf)
  const feed = createFeed({ view: exchange.view, epoch: 'one', now: () => 0 })
  const play = (command: Command): void => {
    const named = 'accountId' in command ? { ...command, accountId: idOf(command.accountId) } : command
    feed.publish(exchange.execute(named))
  }
  return { feed, play }
}

for (const [kind, borrowers] of KINDS) {
  const watching = sharedRuns(borrowers)

  watching(
    `invariant 16: every channel is numbered 1, 2, 3 within its epoch, snapshots between, ${kind}`,
    () => {
      const { feed, play } = openFeed(borrowers)
      const next = new Map<string, number>()
      const channels = [
        ...PUBLIC,
        ...ACCOUNTS.flatMap((accountId) => [`orders.${accountId}`, `account.${accountId}`]),
      ]
      for (const channel of channels) {
        next.set(channel, feed.seq(channel) + 1)
        feed.listen(channel, ({ seq }) => {
          must(seq === next.get(channel), () => `${channel}: ${seq} instead of ${next.get(channel)}`)
          next.set(channel, seq + 1)
        })
      }
      return {
        after: (_events, command) => {
          play(command)
          for (const channel of channels) {
            must(feed.seq(channel) + 1 === next.get(channel), () => `${channel} ends at ${feed.seq(channel)}`)
          }
        },
        end: () => {
          for (const channel of channels) {
            const seq = feed.snapshot(channel)?.seq
            must(seq === undefined || seq + 1 === next.get(channel), () => `${channel}: snapshot at ${seq}`)
          }
        },
      }
    },
  )

  watching(`invariant 20: a channel carries nothing of another account, ${kind}`, () => {
    const { feed, play } = openFeed(borrowers)
    let told = 0
    const isOthers = (accountId: string | undefined, { text }: FeedMessage): boolean => {
      const others = [...ACCOUNTS, idOf(FLOW), idOf(HOUSE)].filter((other) => other !== accountId)
      return others.some((other) => text.includes(`"${other}"`))
    }
    for (const channel of PUBLIC) {
      feed.listen(channel, (message) => {
        const isPrivate =
          isOthers(undefined, message) || /"(accountId|clientOrderId|orderId)"/.test(message.text)
        must(!isPrivate, () => `${channel} tells ${message.text}`)
      })
    }
    for (const accountId of ACCOUNTS) {
      for (const name of ['orders', 'account']) {
        feed.listen(`${name}.${accountId}`, (message) => {
          told += 1
          must(!isOthers(accountId, message), () => `${message.channel} tells ${message.text}`)
        })
      }
    }
    return {
      after: (_events, command) => play(command),
      end: () => expect(told).toBeGreaterThan(0),
    }
  })
}
