import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { Folder, quotePair, tradeLine } from '../../mock-server/test/market/fixtures.ts'
import { freshFolder, packages, root, run, type Tarballs, userEnvironment } from '../../scripts/pack.ts'

/** A project of the reader's, outside the repository, in which packages are installed from their tarballs. */
export class UserProject {
  readonly folder = freshFolder('user-project')
  readonly #tarballs: Tarballs
  readonly #files: string[] = []

  constructor(tarballs: Tarballs) {
    this.#tarballs = tarballs
    writeRecordings(this.folder)
  }

  write(name: string, code: string): void {
    writeFileSync(join(this.folder, name), `${code}\n`)
    this.#files.push(name)
  }

  /** Runs a command as the reader types it; answers what it printed. @throws Error when it fails or complains */
  async run(command: string): Promise<string> {
    const options = { cwd: this.folder, env: userEnvironment() }
    const shell = process.platform === 'win32' ? ['cmd', '/d', '/s', '/c'] : ['sh', '-c']
    const [program = '', ...flags] = shell
    const line = command.startsWith('npm install') ? this.#fromTarballs(command) : command
    const { stdout, stderr } = await promisify(execFile)(program, [...flags, line], options)
    if (command.startsWith('node') && stderr !== '') throw new Error(`${command}: ${stderr}`)
    return stdout
  }

  /** Compiles every file that was written, strictly, against the installed packages. */
  async compile(): Promise<void> {
    const types = join(root, 'node_modules', '@types')
    const compilerOptions = {
      ...{ strict: true, noEmit: true, target: 'es2023', module: 'nodenext', skipLibCheck: true },
      ...{ lib: ['es2023', 'dom', 'dom.iterable', 'esnext.disposable'], types: ['node'], typeRoots: [types] },
      paths: { ws: [join(types, 'ws', 'index.d.mts')] },
    }
    const files = this.#files.filter((name) => name.endsWith('.ts'))
    writeFileSync(join(this.folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    await run(process.execPath, [compiler, '--project', '.'], this.folder)
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** The same with files in place of names; what they need of each other comes along. */
  #fromTarballs(command: string): string {
    let line = `${command} --prefer-offline --no-audit --no-fund`
    for (const name of packages) line = line.replace(`@openbourse/${name}`, this.#tarballs[name])
    if (line.includes(basename(this.#tarballs['mock-server']))) line += ` ${this.#tarballs.spec}`
    return line
  }
}

/** Five minutes of a recorded day, in `tick/ibm`. */
function writeRecordings(target: string): void {
  using recordings = new Folder()
  const minutes = [0, 1, 2, 3, 4]
  const quotes = minutes.flatMap((minute) =>
    quotePair(`09:3${minute}:00.000`, [182.5 + minute, 300], [182.75 + minute, 200]),
  )
  recordings.ticks('quote', quotes)
  recordings.ticks('trade', [tradeLine('09:30:30.000', 182.75, 100)])
  mkdirSync(join(target, 'tick'))
  cpSync(join(recordings.path, 'tick'), join(target, 'tick'), { recursive: true })
}
