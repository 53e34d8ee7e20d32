import { afterEach, beforeEach } from 'vitest'

/**
 * Makes a test fail that prints: commands are handed the streams that they write to, so whatever reaches the console
 * or the process is a finding that nobody expected, or a trace that was left behind. A test that wants to see what is
 * printed there puts a spy in its place.
 */
const printed: string[] = []

const streams = [process.stdout, process.stderr] as const
const writes = streams.map((stream) => stream.write)
const methods = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const
const originals = methods.map((method) => console[method])

beforeEach(() => {
  printed.length = 0
  for (const stream of streams) {
    stream.write = (chunk: string | Uint8Array): boolean => {
      // Node hands on what a child process wrote, be it nothing.
      if (chunk.length > 0) printed.push(String(chunk))
      return true
    }
  }
  for (const method of methods) {
    console[method] = (...words: unknown[]): void => {
      printed.push(words.map(String).join(' '))
    }
  }
})

afterEach(() => {
  streams.forEach((stream, index) => {
    stream.write = writes[index] ?? stream.write
  })
  methods.forEach((method, index) => {
    console[method] = originals[index] ?? console[method]
  })
  if (printed.length > 0) throw new Error(`the test printed:\n${printed.join('\n')}`)
})
