import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureArchive } from './archive.ts'
import type { Measured, Task } from './measure.ts'
import { compiled, node, project, table, two, used, whole } from './run.ts'
import { measureSheets } from './sheets.ts'

/** Passages that come to about 100 and 1,000 pages. */
const sizes = [430, 4430] as const
/** Passages of a text that is hardly more than what every document costs: its faces, contents and file. */
const least = 10

compile()
console.log(
  `Node ${process.versions.node}, ${process.arch}. CPU time of all threads, one warm process a figure.\n`,
)
const [small, large] = pair('whole')
const startUp = median('whole', least)
const [smallRival, largeRival] = pair('rival')
console.log(
  table(
    ['', '100 pages', '1,000 pages', 'growth'],
    [
      ['pages', String(small.pages), String(large.pages), ''],
      ['YAML text to PDF bytes, s of CPU', two(small.seconds), two(large.seconds), growth(small, large)],
      [
        `— without start-up, that of ${startUp.pages} pages`,
        two(small.seconds - startUp.seconds),
        two(large.seconds - startUp.seconds),
        growth(without(startUp, small), without(startUp, large)),
      ],
      ['pages a second', speed(small), speed(large), ''],
      ['peak memory, MB', peak('whole', sizes[0]), peak('whole', sizes[1]), ''],
      ['kB a page', two(small.bytes / small.pages / 1000), two(large.bytes / large.pages / 1000), ''],
      ['`doc.text()` in two columns: pages', String(smallRival.pages), String(largeRival.pages), ''],
      ['— s of CPU', two(smallRival.seconds), two(largeRival.seconds), growth(smallRival, largeRival)],
      ['— pages a second', speed(smallRival), speed(largeRival), ''],
      ['— peak memory, MB', peak('rival', sizes[0]), peak('rival', sizes[1]), ''],
      ['its time by ours', ratio(smallRival, small), ratio(largeRival, large), ''],
    ],
  ),
)

const print = median('print', sizes[1])
const [readPeak, printPeak] = (['whole', 'print'] as const).map((task) => measured(task, sizes[1], 0).peak)
console.log(
  table(
    [`${print.pages} pages and a booklet of them`, 'reading alone', 'with print copy', 'ratio'],
    [
      ['s of CPU', two(large.seconds), two(print.seconds), ratio(print, large)],
      [
        'peak memory, MB',
        whole(readPeak ?? 0),
        whole(printPeak ?? 0),
        two((printPeak ?? 0) / (readPeak ?? 1)),
      ],
      ['kB a page', two(large.bytes / large.pages / 1000), two(print.bytes / print.pages / 1000), ''],
    ],
  ),
)

const edit = measured('edit', sizes[0])
console.log(
  table(
    [`a sentence changed in ${edit.pages} pages, the workshop kept`, 'ms of CPU'],
    [
      ['YAML text to pages', whole(1000 * edit.seconds)],
      ['— of these, boxes to pages', whole(1000 * (edit.parts.lay ?? 0))],
    ],
  ),
)

const [smallStages, largeStages] = pair('stages')
console.log(
  table(
    ['stage, ms of CPU a page', '100 pages', '1,000 pages', 'growth'],
    Object.entries(largeStages.parts).map(([name, seconds]) => {
      const before = smallStages.parts[name] ?? 0
      const exponent = Math.log(seconds / before) / Math.log(largeStages.pages / smallStages.pages)
      const [a, b] = [(1000 * before) / smallStages.pages, (1000 * seconds) / largeStages.pages]
      return [`\`${name}\``, two(a), two(b), two(exponent)]
    }),
  ),
)

const profile = measured('profile', sizes[1])
const collector = '(garbage collector)'
const total = (profile.parts['build src/build'] ?? 0) + (profile.parts[collector] ?? 0)
/** With what it calls, as a share of a build of 1,000 pages; collecting garbage is nobody's but its own. */
const functions = [
  'readPublication src/build',
  'parseYaml content/parse-yaml',
  'validate content/validate',
  'template document/template',
  'parse document/parse',
  'cascade style/cascade',
  'boxes style/boxes',
  'arrange layout/arrange',
  'setParagraph text/paragraph',
  'shape text/shape',
  'breakLines text/break',
  'paginate layout/pages/paginate',
  'makePage layout/make-page',
  'placePage layout/place-page',
  'paintPage pdf/paint-page',
  'embed pdf/embed',
  collector,
]
console.log(
  table(
    ['inside the stages, by profile', 'share'],
    functions
      .filter((name) => profile.parts[name] !== undefined)
      .map((name) => [`\`${name}\``, `${whole((100 * (profile.parts[name] ?? 0)) / total)} %`]),
  ),
)
console.log(`Cold start, \`bifolio build progress-in-human-rights-2013-ix\`: ${two(coldStart())} s of CPU\n`)
console.log(measureSheets())
console.log(measureArchive())

function pair(task: Task): readonly [Measured, Measured] {
  return [median(task, sizes[0]), median(task, sizes[1])]
}

/** Of three processes the one in the middle: a garbage collection more or less is luck. */
function median(task: Task, passages: number): Measured {
  const all = Array.from({ length: 3 }, () => measured(task, passages))
  const [, middle] = all.toSorted((a, b) => a.seconds - b.seconds)
  if (!middle) throw new Error('there are three')
  return middle
}

/** Each figure comes from a process of its own: memory and caches are its own. */
function measured(task: Task, passages: number, warmUps = 5): Measured {
  const args = [join(compiled, 'bench', 'measure.js'), task, String(passages), String(warmUps)]
  return JSON.parse(node(args).out)
}

/** Peak memory of a process that builds this and nothing else, in MB. */
function peak(task: Task, passages: number): string {
  return whole(measured(task, passages, 0).peak)
}

function compile(): void {
  const typescript = join(project, 'node_modules', 'typescript', 'bin', 'tsc')
  rmSync(compiled, { recursive: true, force: true })
  mkdirSync(compiled, { recursive: true })
  writeFileSync(join(compiled, 'package.json'), '{ "type": "module" }\n')
  const settings = ['--noEmit', 'false', '--noCheck', '--rootDir', project, '--outDir', compiled]
  node([typescript, '-p', 'tsconfig.json', ...settings])
  node([typescript, '-p', 'tsconfig.build.json', '--noCheck'])
}

/** CPU time of a whole process: Node's start, the program's modules, the fonts and the build. */
function coldStart(): number {
  const command = [
    join(project, 'bin', 'bifolio'),
    'build',
    'progress-in-human-rights-2013-ix',
    '--out',
    tmpdir(),
  ]
  return used(command).cpu
}

/** The exponent by which time grows with the pages: 1 is linear, 2 quadratic. */
function growth(before: Measured, after: Measured): string {
  return two(Math.log(after.seconds / before.seconds) / Math.log(after.pages / before.pages))
}

/** What a text costs beyond what every document does. */
function without(startUp: Measured, measured: Measured): Measured {
  const { pages, seconds } = startUp
  return { ...measured, pages: measured.pages - pages, seconds: measured.seconds - seconds }
}

function speed({ pages, seconds }: Measured): string {
  return whole(pages / seconds)
}

function ratio(other: Measured, ours: Measured): string {
  return two(other.seconds / other.pages / (ours.seconds / ours.pages))
}
