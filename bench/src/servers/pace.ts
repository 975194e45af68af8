const EVENTS_A_SECOND = 500
const TICK_MS = 10

/** Answers `{ run: events }` from the parent: calls `fire` at 500 a second, then reports the CPU it took. */
export function onRun(fire: (index: number) => void): void {
  let fired = 0
  process.on('message', (request: { run: number }) => {
    const before = process.cpuUsage()
    const last = fired + request.run
    const timer = setInterval(() => {
      for (let burst = (EVENTS_A_SECOND * TICK_MS) / 1000; burst > 0 && fired < last; burst--) fire(fired++)
      if (fired < last) return
      clearInterval(timer)
      setTimeout(() => {
        const { user, system } = process.cpuUsage(before)
        process.send?.({ cpuSeconds: (user + system) / 1e6 })
      }, 200)
    }, TICK_MS)
  })
}
