import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { manyAdds } from './archive-at-once.ts'
import { smallDisk } from './archive-full-disk.ts'
import { killedAdds } from './archive-killed.ts'
import { installProgram, type Program, unless } from './archive-program.ts'
import { type BagitPython, bagitPython } from './bagit-python.ts'
import { type OcflPython, ocflPython } from './ocfl-python.ts'
import { projectFolder, temporaryFolder } from './samples.ts'
import { leftOut, type Verdict, verdict } from './verdict.ts'

/**
 * A chapter's way through an archive, by the commands of the program that people install: two editions, what is new, both
 * made again elsewhere, given away and verified there. Then many at once, kills and a full disk. Judges from outside look
 * at every archive and bag that comes of it.
 */
export async function archive(): Promise<readonly Verdict[]> {
  const program = installProgram()
  const [ocfl, bagit] = [ocflPython(), bagitPython()]
  const judges: Judges = {
    ocfl: typeof ocfl === 'string' ? null : ocfl,
    bagit: typeof bagit === 'string' ? null : bagit,
  }
  return [
    ...(typeof ocfl === 'string' ? [leftOut('what ocfl-py says of each archive', ocfl)] : []),
    ...(typeof bagit === 'string' ? [leftOut('what bagit says of each bag', bagit)] : []),
    ...chapter(program, judges),
    ...(await manyAdds(program, judges.ocfl)),
    ...(await killedAdds(program, judges.ocfl)),
    ...smallDisk(program, judges.ocfl),
  ]
}

/** Null: it is not to be had here, which is said once. */
interface Judges {
  readonly ocfl: OcflPython | null
  readonly bagit: BagitPython | null
}

const name = 'progress-in-human-rights-2013-ix'
const id = `tag:example.org,2014:${name}`
const by = 'Ada <ada@example.org>'
const publication = join('content', name, 'publication.yaml')
/** A sentence of the chapter in English, and what edition 2 says in its place; the Chinese stays. */
const before = 'With an open mind and in a serious manner, the Chinese government'
const after = 'With an open mind, and in earnest, the Chinese government'
/** The passage that has it. */
const passage = 'upr'

