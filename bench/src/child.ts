import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'

const CLOCK_TICKS_A_SECOND = 100

export interface Child {
  readonly process: ChildProcess
  /** CPU seconds that the child has used so far, user and system. */
  cpuSeconds(): number
  stop(): Promise<void>
}

export function start(command: string, args: readonly string[], options: { cwd?: string } = {}): Child {
  const child = spawn(command, args, { cwd: options.cwd, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  return {
    process: child,
    cpuSeconds: () => cpuSecondsOf(child.pid ?? 0),
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}

/** Waits for a message that the child sends over IPC. */
export function message<T>(child: Child): Promise<T> {
  return new Promise((resolve, reject) => {
    child.process.once('message', (value) => resolve(value as T))
    child.process.once('exit', (code) =>
      reject(new Error(`the child ended with ${code} before it was ready`)),
    )
  })
}

export async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Asks until somebody answers; resolves with the milliseconds that it took. */
export async function firstAnswer(url: string, headers: Record<string, string> = {}): Promise<number> {
  const start = performance.now()
  for (;;) {
    try {
      await fetch(url, { headers })
      return performance.now() - start
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    if (performance.now() - start > 60_000) throw new Error(`${url} did not answer within a minute`)
  }
}

function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS_A_SECOND
}
