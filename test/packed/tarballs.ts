import { inject } from 'vitest'
import type { Tarballs } from '../../scripts/pack.ts'
import type {} from './global-setup.ts'

/** The packed packages. @throws Error when they could not be built or packed */
export function packedTarballs(): Tarballs {
  const packed = inject('packed')
  if ('failure' in packed) throw new Error(packed.failure)
  return packed.tarballs
}
