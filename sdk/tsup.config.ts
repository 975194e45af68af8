import { defineConfig } from 'tsup'

export default defineConfig({
  // Two more entries, which the package does not offer, make REST and streams files of their own: a bundler leaves out
  // whole the one that is not used.
  entry: {
    index: 'src/index.ts',
    events: 'src/events.ts',
    validation: 'src/validation.ts',
    webhooks: 'src/webhooks.ts',
    rest: 'src/rest-client.ts',
    streams: 'src/streaming/create-streams.ts',
  },
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
    entry: {
      index: 'src/index.ts',
      events: 'src/events.ts',
      validation: 'src/validation.ts',
      webhooks: 'src/webhooks.ts',
    },
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
