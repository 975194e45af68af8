import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

/** A program of this project in a process of its own. */
export class Program implements AsyncDisposable {
  readonly child: ChildProcess
  stdout = ''
  stderr = ''
  readonly #exited: Promise<unknown>

  constructor(path: string, ...args: string[]) {
    this.child = spawn(process.execPath, ['--conditions=@openbourse/source', path, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#exited = once(this.child, 'close')
    this.child.stdout?.setEncoding('utf8').on('data', (text) => {
      this.stdout += text
    })
    this.child.stderr?.setEncoding('utf8').on('data', (text) => {
      this.stderr += text
    })
  }

  /** What the pattern finds on stdout, as soon as it does. */
  async printed(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.stdout)
      if (found) return found
      if (this.child.exitCode !== null) throw new Error(`exit ${this.child.exitCode}: ${this.stderr}`)
      await Promise.race([once(this.child.stdout ?? this.child, 'data'), this.#exited])
    }
  }

  async complained(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.stderr)) await once(this.child.stderr ?? this.child, 'data')
  }

  /** The exit code, once the process ended and all it printed is here. */
  async exit(): Promise<number | null> {
    await this.#exited
    return this.child.exitCode
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.child.kill('SIGKILL')
    await this.#exited
  }
}

/** The command `openbourse-mock`. */
export class Cli extends Program {
  constructor(...args: string[]) {
    super(CLI, ...args)
  }
}