/** Where the editions are made again: nothing there is as it was where they were made. */
const surroundings: readonly (readonly [where: string, environment: Readonly<Record<string, string>>])[] = [
  ['in the zone and locale of Shanghai', { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8', LANG: 'zh_CN.UTF-8' }],
  [
    'in the zone of New York and a Turkish locale',
    { TZ: 'America/New_York', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
  ],
]

function chapter(program: Program, judges: Judges): readonly Verdict[] {
  const project = chapterProject()
  const inProject = (...parameters: readonly string[]) =>
    program.run(['archive', ...parameters, '--archive', 'kept'], { folder: project })
  const steps = [
    ...unless('init', program.run(['archive', 'init', 'kept'], { folder: project })),
    ...unless('add', inProject('add', name, '--edition', '1', '--id', id, '--by', by)),
    ...changeOneLanguage(project),
    ...unless('add', inProject('add', name, '--edition', '2', '--note', 'Style', '--by', by)),
  ]
  const kept = join(project, 'kept')
  if (steps.length > 0) return [verdict('two editions of the chapter are archived', steps)]
  return [
    verdict('two editions of the chapter are archived', steps),
    verdict(
      'what is new is told, and which language lags behind',
      lag(inProject('diff', name, '1', '2', '--json').out),
    ),
    ...surroundings.map(([where, environment]) => rebuilt(program, kept, where, environment)),
    verdict('the archive is verified', unless('verify', inProject('verify'))),
    ...judged('ocfl-py finds the archive of the chapter valid', kept, judges.ocfl),
    spoilt(program, kept, judges.ocfl),
    ...handedOn(program, kept, judges),
    provesItself(program, kept),
  ]
}

/** A project of its own with the chapter and nothing else. */
function chapterProject(): string {
  const folder = temporaryFolder()
  cpSync(join(projectFolder, 'content', name), join(folder, 'content', name), { recursive: true })
  return folder
}

function changeOneLanguage(project: string): readonly string[] {
  const path = join(project, publication)
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace(before, after))
  return text.includes(before) ? [] : ['the chapter does not have the sentence that was to be changed']
}

/** What is wrong with what `archive diff --json` tells of the two editions. */
function lag(json: string): readonly string[] {
  const { counts, passages }: Changes = JSON.parse(json)
  const [only] = passages
  const told = JSON.stringify([counts.changed, counts.lagging, passages.length, only?.id, only?.lag])
  const isRight =
    counts.changed === 1 &&
    counts.lagging === 1 &&
    passages.length === 1 &&
    only?.id === passage &&
    only.lag?.changed.join() === 'en' &&
    only.lag.unchanged.join() === 'zh-Hans'
  return isRight ? [] : [`it tells: ${told}`]
}

interface Changes {
  readonly counts: { readonly changed: number; readonly lagging: number }
  readonly passages: readonly {
    readonly id: string
    readonly lag: { readonly changed: readonly string[]; readonly unchanged: readonly string[] } | null
  }[]
}

/** Both editions from a copy of the archive and an empty folder. */
function rebuilt(
  program: Program,
  kept: string,
  where: string,
  environment: Readonly<Record<string, string>>,
): Verdict {
  const folder = temporaryFolder()
  cpSync(kept, join(folder, 'a copy'), { recursive: true })
  const problems = ['1', '2'].flatMap((edition) => {
    const asked = ['archive', 'rebuild', id, edition, '--archive', 'a copy']
    const ran = program.run(asked, { folder, environment })
    const files = ran.out.split('\n').filter((line) => line !== '')
    const others = files.filter((line) => !line.endsWith('  identical'))
    if (files.length < 3) others.push(`edition ${edition} has ${files.length} files`)
    return [...unless(`edition ${edition}`, ran), ...others]
  })
  return verdict(`both are made again byte for byte in another folder, ${where}`, problems)
}

/** A byte is changed in a copy: the program and the judge must see it. */
function spoilt(program: Program, kept: string, judge: OcflPython | null): Verdict {
  const folder = temporaryFolder()
  cpSync(kept, join(folder, 'kept'), { recursive: true })
  const path = storedFile(join(folder, 'kept'), `${name}.pdf`)
  const bytes = readFileSync(path)
  bytes[1000] = (bytes[1000] ?? 0) ^ 1
  writeFileSync(path, bytes)
  const { code, errors } = program.run(['archive', 'verify', '--archive', 'kept'], { folder })
  const isNamed = code === 1 && errors.includes(`${name}.pdf`) && errors.includes('[archive/damaged]')
  const isRefused = judge === null || judge.refusals(join(folder, 'kept', 'store')).length > 0
  return verdict('a byte of a PDF that changed is found and named', [
    ...(isNamed ? [] : [`verify ended with ${code}: ${errors}`]),
    ...(isRefused ? [] : ['ocfl-py finds it valid']),
  ])
}

/** The first file of a name in the store, by path. */
function storedFile(kept: string, file: string): string {
  const store = join(kept, 'store')
  const paths = readdirSync(store, { recursive: true, encoding: 'utf8' }).sort()
  const path = paths.find((one) => one.endsWith(`/${file}`))
  if (path === undefined) throw new Error(`no ${file} is stored`)
  return join(store, path)
}

/** Both editions as bags, made twice, taken into another archive, verified and compared there. */
function handedOn(program: Program, kept: string, judges: Judges): readonly Verdict[] {
  const here = temporaryFolder()
  const there = temporaryFolder()
  const editions = ['1', '2']
  const exported = editions.flatMap((edition) =>
    [`bag ${edition}`, `again ${edition}`].flatMap((bag) =>
      unless(
        `export ${edition}`,
        program.run(['archive', 'export', id, edition, '--bag', bag, '--archive', kept], { folder: here }),
      ),
    ),
  )
  const bags = editions.map((edition) => join(here, `bag ${edition}`))
  const differing = editions.flatMap((edition) =>
    sameFolders(join(here, `bag ${edition}`), join(here, `again ${edition}`)),
  )
  if (exported.length > 0) return [verdict('both editions are exported as bags', exported)]
  const elsewhere = (...parameters: readonly string[]) =>
    program.run(['archive', ...parameters], { folder: there })
  const imported = [
    ...unless('init', elsewhere('init', 'taken')),
    ...bags.flatMap((bag) => unless('import', elsewhere('import', bag, '--by', by, '--archive', 'taken'))),
    ...unless('verify', elsewhere('verify', '--archive', 'taken')),
    ...editions.flatMap((edition) => {
      const [ours, theirs] = [`ours ${edition}`, `theirs ${edition}`]
      return [
        ...unless('get', elsewhere('get', id, edition, '--out', ours, '--archive', kept)),
        ...unless('get', elsewhere('get', id, edition, '--out', theirs, '--archive', 'taken')),
        ...sameFolders(join(there, ours), join(there, theirs)),
      ]
    }),
  ]
  const { bagit } = judges
  return [
    verdict('both editions are exported as bags, the same bytes each time', differing),
    ...(bagit === null
      ? []
      : [
          verdict(
            'bagit finds both bags valid',
            bags.flatMap((bag) => bagit.refusals(bag)),
          ),
        ]),
    verdict('another archive takes the bags in, is verified, and has the same files', imported),
    ...judged('ocfl-py finds that archive valid', join(there, 'taken'), judges.ocfl),
  ]
}

/** A stored PDF alone: made again from itself, and looked up in the archive. */
function provesItself(program: Program, kept: string): Verdict {
  const folder = temporaryFolder()
  cpSync(storedFile(kept, `${name}.pdf`), join(folder, 'found.pdf'))
  const again = program.run(['rebuild', 'found.pdf'], { folder })
  const known = program.run(['verify', 'found.pdf', '--archive', kept], { folder })
  return verdict('a PDF that is found somewhere is made again from itself, and known to the archive', [
    ...unless('rebuild', again),
    ...(again.out.includes('  identical  ') ? [] : [again.out]),
    ...unless('verify', known),
  ])
}

/** What is not the same in two folders. */
function sameFolders(one: string, other: string): readonly string[] {
  const [ours, theirs] = [one, other].map((folder) => filesIn(folder))
  if (ours === undefined || theirs === undefined || ours.size === 0) return ['there is nothing to compare']
  const paths = [...new Set([...ours.keys(), ...theirs.keys()])]
  return paths.flatMap((path) => {
    const [a, b] = [ours.get(path), theirs.get(path)]
    return a && b && Buffer.compare(a, b) === 0 ? [] : [`${path} is not the same`]
  })
}

function filesIn(folder: string): ReadonlyMap<string, Uint8Array> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(files.map((path) => [path.slice(folder.length), readFileSync(path)]))
}

function judged(what: string, kept: string, judge: OcflPython | null): readonly Verdict[] {
  return judge === null ? [] : [verdict(what, judge.refusals(join(kept, 'store')))]
}
