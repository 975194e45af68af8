import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parseCli } from '../../src/command-line/arguments.ts'
import { UsageError } from '../../src/command-line/usage-error.ts'
import { Folder, quotePair } from '../market/fixtures.ts'
import { eventsOf } from '../transports/sockets.ts'
import { Cli } from './run-cli.ts'

test('--json prints one line, the server answers, SIGTERM closes streams with 1001 and exits 0', async () => {
  await using cli = new Cli('--port', '0', '--json', '--seed', '7', '--symbols', 'AAPL,ZZZZ')
  const [line] = await cli.printed(/^.*\n/)
  const ready = JSON.parse(line)
  expect(ready).toEqual({
    event: 'ready',
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    streamUrl: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/v1\/stream$/),
    apiKey: 'mk_demo',
    seed: 7,
    pid: cli.child.pid,
  })
  expect(await (await fetch(`${ready.url}/_mock/ready`)).json()).toEqual({ status: 'ready' })
  const quotes = await fetch(`${ready.url}/v1/quotes/latest?symbols=AAPL&symbols=ZZZZ`, {
    headers: { authorization: 'Bearer mk_demo' },
  })
  expect(((await quotes.json()) as { data: unknown[] }).data).toHaveLength(2)
  const stream = new WebSocket(ready.streamUrl)
  const events = eventsOf(stream)
  expect(await events.next()).toBe('open')
  // Whoever does not say who it is, is sent away after five seconds, which a busy machine takes for the next step.
  stream.send(JSON.stringify({ type: 'authenticate', id: '1', token: ready.apiKey }))
  const taken = new Cli('--port', new URL(ready.url).port)
  expect(await taken.exit()).toBe(1)
  expect(taken.stderr).toMatch(/^openbourse-mock: 127\.0\.0\.1:\d+ is taken; .*\n$/)
  cli.child.kill('SIGTERM')
  expect((await events.rest()).at(-1)).toMatch(/^close 1001/)
  expect(await cli.exit()).toBe(0)
  expect(cli.stdout).toBe(line)
  expect(cli.stderr).toBe('')
})

test('SIGTERM ends within two seconds, whatever clients keep open', async () => {
  await using cli = new Cli('--port', '0', '--json')
  const { url, streamUrl } = JSON.parse((await cli.printed(/^.*\n/))[0])
  const port = Number(new URL(url).port)
  const socket = new WebSocket(streamUrl)
  await eventsOf(socket).next()
  // One that is idle after an answer, and one in the middle of its headers.
  for (const text of ['GET /v1/time HTTP/1.1\r\nHost: localhost\r\n\r\n', 'POST / HTTP/1.1\r\nHost: loc']) {
    await new Promise<void>((resolve) => {
      const client = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
      client.on('error', () => {})
      client.write(text, () => (text.startsWith('GET') ? client.once('data', () => resolve()) : resolve()))
    })
  }
  const sentAt = performance.now()
  cli.child.kill('SIGTERM')
  expect(await cli.exit()).toBe(0)
  expect(performance.now() - sentAt).toBeLessThan(2000)
})

test('a reader that goes after the first line is no fault', async () => {
  await using cli = new Cli('--help')
  cli.child.stdout?.destroy()
  expect(await cli.exit()).toBe(0)
  expect(cli.stderr).toBe('')
})

test('the greeting has a curl line that works, and handlers of the user answer first', async () => {
  const handlers = fileURLToPath(new URL('handlers-fixture.ts', import.meta.url))
  await using cli = new Cli('--port', '0', '--handlers', handlers)
  const [, header = '', url = ''] = await cli.printed(/curl -H '([^']+)' '([^']+)'\n/)
  const [name = '', value = ''] = header.split(': ')
  const quote = await fetch(url, { headers: { [name]: value } })
  expect(quote.status).toBe(200)
  expect(await (await fetch(new URL('/v1/time', url))).json()).toEqual({ world: 'mine' })
  cli.child.kill('SIGINT')
  expect(await cli.exit()).toBe(0)
})

test('a broken recording is told in one line, and the server keeps serving what it had', async () => {
  using folder = new Folder()
  const lines = [...quotePair('09:30:00', [182.5, 300], [182.6, 100]), 'nonsense']
  const path = folder.ticks('quote', lines)
  await using cli = new Cli('--port', '0', '--json', '--replay', path, '--speed', '50')
  const { url } = JSON.parse((await cli.printed(/^.*\n/))[0])
  await cli.complained(/\n/)
  expect(cli.stderr).toMatch(/^openbourse-mock: .*20131007_quote\.zip:3:\d+: .*\n$/)
  const answer = await fetch(`${url}/v1/quotes/latest?symbols=IBM`, {
    headers: { authorization: 'Bearer mk_demo' },
  })
  expect(await answer.json()).toMatchObject({ data: [{ bidPrice: '182.50', askPrice: '182.60' }] })
})

