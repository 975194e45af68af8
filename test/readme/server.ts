import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { userEnvironment } from '../../scripts/pack.ts'

/** The line that the mock server prints with `--json`. */
export interface Ready {
  readonly event: 'ready'
  readonly url: string
  readonly streamUrl: string
  readonly apiKey: string
  readonly seed: number
  readonly pid: number
}

export interface RunningCommand {
  readonly ready: Ready
  /** Ends the server and answers the exit code of the command that started it. */
  stop(): Promise<number | null>
}

/** Runs a shell command that starts a server with `--json`, until the server is ready. */
export async function startServer(command: string, cwd: string): Promise<RunningCommand> {
  const child = spawn(command, {
    cwd,
    env: userEnvironment(),
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close') as Promise<[number | null]>
  let complaints = ''
  child.stderr.on('data', (chunk) => {
    complaints += chunk
  })
  for await (const line of createInterface(child.stdout)) {
    if (!line.startsWith('{')) continue // npm says what it runs
    const ready = JSON.parse(line) as Ready
    const stop = async (): Promise<number | null> => {
      // The server itself: a shell or npm in front need not hand a signal on.
      process.kill(ready.pid, 'SIGTERM')
      return (await ended)[0]
    }
    child.stdout.resume()
    return { ready, stop }
  }
  const [code] = await ended
  throw new Error(`${command} ended with ${code}\n${complaints}`)
}
