import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { Report } from '../src/base/report.ts'
import { build, compose, readPublication } from '../src/build.ts'
import { lay } from '../src/layout/lay.ts'
import { openWorkshop } from '../src/read.ts'
import { mutatedText } from '../src/testing/fuzz/mutate.ts'
import { unsound } from '../src/testing/fuzz/sound-report.ts'
import { memoryWorld } from '../src/testing/memory-world.ts'
import { projectFolder, requestFor, sampleWorld } from './conformance/samples.ts'

/**
 * Builds mutations of the samples, from one number to another (excluded); started by `conformance/mutations.ts`. Says
 * on a line of its own which one comes next, and then what is wrong with what came of it: a list in JSON.
 */
const [from = 0, to = 0] = process.argv.slice(2).map(Number)
const { source } = sampleWorld()
const workshop = openWorkshop(source, new Report())

const read = (path: string): string => readFileSync(join(projectFolder, path), 'utf8')
const names = ['guide', 'progress-in-human-rights-2013-ix'] as const
/** What is mutated: a file of the project, and words of its language. */
const targets = [
  ...names.map((name) => ({
    name,
    path: `content/${name}/publication.yaml`,
    words: ['- ', ': ', '{', '[', '"', '&a', '*a', '|'],
  })),
  {
    name: names[0],
    path: 'templates/booklet/layout.hbs',
    words: ['{{', '}}', '{{#if ', '{{/if}}', '<p>', '</p>', '(', '../'],
  },
  {
    name: names[0],
    path: 'templates/booklet/theme.css',
    words: ['{', '}', ';', ':', '(', '@page', 'var(--', '/*', 'pt'],
  },
] as const

/** The first blocks of a publication are like the others, and are set sooner. */
const originals = new Map(
  targets.map(({ path }) => [path, path.endsWith('.yaml') ? firstBlocks(read(path)) : read(path)]),
)

function firstBlocks(text: string): string {
  const end = text.indexOf('\n  - ', text.indexOf('\nblocks:') + 5000)
  return end < 0 ? text : text.slice(0, end + 1)
}

for (let number = from; number < to; number++) {
  console.log(`${number}`)
  console.log(JSON.stringify(problemsOf(number)))
}

function problemsOf(number: number): readonly string[] {
  const target = targets[number % targets.length] ?? targets[0]
  const [mutated = ''] = fc.sample(mutatedText([originals.get(target.path) ?? ''], target.words), {
    seed: number,
    numRuns: 1,
  })
  const files = Object.fromEntries(originals)
  const world = memoryWorld({ ...files, [target.path]: mutated }, source)
  const report = new Report()
  try {
    const isMade = make(requestFor(target.name), number % 10 === 0)
    const isSilent = !isMade && !report.failed
    return [...(isSilent ? ['neither a PDF nor a finding'] : []), ...unsound(report)]
  } catch (problem) {
    return [problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)]
  }

  /** To paint takes longest and reads nothing: every tenth is painted, of the others the pages are made. */
  function make(request: ReturnType<typeof requestFor>, isPainted: boolean): boolean {
    if (isPainted) return build(request, world.source, workshop, report) !== null
    const publication = readPublication(request, world.source, report)
    const manuscript =
      publication && compose(publication, request.media, world.source, workshop.shelf, report)
    if (!manuscript) return false
    const { pages } = lay(manuscript, workshop, report)
    return [...pages].length > 0
  }
}
