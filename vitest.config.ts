import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { dir: 'src', setupFiles: ['src/testing/seed.ts', 'src/testing/quiet.ts'] },
})
