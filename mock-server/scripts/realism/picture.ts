import { BINS, type Curves } from './curves.ts'

const WIDTH = 400
const HEIGHT = 240
const LEFT = 46
const RIGHT = 12
const TOP = 34
const BOTTOM = 34
const BLUE = '#2563a8'
const ORANGE = '#c2570c'
const GREY = '#8a8f98'

interface Line {
  readonly name: string
  readonly color: string
  readonly points: readonly (readonly [x: number, y: number])[]
}

interface Panel {
  readonly title: string
  readonly x: string
  readonly lines: readonly Line[]
  readonly bars?: readonly (readonly [x: number, y: number])[]
  /** The y axis counts powers of ten. */
  readonly logarithmic?: boolean
}

/** One SVG with the four panels of a preset. */
export function picture(name: string, curves: Curves): string {
  const panels = [returnsPanel(curves), acfPanel(curves), bookPanel(curves), volumePanel(curves)]
  const drawn = panels.map((panel, index) => {
    const [column, row] = [index % 2, Math.floor(index / 2)]
    return `<g transform="translate(${column * WIDTH} ${row * HEIGHT + 24})">${draw(panel)}</g>`
  })
  const [width, height] = [2 * WIDTH, 2 * HEIGHT + 24]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="11" role="img" aria-label="Statistics of ${name}">
<rect width="${width}" height="${height}" fill="#ffffff"/>
<text x="12" y="18" font-size="14" fill="#111111">${name}</text>
${drawn.join('\n')}
</svg>
`
}

function returnsPanel({ returns }: Curves): Panel {
  const middle = (bin: number): number => (bin + 0.5 - BINS / 2) / 2
  const gauss = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / 2
  const points = returns.map((share, bin) => [middle(bin), share] as const)
  return {
    title: '10 s returns, share (log scale)',
    x: 'standard deviations',
    logarithmic: true,
    lines: [
      { name: 'simulated', color: BLUE, points },
      { name: 'normal', color: GREY, points: points.map(([z]) => [z, gauss(z)] as const) },
    ],
  }
}

function acfPanel({ absoluteAcf, plainAcf, signAcf }: Curves): Panel {
  const byLag = (values: readonly number[]) =>
    values.slice(0, 60).map((value, index) => [index + 1, value] as const)
  return {
    title: 'autocorrelation',
    x: 'lag: 10 s steps, market orders',
    lines: [
      { name: 'absolute returns', color: BLUE, points: byLag(absoluteAcf) },
      { name: 'returns', color: GREY, points: byLag(plainAcf) },
      { name: 'signs of market orders', color: ORANGE, points: byLag(signAcf) },
    ],
  }
}

function bookPanel({ depths }: Curves): Panel {
  return {
    title: 'mean depth over that of the best level',
    x: 'level',
    lines: [],
    bars: depths.map((depth, index) => [index + 1, depth]),
  }
}

function volumePanel({ volumes }: Curves): Panel {
  return {
    title: 'volume by thirteenths of the time, mean 1',
    x: 'part of the session or run',
    lines: [],
    bars: volumes.map((volume, index) => [index + 1, volume]),
  }
}

function draw({ title, x, lines, bars = [], logarithmic = false }: Panel): string {
  const points = [...lines.flatMap((line) => line.points), ...bars].filter(
    ([, y]) => !logarithmic || y >= FLOOR,
  )
  const [low, high] = logarithmic ? [FLOOR, 1] : yRange(points.map(([, y]) => y))
  const xs = points.map(([at]) => at)
  const margin = bars.length > 0 ? 0.6 : 0
  const [from, to] = [Math.min(...xs) - margin, Math.max(...xs) + margin]
  const scale = (y: number): number => (logarithmic ? Math.log10(y) : y)
  const px = (at: number): number => round(LEFT + ((at - from) / (to - from)) * (WIDTH - LEFT - RIGHT))
  const py = (y: number): number =>
    round(HEIGHT - BOTTOM - ((scale(y) - scale(low)) / (scale(high) - scale(low))) * (HEIGHT - TOP - BOTTOM))
  const width = round(((WIDTH - LEFT - RIGHT) / (to - from)) * 0.7)
  const out = [`<text x="${LEFT}" y="14" fill="#111111">${title}</text>`]
  for (const tick of ticksOf(low, high, logarithmic)) {
    out.push(`<path d="M${LEFT} ${py(tick)}H${WIDTH - RIGHT}" stroke="#e3e5e8"/>`)
    out.push(
      `<text x="${LEFT - 5}" y="${py(tick) + 4}" text-anchor="end" fill="${GREY}">${label(tick)}</text>`,
    )
  }
  for (const [at, y] of bars) {
    const [top, base] = [py(Math.max(y, low)), py(Math.max(low, 0))]
    out.push(
      `<rect x="${round(px(at) - width / 2)}" y="${top}" width="${width}" height="${round(base - top)}" fill="${BLUE}"/>`,
    )
  }
  for (const [index, line] of lines.entries()) {
    const path = line.points.filter(([, y]) => !logarithmic || y >= FLOOR)
    const d = path.map(([at, y], place) => `${place === 0 ? 'M' : 'L'}${px(at)} ${py(y)}`).join('')
    out.push(`<path d="${d}" fill="none" stroke="${line.color}" stroke-width="1.5"/>`)
    out.push(
      `<text x="${WIDTH - RIGHT}" y="${TOP + 4 + 13 * index}" text-anchor="end" fill="${line.color}">${line.name}</text>`,
    )
  }
  out.push(`<text x="${LEFT}" y="${HEIGHT - 10}" fill="${GREY}">${round(from + margin)}</text>`)
  out.push(
    `<text x="${(WIDTH + LEFT) / 2}" y="${HEIGHT - 10}" text-anchor="middle" fill="${GREY}">${x}</text>`,
  )
  out.push(
    `<text x="${WIDTH - RIGHT}" y="${HEIGHT - 10}" text-anchor="end" fill="${GREY}">${round(to - margin)}</text>`,
  )
  return out.join('')
}

/** Shares below this are one return in a long run. */
const FLOOR = 1e-5

function yRange(ys: readonly number[]): [number, number] {
  const high = Math.max(...ys, 0)
  return [Math.min(...ys, 0), high === 0 ? 1 : high * 1.1]
}

function ticksOf(low: number, high: number, logarithmic: boolean): number[] {
  if (logarithmic) return [1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1]
  const rough = (high - low) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough
  const ticks: number[] = []
  for (let tick = Math.ceil(low / step) * step; tick <= high; tick += step) ticks.push(tick)
  return ticks
}

function label(value: number): string {
  return value !== 0 && Math.abs(value) < 0.001 ? value.toExponential() : String(Number(value.toPrecision(2)))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
