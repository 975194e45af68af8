import { Worker } from 'node:worker_threads'
import type { SeedResult } from './play-seed.ts'
import type { Profile } from './profiles.ts'

/** The results of the seeds 1 to `count`, in their order, from so many threads. */
export async function playSeeds(profile: Profile, count: number, threads: number): Promise<SeedResult[]> {
  const results: SeedResult[] = []
  let next = 0
  const playOn = async (): Promise<void> => {
    const worker = new Worker(new URL('./seed-worker.ts', import.meta.url))
    try {
      while (next < count) {
        next += 1
        const { seed, ...result } = await ask(worker, { preset: profile.preset, seed: next })
        results[seed - 1] = result
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: threads }, playOn))
  return results
}

function ask(worker: Worker, message: object): Promise<SeedResult & { readonly seed: number }> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (result: SeedResult & { readonly seed: number }) => {
      worker.off('error', reject)
      resolve(result)
    })
    worker.postMessage(message)
  })
}
