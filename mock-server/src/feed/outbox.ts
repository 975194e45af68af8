import type { ChannelMessage } from './channel.ts'

/** Messages on their way to listeners: a listener may cause further events, which wait for their turn. */
export class Outbox {
  readonly #messages: ChannelMessage[] = []
  #delivering = false

  add(message: ChannelMessage): void {
    this.#messages.push(message)
  }

  /** One listener's failure is the publisher's to know, but no other listener's. */
  deliver(): void {
    if (this.#delivering || this.#messages.length === 0) return
    this.#delivering = true
    const failures: unknown[] = []
    for (let index = 0; index < this.#messages.length; index += 1) {
      const message = this.#messages[index]
      if (message === undefined) continue
      for (const listener of message.source.listeners) {
        try {
          listener(message)
        } catch (error) {
          failures.push(error)
        }
      }
    }
    this.#messages.length = 0
    this.#delivering = false
    if (failures.length > 0) throw failures[0]
  }
}
