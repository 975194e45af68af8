/** Every code block of the readmes is run as it is written; what it needs is in its info string. */
import { execFile, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HELP } from '../mock-server/src/command-line/arguments.ts'
import { root } from '../scripts/pack.ts'
import { packedTarballs } from './packed/tarballs.ts'
import { type Block, commandsOf, parseBlocks, readBlocks, withoutDigits } from './readme/blocks.ts'
import { type RunningCommand, startServer } from './readme/server.ts'
import { UserProject } from './readme/user-project.ts'

const readmes = ['README.md', 'spec/README.md', 'sdk/README.md', 'mock-server/README.md']
const blocks = readmes.flatMap(readBlocks)
const readme = readFileSync(join(root, 'README.md'), 'utf8')

/** What shows that a command did what the text around it says; a command without an entry is not run blindly. */
const printedBy: Record<string, RegExp> = {
  'npm init -y': /"name"/,
  'npm pkg set type=module': /^$/,
  'node quotes.ts': /^((AAPL|BTC-USD) \d+\.\d\d \d+\.\d\d\n){5}$/,
  'node replay.ts':
    /^2013-10-07T13:30:00\.000000Z null null\n(.*\n)*2013-10-07T13:34:00\.000000Z 186\.50 186\.75\n$/,
  'node long-running.ts': /^connecting \n(.*\n)*live \nAAPL \d+\.\d\d \d+\.\d\d\n/,
  'node events.ts': /^quotes\.AAPL quote\n$/,
  'node sdk.ts': /^\d+\.\d\d \d+\.\d\d\n$/,
  'npx vitest run': /Test Files .*[1-9]\d* passed(?![\s\S]*failed)/,
}

const demo = 'AAPL,AMZN,AUD-USD,BRK.B,BTC-USD,ETH-USD,EUR-USD,GBP-USD,MSFT,NVDA,SOL-USD,TSLA'

const answeredTo: Record<string, (answer: unknown) => void> = {
  '/v1/orders': (order) => expect(order).toMatchObject({ orderId: expect.stringMatching(/^ord_\d+$/) }),
  '/v1/fills': (page) => expect(page).toMatchObject({ data: [{ clientOrderId: 'my-first' }] }),
  '/openapi.json': (document) => expect(document).toHaveProperty('openapi'),
  '/asyncapi.json': (document) => expect(document).toHaveProperty('asyncapi'),
  '/_mock/ready': (answer) => expect(answer).toEqual({ status: 'ready' }),
}

/** What `npm start` serves; blocks that name the default port reach it. */
let server: RunningCommand
const atServer = (code: string): string => code.replaceAll('http://127.0.0.1:4010', server.ready.url)

beforeAll(async () => {
  server = await startServer('npm start -- --port 0 --json', root)
}, 60_000)

afterAll(async () => {
  const code = await server?.stop()
  // Windows has no signals: there a process is ended, not asked to end.
  if (process.platform !== 'win32') expect(code).toBe(0)
})

const ofKind = (...kinds: Block['kind'][]): Block[] => blocks.filter(({ kind }) => kinds.includes(kind))
const after = (block: Block, kind: Block['kind']): Block | undefined => {
  const next = blocks[blocks.indexOf(block) + 1]
  return next?.kind === kind ? next : undefined
}

test.each(['sh', 'ts', 'sh demo', 'ts user-project', 'sh curl=x', ''])(
  'a block marked "%s" is refused',
  (info) => {
    expect(() => parseBlocks(`\`\`\`${info}\nx\n\`\`\``, 'README.md')).toThrow(
      /^README\.md:1: .* does not say how/,
    )
  },
)

describe('commands of the repository', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

  // `npm ci` would remove the ground under this very test; .ci/run runs `npm ci && npm test` as it is written.
  test.each(ofKind('sh setup'))('$place: $code', ({ code }) => {
    const [install, command = ''] = code.split(' && ')
    expect(install).toBe('npm ci')
    expect(scripts).toHaveProperty(command.replace(/^npm (run )?/, ''))
  })

  test('.ci/run is the test command', () => {
    const commands = ofKind('sh setup').map(({ code }) => code)
    expect(commands).toContain(readFileSync(join(root, '.ci/run'), 'utf8').trimEnd().split('\n').at(-1))
  })
})

