import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import type { Built } from '../build.ts'
import { LockedError } from '../cli/lock.ts'
import { writeOutput } from '../cli/write-output.ts'
import { findingsIn } from '../testing/run-example.ts'
import { project } from './finding.ts'

const passage = '{{#passage}}<p>{{title}}</p>{{/passage}}\n'

test('layout/many-partials: two hundred and one files', () => {
  const partials = Array.from({ length: 201 }, (_, index) => [`partials/p${index}.hbs`, ''] as const)
  const found = findingsIn(project({ 'layout.hbs': passage, ...Object.fromEntries(partials) }, ''))
  expect(found.map(({ code }) => code)).toEqual(['layout/many-partials'])
})

test('fonts/restricted: a font whose maker forbids it', () => {
  const files = {
    'fonts.yaml': '- { family: Water Serif, licence: OFL-1.1, faces: [{ file: fonts/water.ttf }] }\n',
    'fonts/water.ttf': forbidden(),
    'publication.yaml': 'languages: { en: { name: English } }\ntitle: Water\nlayout: plain\nblocks: []\n',
    'layout.hbs': passage,
    'templates/plain/theme.css': 'html { font-family: "Water Serif" }\n',
  }
  expect(findingsIn(project(files, '')).map(({ code }) => code)).toContain('fonts/restricted')
})

test('cli/locked: another build at the same time', () => {
  const report = new Report()
  const replace = () => {
    throw new LockedError('another build is writing this file')
  }
  // Only these two are looked at.
  writeOutput({ file: 'x.pdf', bytes: new Uint8Array(1) } as Built, 'out', { replace }, report)
  expect(report.diagnostics).toMatchObject([{ code: 'cli/locked', span: { file: { path: 'out/x.pdf' } } }])
})

/** A font with `fsType` 2, "Restricted License embedding" (OpenType, OS/2). */
function forbidden(): Uint8Array {
  const file = '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'
  const bytes = Uint8Array.from(readFileSync(createRequire(import.meta.url).resolve(file)))
  const view = new DataView(bytes.buffer)
  for (let table = 12; table < 12 + 16 * view.getUint16(4); table += 16) {
    const tag = String.fromCharCode(...bytes.subarray(table, table + 4))
    if (tag === 'OS/2') view.setUint16(view.getUint32(table + 8) + 8, 2)
  }
  return bytes
}
