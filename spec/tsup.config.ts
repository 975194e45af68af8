import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts', 'src/schemas.ts', 'src/documents.ts'],
  format: ['esm'],
  target: 'es2023',
  dts: true,
  clean: true,
  treeshake: false,
})