describe('with the server of `npm start`', () => {
  const hasCurl = ['curl', 'sh'].every((program) => !spawnSync(program, ['-c', ':']).error)
  if (!hasCurl) console.warn('The curl blocks are skipped: there is no curl, or no sh, on this machine.')

  test('it is ready with the demo key', () => {
    expect(server.ready).toMatchObject({ event: 'ready', apiKey: 'mk_demo' })
  })

  test.skipIf(!hasCurl).each(ofKind('sh curl'))('$place', async (block) => {
    for (const command of commandsOf(block.code)) {
      const { stdout } = await promisify(execFile)('sh', ['-c', atServer(command)])
      const answer: unknown = parseWithoutDigits(stdout)
      const path = /http:\/\/127\.0\.0\.1:4010([^\s']*)/.exec(command)?.[1] ?? ''
      const check = answeredTo[path]
      if (!check) throw new Error(`${block.place}: nothing is said about the answer to ${path}`)
      check(answer)
      const shown = after(block, 'json answer')
      if (shown) expect(answer).toMatchObject(parseWithoutDigits(shown.code) as object)
    }
  })
})

describe("in a project of the reader's", () => {
  let project: UserProject

  beforeAll(() => {
    project = new UserProject(packedTarballs())
  })
  afterAll(() => project?.remove())

  test.each(ofKind('ts user-project', 'sh user-project', 'sh server'))(
    '$place',
    async (block) => {
      if (block.kind === 'ts user-project') project.write(block.file ?? '', atServer(block.code))
      else if (block.kind === 'sh server') await checkServer(block.code)
      else for (const command of commandsOf(block.code)) await checkCommand(block, command)
    },
    120_000,
  )

  test('an order takes at most 15 lines', () => {
    const [order] = ofKind('ts user-project')
    expect(order?.file).toBe('order.ts')
    expect(order?.code.split('\n').length).toBeLessThanOrEqual(15)
  })

  test('every program compiles strictly against the declarations', () => project.compile(), 60_000)

  async function checkCommand(block: Block, command: string): Promise<void> {
    const printed = await project.run(command)
    const shown = after(block, 'text output')
    if (shown) return expect(withoutDigits(printed)).toBe(withoutDigits(shown.code))
    if (command.startsWith('npm install')) return
    const pattern = printedBy[command]
    if (!pattern) throw new Error(`${block.place}: nothing is said about what ${command} prints`)
    expect(printed).toMatch(pattern)
  }

  async function checkServer(command: string): Promise<void> {
    const { ready, stop } = await startServer(`${command} --port 0 --json`, project.folder)
    const headers = { authorization: `Bearer ${ready.apiKey}` }
    const answer = await fetch(`${ready.url}/v1/instruments`, { headers })
    const { data } = (await answer.json()) as { data: { symbol: string }[] }
    const listed = data.map(({ symbol }) => symbol).join(',')
    expect(listed).toBe(/--symbols (\S+)/.exec(command)?.[1] ?? (command.includes('--replay') ? 'IBM' : demo))
    // The handlers that the text shows answer this one request in the mock's place.
    const { status } = await fetch(`${ready.url}/v1/limits`)
    expect(status).toBe(command.includes('--handlers') ? 503 : 200)
    const code = await stop()
    if (process.platform !== 'win32') expect(code).toBe(0)
  }
})

describe('what the text says', () => {
  test('the table of options is that of --help', () => {
    const rows = [...HELP.matchAll(/^ {2}(--\S+(?: [A-Z]\S*)?) +(.+)$/gm)]
    expect(rows.length).toBeGreaterThan(10)
    for (const [, option, text] of rows) expect(readme).toContain(`| \`${option}\` | ${text} |\n`)
  })

  test.each(readmes)('links of %s lead somewhere', async (path) => {
    const text = readFileSync(join(root, path), 'utf8')
    for (const [, target = ''] of text.matchAll(/\]\((?!https:)([^)]+)\)/g)) {
      if (target.startsWith('#')) expect(anchorsOf(text)).toContain(target)
      else if (target.startsWith('http:')) expect((await fetch(atServer(target))).status, target).toBe(200)
      else expect(existsSync(join(root, dirname(path), target)), target).toBe(true)
    }
  })
})

function anchorsOf(text: string): string[] {
  const titles = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => title)
  return titles.map(
    (title) =>
      `#${title
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-')}`,
  )
}

/** The values that are not simulated. */
function parseWithoutDigits(json: string): unknown {
  return JSON.parse(json, (_, value) => (typeof value === 'string' ? withoutDigits(value) : value))
}
