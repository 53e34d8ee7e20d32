import { afterEach, expect, test } from 'vitest'
import { makeProject, type Project } from '../testing/project.ts'

let project: Project | null = null
afterEach(() => {
  project?.remove()
  project = null
})

/** Three lines of 60 mm, of which one may go, on a page of 180 mm with a margin of 15 mm. */
function started(fit: string): Project {
  project = makeProject({
    'content/sheet/publication.yaml': `languages: { en: { name: English } }
title: Water
layout: sheet
${fit}blocks:
  - paragraph: Rain.
  - paragraph: Snow.
  - paragraph: Ice.
    id: ice
    priority: 1
`,
    'templates/sheet/layout.hbs':
      '{{#each chapters}}{{#each blocks}}{{#passage id=id}}<p>{{text}}</p>{{/passage}}{{/each}}{{/each}}\n',
    'templates/sheet/layout.yaml': 'fit: [{ tighten: lines }, { drop: paragraph }, { tighten: rest }]\n',
    'templates/sheet/theme.css': `@page { size: 100mm 180mm; margin: 15mm }
html { font-family: "Source Serif 4"; line-height: 60mm }
@media (bi-fit: lines) { html { line-height: 55mm } }
@media (bi-fit: rest) { html { line-height: 10mm } }
`,
  })
  return project
}

test('`--report fit` tells the steps in order, and how much room is left', () => {
  const { code, out, errors } = started('fit: 1\n').build([], { report: 'fit' })
  expect([code, errors]).toEqual([0, ''])
  expect(out.split('\n').slice(1)).toEqual([
    '  fit: 2 of 3 steps, 40.0 mm left on its page',
    '    1. tighten `lines`',
    '    2. drop the paragraph `ice` (priority 1)',
    '',
  ])
})

test('a publication that may have as many pages as it takes is told apart', () => {
  const { code, out } = started('').build([], { report: 'fit' })
  expect(code).toBe(0)
  expect(out).toMatch(/ {2}2 pages .*\n {2}fit: not asked for: it has as many pages as it takes\n$/)
})

test('JSON has it always, in millimetres', () => {
  const fit = { steps: ['tighten `lines`', 'drop the paragraph `ice` (priority 1)'], of: 3, room: 40 }
  expect(JSON.parse(started('fit: 1\n').build([], { json: true }).out)).toMatchObject({ pages: 1, fit })
  expect(JSON.parse(started('').build([], { json: true, report: 'fit' }).out)).toMatchObject({ fit: null })
})

test('what does not fit is an error with what is missing, and no file', () => {
  const { build, write } = started('fit: 1\n')
  write('templates/sheet/layout.yaml', 'fit: [{ tighten: lines }]\n')
  write(
    'templates/sheet/theme.css',
    '@page { size: 100mm 180mm; margin: 15mm }\nhtml { font-family: "Source Serif 4"; line-height: 60mm }\n@media (bi-fit: lines) { html { line-height: 55mm } }\n',
  )
  const { code, out, errors } = build([], { report: 'fit' })
  expect([code, out]).toEqual([1, ''])
  // Three times 55 mm on 150 mm.
  expect(errors).toContain('it is 15.0 mm too long for its page')
  expect(errors).toContain('without the paragraph `ice` it would be 55.0 mm shorter: add `- drop: paragraph`')
})

test('another report than `fit` is wrong usage', () => {
  const { code, errors } = started('fit: 1\n').build([], { report: 'fits' })
  expect(code).toBe(2)
  expect(errors).toContain('there is nothing to report about `fits`')
  expect(errors).toContain('did you mean `fit`?')
})
