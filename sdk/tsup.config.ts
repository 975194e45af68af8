import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts', 'src/validation.ts'],
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  treeshake: true,
  clean: true,
  // The contract and openapi-fetch travel inside: whoever installs the SDK installs nothing else.
  noExternal: [/^@openbourse\/spec/, 'openapi-fetch'],
  external: ['zod'],
  esbuildOptions(options) {
    options.conditions = ['@openbourse/source']
  },
  dts: {
    // Only what is outside node_modules gets into the declarations, so the contract's types are read where they are.
    compilerOptions: {
      baseUrl: '.',
      ignoreDeprecations: '6.0',
      paths: {
        '@openbourse/spec': ['../spec/src/index.ts'],
        '@openbourse/spec/schemas': ['../spec/src/schemas.ts'],
      },
    },
  },
})
