import { Worker } from 'node:worker_threads'
import type { SeedResult } from './play-seed.ts'
import type { Profile } from './profiles.ts'

export interface Seeds {
  readonly first: number
  readonly count: number
}

/** The results of the seeds in their order, from so many threads. */
export async function playSeeds(
  profile: Profile,
  { first, count }: Seeds,
  threads: number,
): Promise<SeedResult[]> {
  const results: SeedResult[] = []
  let next = 0
  const playOn = async (): Promise<void> => {
    const worker = new Worker(new URL('./seed-worker.ts', import.meta.url))
    try {
      while (next < count) {
        const seed = first + next
        next += 1
        const { seed: played, ...result } = await ask(worker, { preset: profile.preset, seed })
        results[played - first] = result
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
