/** Entries that go to the disk at once, and those who wait for it. */
export interface Batch {
  readonly lines: string[]
  readonly done: Promise<void>
  resolve(): void
  reject(error: unknown): void
}

export function newBatch(): Batch {
  let settle: Pick<Batch, 'resolve' | 'reject'> | undefined
  const done = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject }
  })
  // Nobody has to wait.
  done.catch(() => {})
  return {
    lines: [],
    done,
    resolve: () => settle?.resolve(),
    reject: (error) => settle?.reject(error),
  }
}
