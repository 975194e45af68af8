/** Reads a socket's events in order, one `next()` each. */
export interface EventReader {
  next(): Promise<string>
  /** Events until and with the close. */
  rest(): Promise<string[]>
}

export function eventsOf(socket: WebSocket): EventReader {
  const queue: string[] = []
  const waiting: ((text: string) => void)[] = []
  const push = (text: string): void => {
    const next = waiting.shift()
    if (next) next(text)
    else queue.push(text)
  }
  socket.addEventListener('open', () => push(`open ${socket.protocol}`.trim()))
  socket.addEventListener('message', ({ data }) => push(String(data)))
  socket.addEventListener('error', () => push('error'))
  socket.addEventListener('close', ({ code, reason }) => push(`close ${code} ${reason}`.trim()))
  const next = (): Promise<string> => {
    const ready = queue.shift()
    return ready === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(ready)
  }
  return {
    next,
    async rest() {
      const events: string[] = []
      do events.push(await next())
      while (!events.at(-1)?.startsWith('close'))
      return events
    },
  }
}
