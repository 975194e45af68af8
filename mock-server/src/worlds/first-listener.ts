import type { Feed } from '../feed/feed.ts'

/** The same feed, which tells once when somebody begins to listen. */
export function onFirstListener(feed: Feed, heard: () => void): Feed {
  return {
    epoch: feed.epoch,
    history: feed.history,
    publish: (events) => feed.publish(events),
    has: (channel) => feed.has(channel),
    seq: (channel) => feed.seq(channel),
    snapshot: (channel) => feed.snapshot(channel),
    replay: (request) => feed.replay(request),
    get logEnd() {
      return feed.logEnd
    },
    log: (request) => feed.log(request),
    listen(channel, listener) {
      heard()
      return feed.listen(channel, listener)
    },
  }
}