test('--show-secrets prints what signs, --strict-auth refuses the plain key, --keys is checked', async () => {
  await using cli = new Cli('--port', '0', '--json', '--show-secrets', '--strict-auth')
  const { url, signingKeys } = JSON.parse((await cli.printed(/^.*\n/))[0])
  expect(signingKeys).toEqual([
    { keyId: 'mk_demo_hmac', secret: expect.any(String) },
    { keyId: 'mk_demo_ed25519', privateKey: expect.stringContaining('BEGIN PRIVATE KEY') },
  ])
  const refused = await fetch(`${url}/v1/accounts`, { headers: { authorization: 'Bearer mk_demo' } })
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([401, 'key-unknown'])
  using folder = new Folder()
  const keys = folder.write(
    'keys.json',
    JSON.stringify([{ keyId: 'pk_bot', secret: 'hidden-hidden-hidden' }]),
  )
  await using wrong = new Cli('--port', '0', '--keys', keys)
  expect(await wrong.exit()).toBe(1)
  expect(wrong.stderr).toMatch(/^openbourse-mock: keys\/0\/keyId begins with mk_.*\n$/)
  expect(wrong.stderr).not.toContain('hidden')
})

test('what cannot be read ends with 1 and one line', async () => {
  await using cli = new Cli('--port', '0', '--replay', 'no-such-file.zip')
  expect(await cli.exit()).toBe(1)
  expect(cli.stderr).toMatch(/^openbourse-mock: .*no-such-file\.zip.*\n$/)
})

test.each([
  ['no module', 'nowhere.mjs', /nowhere\.mjs: Cannot find module/],
  ['a module without handlers', 'run-cli.ts', /run-cli\.ts must export an array of MSW handlers/],
])('%s for --handlers ends with 1 and one line that names it', async (_name, file, message) => {
  const path = fileURLToPath(new URL(file, import.meta.url))
  await using cli = new Cli('--port', '0', '--handlers', path)
  expect(await cli.exit()).toBe(1)
  expect(cli.stderr).toMatch(message)
  expect(cli.stderr).toMatch(/^openbourse-mock: [^\n]*\n$/)
})

test('wrong usage ends with 2 and one line', async () => {
  await using cli = new Cli('--prot', '1')
  expect(await cli.exit()).toBe(2)
  expect(cli.stderr).toMatch(/^openbourse-mock: Unknown option '--prot'.*--help\n$/)
  expect(cli.stdout).toBe('')
})

