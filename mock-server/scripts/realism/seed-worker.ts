import { parentPort } from 'node:worker_threads'
import { playSeed } from './play-seed.ts'
import { PROFILES } from './profiles.ts'

/** A thread that plays the seeds that it is given. */
parentPort?.on('message', ({ preset, seed }: { preset: string; seed: number }) => {
  const profile = PROFILES.find((known) => known.preset === preset)
  if (profile === undefined) throw new Error(`There is no preset ${preset}`)
  parentPort?.postMessage({ seed, ...playSeed(profile, seed) })
})
