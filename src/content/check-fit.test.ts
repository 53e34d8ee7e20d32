import { expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import { checkSteps } from './check-fit.ts'
import { layoutSettings } from './layout-settings.ts'
import { load } from './load.ts'

function stepsIn(yaml: string) {
  const report = new Report()
  const loaded = load('layout.yaml', new TextEncoder().encode(yaml), report)
  const settings = loaded && layoutSettings(loaded, report)
  return { fit: settings?.fit ?? null, report }
}

test.each([
  ['fit: [{ tigten: gaps }]', '1:9 content/unknown-key', 'did you mean `tighten`?'],
  ['fit:\n  - drop: fact', '2:11 content/wrong-value', 'expected `heading`'],
  ['fit:\n  - { tighten: a, drop: facts }', '2:7 content/wrong-value', 'one thing to do'],
  ['fit: [facts]', '1:7 content/wrong-value', 'expected a map'],
  ['fit: gaps', '1:6 content/wrong-value', 'expected a list'],
  ['fit: [{}]', '1:7 content/wrong-value', 'one thing to do'],
  ['fit: [{ tighten: a b }]', '1:18 content/wrong-value', 'letters, digits and hyphens'],
])('%s: what is wrong with a step is found at its place', (yaml, at, words) => {
  const { report } = stepsIn(yaml)
  const [found, ...others] = report.diagnostics
  expect(others).toEqual([])
  expect(found && `${place(found.span)} ${found.code}`).toBe(`layout.yaml:${at}`)
  expect([found?.message, ...(found?.hints ?? [])].join('\n')).toContain(words)
})

test('a layout that says nothing of steps has none, which is not the same as an empty list', () => {
  expect(stepsIn('extends: base').fit).toBeNull()
  expect(stepsIn('fit: []').fit).toEqual([])
  expect(stepsIn('fit: [{ tighten: gaps }, { drop: data-table }]').fit).toMatchObject([
    { kind: 'tighten', name: 'gaps' },
    { kind: 'drop', what: 'data-table' },
  ])
})

/** What is said of steps where a theme names some. */
function check(fit: string, named: readonly string[], passedOver = 'fit: []') {
  const file = { path: 'theme.css', text: named.join('\n') }
  const places = named.map((name) => {
    const start = file.text.indexOf(name)
    return [name, { file, start, end: start + name.length }] as const
  })
  const report = new Report()
  const steps = { fit: stepsIn(fit).fit ?? [], passedOver: stepsIn(passedOver).fit ?? [] }
  checkSteps(steps, new Map(places), report)
  return report.diagnostics.map(
    ({ code, span, related }) =>
      `${place(span)} ${code}${related.map(({ at }) => ` see ${place(at)}`).join('')}`,
  )
}

test('a step that no rule of the theme waits for is an error, with both places where one is near', () => {
  expect(check('fit: [{ tighten: gasp }]', ['leading', 'gaps'])).toEqual([
    'layout.yaml:1:18 layout/unknown-step see theme.css:2:1',
    'theme.css:1:1 layout/unused-step',
  ])
  expect(check('fit: [{ tighten: gaps }]', [])).toEqual(['layout.yaml:1:18 layout/unknown-step'])
})

test('rules that wait for a step that nobody takes are a warning, unless a layout below takes it', () => {
  expect(check('fit: [{ tighten: gaps }]', ['gaps', 'gap'])).toEqual([
    'theme.css:1:1 layout/unused-step see layout.yaml:1:18',
  ])
  expect(check('fit: [{ tighten: gaps }]', ['gaps', 'leading'], 'fit: [{ tighten: leading }]')).toEqual([])
})
