import { expect, test, vi } from 'vitest'
import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { writeFindings } from '../cli/write-findings.ts'

const report = new Report()
report.error('x/y', 'odd', wholeFile('p.yaml'), 'mend it')

test.fails('a finding on the process’s own stream makes a test fail', () => {
  writeFindings(report.diagnostics, { format: 'text', project: '' }, process.stderr)
})

test.fails('so does a word on the console', () => {
  console.warn('odd')
})

test('what a test looks at by a spy is its own affair', () => {
  const spy = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  writeFindings(report.diagnostics, { format: 'text', project: '' }, process.stderr)
  expect(spy).toHaveBeenCalledOnce()
  spy.mockRestore()
})
