import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { keepWorkshop } from '../read.ts'
import { makeProject, type Project, programFolder } from '../testing/project.ts'
import { type CalibrateOptions, calibrateCommand } from './calibrate-command.ts'

const opener = keepWorkshop()
const projects: Project[] = []

afterEach(() => {
  for (const project of projects.splice(0)) project.remove()
})

/** Runs `bifolio print --calibrate` in an empty project, several times with the options given. */
function run(...all: readonly Partial<CalibrateOptions>[]) {
  return runIn({}, ...all)
}

function runIn(files: Readonly<Record<string, string>>, ...all: readonly Partial<CalibrateOptions>[]) {
  const project = makeProject(files)
  projects.push(project)
  const printed = { out: '', errors: '' }
  let code = 0
  for (const options of all) {
    printed.out = ''
    printed.errors = ''
    code = calibrateCommand(
      [],
      { out: 'output', profile: 'archive', media: 'screen', calibrate: true, ...options },
      {
        project: project.folder,
        program: programFolder,
        out: { write: (text: string) => (printed.out += text) },
        errors: { write: (text: string) => (printed.errors += text) },
        openWorkshop: opener,
        epoch: undefined,
      },
    )
  }
  const file = (name: string): string => join(project.folder, 'output', name)
  return { code, ...printed, file }
}

test('writes a test sheet, and says what to do with it', () => {
  const { code, out, errors, file } = run({})
  expect(errors).toBe('')
  expect(code).toBe(0)
  expect(out).toMatch(/^output\/calibration\.pdf {2}2 pages .* en, zh-Hans {2}PDF\/A-3a, PDF\/UA-1 {2}/)
  expect(out).toContain('print it on A4: both sides, flip on long edge, actual size (100 %)')
  expect(readFileSync(file('calibration.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  expect(existsSync(file('printers.yaml'))).toBe(false)
})

test('makes it for Letter, upright, in other languages', () => {
  const { code, out } = run({ paper: 'Letter', calibrate: 'portrait', languages: 'es,pt' })
  expect(code).toBe(0)
  expect(out).toContain('2 pages')
  expect(out).toContain('  es, en  ')
  expect(out).toContain('print it on Letter')
})

test('is set in the faces of this program, whatever those of the project are', () => {
  const fonts = '- family: Mine\n  licence: OFL-1.1\n  faces:\n    - { weight: 400, file: fonts/mine.ttf }\n'
  const usual = run({})
  const own = runIn({ 'fonts/fonts.yaml': fonts }, {})
  expect(own.errors).toBe('')
  const bytes = [usual, own].map(({ file }) => readFileSync(file('calibration.pdf')))
  expect(bytes[0]?.equals(bytes[1] ?? Buffer.from(''))).toBe(true)
})

test('keeps an answer, and makes no sheet then', () => {
  const { code, out, errors, file } = run(
    { answer: 'b5', printer: 'office' },
    { answer: 'E4', printer: 'office' },
  )
  expect(errors).toBe('')
  expect(code).toBe(0)
  expect(out).toContain('output/printers.yaml: office turns tall sheets, like the page of a book')
  expect(out).toContain('--printer office')
  expect(readFileSync(file('printers.yaml'), 'utf8')).toContain(
    '  "office":\n    landscape: calendar\n    portrait: book\n    edge: 4\n',
  )
  expect(existsSync(file('calibration.pdf'))).toBe(false)
})

test.each([
  [{ answer: 'B16' }, '--answer', '`B16` is no answer of a test sheet'],
  [{ answer: 'C5' }, '--answer', 'the letter of `C5` stands behind no marked corner'],
  [
    { calibrate: 'portrait', answer: 'B5' },
    '--answer',
    'landscape has the letter of `B5`, not the one that is portrait',
  ],
  [{ answer: 'B5', printer: 'a"b' }, '--printer', '`a"b` is no name for a printer'],
  [{ answer: 'B5', printer: 'x'.repeat(61) }, '--printer', 'is no name for a printer'],
  [{ paper: 'a3' }, '--paper', 'there is no test sheet for `a3`'],
  [{ calibrate: 'upright' }, '--calibrate', '`upright` is no way up of a sheet'],
  [{ profile: 'archival' }, '--profile', '`archival` is no profile'],
])('%j is wrong usage', (options, place, message) => {
  const { code, out, errors, file } = run(options)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(errors).toContain(`${place}: error: `)
  expect(errors).toContain(message)
  expect(errors).toContain('cli/usage')
  expect(existsSync(file('calibration.pdf')) || existsSync(file('printers.yaml'))).toBe(false)
})

test('tells machines what it keeps', () => {
  const { code, out } = run({ answer: 'A3', json: true })
  expect(code).toBe(0)
  expect(JSON.parse(out)).toEqual({
    path: 'output/printers.yaml',
    printer: 'default',
    orientation: 'landscape',
    turn: 'book',
  })
})