test.each([
  [['--port', '70000'], /--port takes a whole number from 0 to 65535, not "70000"/],
  [['--seed', '-1'], /--seed/],
  [['--seed', '1.5'], /--seed takes a whole number/],
  [['--symbols', 'aapl'], /--symbols takes names like AAPL,BRK\.B,BTC-USD, not "aapl"/],
  [['--symbols', ''], /--symbols/],
  [['--cors', 'localhost'], /--cors: An origin is written like/],
  [['--limits', 'strict'], /--limits takes relaxed or realistic, not "strict"/],
  [
    ['--webhook-allow', '10.0.0.0/40'],
    /--webhook-allow takes a range of addresses like 10\.0\.0\.0\/8 or fd00::\/8, not "10\.0\.0\.0\/40"/,
  ],
  [['--market', 'wild'], /--market takes calm, orderFlow, gbm, not "wild"/],
  [['--calendar', 'XLON'], /--calendar takes XNYS, 24x5, 24x7, or these by class .*, not "XLON"/],
  [['--calendar', 'stocks=XNYS'], /by class \(usEquity, crypto, fx\).*, not "stocks=XNYS"/],
  [['--calendar', 'fx=24x5,fx=24x7'], /--calendar names fx twice/],
  [['--calendar', 'fx='], /--calendar takes XNYS.*, not ""/],
  [['--calendar', 'usEquity=XNYS=24x5'], /--calendar takes XNYS, .* not "usEquity=XNYS=24x5"/],
  [['--auction-random-end', '30000'], /--auction-random-end needs a calendar with auctions: --calendar XNYS/],
  [['--auction-random-end', '30000', '--calendar', '24x5'], /--auction-random-end needs a calendar with auc/],
  [['--volatility', 'bands'], /--volatility takes priceBands, reprice, marketWide, not "bands"/],
  [['--calendar', 'XNYS', '--volatility', 'reprice'], /--volatility reprice needs priceBands/],
  [['--volatility', 'marketWide'], /--volatility needs sessions of stocks: --calendar XNYS/],
  [['--volatility', 'marketWide', '--calendar', 'fx=24x5'], /needs sessions of stocks/],
  [['--calendar', 'XNYS', '--volatility', 'marketWide', '--tier2', 'A'], /--tier2 needs --volatility priceB/],
  [['--calendar', 'XNYS', '--volatility', 'priceBands', '--tier2', 'a'], /--tier2 takes names like AAPL/],
  [['--fees', 'usRetail,free'], /--fees: there is no schedule free; there are usRetail, .*, krakenLike/],
  [['--fees', 'usRetail,perShare'], /--fees: two schedules for usEquity/],
  [['--replay', 'a', '--speed', 'fast'], /--speed takes a number above 0 or max, not "fast"/],
  [['--speed', '2'], /--speed needs --replay/],
  [['--from', '2013-10-07T13:30:00Z'], /--from needs --replay/],
  [['--replay', 'a', '--from', '13:30'], /--from takes a time like 2013-10-07T13:30:00Z, not "13:30"/],
  [
    ['--replay', 'a', '--from', '2013-10-07T13:30:00Z', '--until', '2013-10-07T13:30:00Z'],
    /--until .* must be after --from/,
  ],
  [['--json', '--quiet'], /exclude each other/],
  [['--journal', ''], /--journal takes the path of a file/],
  [['--journal', 'a', '--journal-sync', 'never'], /--journal-sync takes always or interval, not "never"/],
  [['--journal-sync', 'always'], /--journal-sync needs --journal PATH/],
  [['--journal', 'a', '--replay', 'b'], /--journal and --replay exclude each other/],
  [['--show-secrets', '--quiet'], /exclude each other/],
  [['stray'], /stray/],
])('%j is wrong usage', (args, message) => {
  expect(() => parseCli(args)).toThrow(UsageError)
  expect(() => parseCli(args)).toThrow(message)
})

test('every option is read', () => {
  const args =
    '--port 0 --host ::1 --seed 5 --symbols A,BRK.B --market orderFlow --calendar XNYS --limits realistic --fees usRetail,cryptoTiers --allow-host mock.test --cors http://a.test --cors http://b.test --handlers h.ts --keys k.json --strict-auth --webhook-allow 10.0.0.0/8 --webhook-allow ::1 --show-secrets --json --replay a b --replay c --speed max --from 2013-10-07T13:30:00Z --until 2013-10-07T13:35:00Z'
  expect(parseCli(args.split(' '))).toEqual({
    action: 'serve',
    serve: {
      options: {
        port: 0,
        host: '::1',
        seed: 5,
        symbols: ['A', 'BRK.B'],
        market: 'orderFlow',
        calendar: 'XNYS',
        limits: 'realistic',
        fees: ['usRetail', 'cryptoTiers'],
        allowHosts: ['mock.test'],
        cors: { origins: ['http://a.test', 'http://b.test'] },
        replay: {
          paths: ['a', 'b', 'c'],
          speed: 'max',
          from: '2013-10-07T13:30:00Z',
          until: '2013-10-07T13:35:00Z',
        },
        strictAuth: true,
        webhookAllow: ['10.0.0.0/8', '::1'],
      },
      handlersFile: 'h.ts',
      keysFile: 'k.json',
      showSecrets: true,
      output: 'json',
    },
  })
  const sessions =
    '--auction-random-end 30000 --calendar usEquity=XNYS,fx=24x5 --volatility priceBands,reprice,marketWide --tier2 TSLA,ZZZ'
  expect(parseCli(sessions.split(' '))).toMatchObject({
    serve: {
      options: {
        auctionRandomEndMs: 30_000,
        calendar: { usEquity: 'XNYS', fx: '24x5' },
        volatility: { priceBands: true, beyondBands: 'reprice', marketWide: true, tier2: ['TSLA', 'ZZZ'] },
      },
    },
  })
  const kept = parseCli(['--journal', 'w.journal', '--journal-sync', 'always'])
  expect(kept).toMatchObject({ serve: { options: { journal: { path: 'w.journal', sync: 'always' } } } })
  expect(parseCli(['--help'])).toEqual({ action: 'help' })
  expect(parseCli(['--version'])).toEqual({ action: 'version' })
})
