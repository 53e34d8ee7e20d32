import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    dir: 'src',
    setupFiles: ['src/testing/seed.ts', 'src/testing/quiet.ts'],
    // A machine that does other work as well is no failure: only what hangs is.
    testTimeout: 60_000,
  },
})
