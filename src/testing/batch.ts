import { Report } from '../base/report.ts'
import type { Source } from '../base/world.ts'
import { alone } from '../batch/alone.ts'
import { combine } from '../batch/combine.ts'
import { type Desk, openDesk } from '../batch/desk.ts'
import { readLeft, stillKnown } from '../batch/known.ts'
import type { Combined } from '../batch/manifest.ts'
import { readBatch } from '../batch/read-batch.ts'
import { closeBatch, type Ran, type Run, runBatch } from '../batch/run.ts'
import type { Store } from '../batch/store.ts'
import type { BatchSettings } from '../batch/unit.ts'
import { diskWorld } from '../cli/disk.ts'
import { producer } from '../describe.ts'
import { openWorkshop } from '../read.ts'
import { memoryWorld } from './memory-world.ts'
import { programFolder } from './project.ts'

export const sheetPath = 'content/towns/sheet.yaml'
export const dataPath = 'content/towns/towns.csv'

const sheet = `languages: { en: { name: English } }
layout: town
rows: towns.csv
file: \${code}
title: \${name}
blocks:
  - paragraph: { en: "\${name} has \${people} people." }
`

/** A pattern of one line, whose files take a few milliseconds each; `rows` as CSV below `code,name,people`. */
export function townFiles(rows: string): Readonly<Record<string, string>> {
  return {
    [sheetPath]: sheet,
    [dataPath]: `code,name,people\n${rows}`,
    'templates/town/layout.yaml': 'extends: base\n',
    'templates/town/layout.hbs':
      '{{#passage}}<h1>{{title}}</h1>{{/passage}}<div class="body">{{#each chapters}}{{#each blocks}}{{> (lookup this "kind")}}{{/each}}{{/each}}</div>',
    'templates/town/theme.css':
      '@page { size: 105mm 148mm; margin: 10mm } html, h1, bi-version { font-family: "Source Sans 3" }',
  }
}

export const settings: BatchSettings = {
  languages: null,
  isDraft: false,
  media: 'screen',
  profile: 'archive',
  date: null,
}

/** The files in memory; fonts and base layouts are this program's. */
export function townSource(files: Readonly<Record<string, string>>): Source {
  const disk = diskWorld({ project: programFolder, program: programFolder, output: programFolder })
  return memoryWorld(files, disk.source).source
}

/** An output folder in memory. */
export function memoryStore(): Store & { readonly files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>()
  return {
    files,
    read: (file) => files.get(file) ?? null,
    write: (file, bytes) => {
      files.set(file, bytes)
    },
    append: (file, bytes) => {
      files.set(file, Buffer.concat([files.get(file) ?? Buffer.alloc(0), bytes]))
    },
    remove: (file) => {
      files.delete(file)
    },
  }
}

export interface TownOptions {
  /** Desks that work at the same time, each with faces of its own. */
  readonly desks?: number
  readonly combine?: boolean
  /** Files after which the run is stopped. */
  readonly stopAfter?: number
}

export interface Towns {
  readonly ran: Ran
  readonly combined: Combined | null
  readonly report: Report
}

/** Runs a batch of towns over a store, as `bifolio batch` does. */
export async function runTowns(
  files: Readonly<Record<string, string>>,
  store: Store,
  { desks = 1, combine: isCombined = false, stopAfter = Number.POSITIVE_INFINITY }: TownOptions = {},
): Promise<Towns> {
  const source = townSource(files)
  const report = new Report()
  const batch = readBatch(sheetPath, null, source, report)
  if (!batch) throw new Error(report.diagnostics.map(({ message }) => message).join('; '))
  const known = stillKnown(readLeft(store, sheetPath), dataPath, source)
  const open = (): Desk => openDesk(source, (seen) => openWorkshop(seen, new Report()), store.write)
  let count = 0
  const run: Run = {
    batch,
    settings,
    program: producer,
    known,
    store,
    openRunner: () => {
      const runners = Array.from({ length: desks }, () => alone(open()))
      let next = 0
      return { lanes: desks, run: (unit) => (runners[next++ % desks] ?? alone(open())).run(unit) }
    },
    done: (_, isWorked) => {
      if (isWorked) count++
    },
    isStopped: () => count >= stopAfter,
  }
  const ran = await runBatch(run)
  const earlier = known.manifest?.combined ?? null
  const all = { batch, settings, lines: ran.lines, name: 'towns', earlier, store, openDesk: open }
  const combined = isCombined && ran.isWhole ? combine(all, report) : null
  if (ran.isWhole) closeBatch(run, ran, combined, report)
  return { ran, combined, report }
}
