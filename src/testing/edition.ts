import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Report } from '../base/report.ts'
import type { Source } from '../base/world.ts'
import type { Request } from '../build.ts'
import { diskWorld } from '../cli/disk.ts'
import type { EditionSettings } from '../edition/edition.ts'
import { memoryWorld } from './memory-world.ts'
import { programFolder } from './project.ts'

/** A publication with all that a chapter has: notes, a table, a drawing, a theme of its own, a handout and a sheet. */
export const chapterPath = 'content/water/publication.yaml'

export const chapterFiles: Readonly<Record<string, string>> = {
  [chapterPath]: `languages: { en: { name: English }, zh-Hans: { name: 中文 } }
title: { en: Clean water, zh-Hans: 清洁的水 }
issuer: { en: The Office, zh-Hans: 办公室 }
rights: { en: Free to copy, zh-Hans: 可自由复制 }
date: 2024-03-22
layout: own
theme: own.css
outputs:
  handout: { impose: nup=2x1, paper: a3 }
  sheet: { from: sheet.yaml }
blocks:
  - heading: { en: Wells, zh-Hans: 水井 }
    id: wells
  - paragraph:
      en: Every village has a well[^a], and the old people say that it was always there.
      zh-Hans: 每个村庄都有一口井[^a]，老人们说它一直在那里。
    id: old
  - list:
      - { en: Draw water at dawn., zh-Hans: 黎明时打水。 }
      - { en: Carry it home., zh-Hans: 把水带回家。 }
  - image: drop.svg
    alt: { en: A drop, zh-Hans: 一滴水 }
notes:
  a: { en: Dug by hand., zh-Hans: 手工挖掘。 }
`,
  'content/water/own.css': 'h2 { color: #204080 }\n',
  'content/water/drop.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="15" fill="#204080"/></svg>\n',
  'content/water/sheet.yaml': `languages: { en: { name: English }, zh-Hans: { name: 中文 } }
title: { en: Water in short, zh-Hans: 水的简介 }
layout: own
blocks: [{ paragraph: { en: Boil it., zh-Hans: 煮沸它。 }, id: boil }]
`,
  // Only what it says otherwise than the shipped one that it extends.
  'templates/own/layout.yaml': 'extends: booklet\n',
  'templates/own/theme.css': 'p { orphans: 2 }\n',
}

/** Runs something with an empty folder as the project of a disk: layouts, fonts and packages are this program's. */
export function withProgram<T>(run: (source: Source) => T): T {
  const empty = mkdtempSync(join(tmpdir(), 'bifolio-edition-'))
  try {
    return run(diskWorld({ project: empty, program: programFolder, output: empty }).source)
  } finally {
    rmSync(empty, { recursive: true })
  }
}

/** A source with the files of a chapter, some of them other, over what this program has. */
export function chapterSource(behind: Source, changed: Readonly<Record<string, string>> = {}): Source {
  return memoryWorld({ ...chapterFiles, ...changed }, behind).source
}

export const chapterRequest: Request = {
  path: chapterPath,
  name: 'water',
  languages: null,
  isDraft: false,
  row: null,
  media: 'screen',
  profile: 'archive',
  date: null,
}

/** A report of which nothing is expected, and its findings as lines. */
export function reporting(): { readonly report: Report; readonly lines: () => readonly string[] } {
  const report = new Report()
  return {
    report,
    lines: () => report.diagnostics.map(({ severity, code, message }) => `${severity} ${code}: ${message}`),
  }
}

/** The first edition of the chapter. */
export const editionSettings: EditionSettings = {
  id: 'tag:example.org,2024:water',
  number: '1',
  note: null,
  supersedes: null,
  withFonts: false,
  acceptsWarnings: false,
  tools: { node: '20.19.0', zlib: '1.3.1', architecture: 'x64' },
}
