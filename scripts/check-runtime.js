// Plain JavaScript, so that any Node can read it and say what is needed.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `openbourse needs Node 22.18 or later to run from source, and this is ${process.versions.node}. ` +
      'On Linux (x64, arm64), macOS and Windows (x64) `npm ci` brings its own; elsewhere install one first.',
  )
  process.exit(1)
}
