import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Report } from '../../src/base/report.ts'
import { build } from '../../src/build.ts'
import { openWorkshop } from '../../src/read.ts'
import type { Workshop } from '../../src/text/workshop.ts'
import { cacheFolder, type RunSettings, run } from './command.ts'
import { projectFolder, requestFor, type Sample, sampleWorld, temporaryFolder } from './samples.ts'
import { failed, leftOut, type Verdict, verdict } from './verdict.ts'

/** The same publications, built in other ways: the bytes must be those of the samples. */
export function determinism(samples: readonly Sample[]): readonly Verdict[] {
  return [...inThisProcess(samples), ...inOthers(samples)]
}

/** The versions of Node that must agree with the one that runs this. */
const majors = ['20', '22', '24'].filter((major) => !process.versions.node.startsWith(`${major}.`))

/** Once more with caches of its own, and again with caches that are warm from this and from other publications. */
function inThisProcess(samples: readonly Sample[]): readonly Verdict[] {
  const workshop = openWorkshop(sampleWorld().source, new Report())
  const rebuilt = (how: string, order: readonly Sample[], workshopFor: () => Workshop): Verdict =>
    same(how, samples, new Map(order.map(({ name, built }) => [built.file, bytesOf(name, workshopFor())])))
  return [
    rebuilt('with cold caches', samples, () => openWorkshop(sampleWorld().source, new Report())),
    rebuilt('in the other order', samples.toReversed(), () => workshop),
    rebuilt('with warm caches', samples, () => workshop),
  ]
}

function bytesOf(name: string, workshop: Workshop): Uint8Array {
  const built = build(requestFor(name), sampleWorld().source, workshop, new Report())
  return built?.bytes ?? new Uint8Array()
}

/** By the command line, compiled, in other surroundings and by other versions of Node. */
function inOthers(samples: readonly Sample[]): readonly Verdict[] {
  const compiler = join(projectFolder, 'node_modules', 'typescript', 'bin', 'tsc')
  const compiled = run(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { folder: projectFolder })
  if (compiled.code !== 0) return [failed('the program compiles', compiled.out + compiled.errors)]
  const byCommand = (how: string, node: string, settings: RunSettings): Verdict =>
    buildByCommand(how, node, settings, samples)
  const elsewhere = temporaryFolder()
  for (const part of ['content', 'templates', 'fonts']) {
    cpSync(join(projectFolder, part), join(elsewhere, part), { recursive: true })
  }
  const chinese = { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8', LANG: 'zh_CN.UTF-8' }
  const turkish = { TZ: 'America/New_York', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }
  return [
    byCommand(`by Node ${process.versions.node}, compiled`, process.execPath, {}),
    byCommand('in the zone and locale of Shanghai', process.execPath, { environment: chinese }),
    byCommand('in the zone of New York and a Turkish locale', process.execPath, { environment: turkish }),
    byCommand('in another folder', process.execPath, { folder: elsewhere }),
    ...majors.map((major) => {
      const node = nodeOf(major)
      if (!node.found) return leftOut(`by Node ${major}`, node.problem)
      return byCommand(`by Node ${major}`, node.path, {})
    }),
  ]
}

function buildByCommand(
  how: string,
  node: string,
  settings: RunSettings,
  samples: readonly Sample[],
): Verdict {
  const out = temporaryFolder()
  const command = [join(projectFolder, 'bin', 'bifolio'), 'build', '--out', out]
  const { code, errors } = run(node, command, { folder: projectFolder, ...settings })
  if (code !== 0) return failed(`the same bytes ${how}`, `it ended with ${code}: ${errors}`)
  const files = samples
    .map(({ built }) => [built.file, join(out, built.file)] as const)
    .filter(([, path]) => existsSync(path))
  return same(how, samples, new Map(files.map(([file, path]) => [file, readFileSync(path)])))
}

function same(how: string, samples: readonly Sample[], others: ReadonlyMap<string, Uint8Array>): Verdict {
  const problems = samples.flatMap(({ built }) => {
    const other = others.get(built.file)
    if (other && Buffer.compare(other, built.bytes) === 0) return []
    return [`${built.file}: ${digest(built.bytes)} here, ${other ? digest(other) : 'nothing'} there`]
  })
  return verdict(`the same bytes ${how}`, problems)
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16)
}

/** The Node of a major version that npm has, kept in the cache folder. */
function nodeOf(
  major: string,
): { readonly found: true; readonly path: string } | { readonly found: false; readonly problem: string } {
  const folder = join(cacheFolder(), `node-${major}`)
  const path = join(folder, 'node_modules', 'node', 'bin', 'node')
  if (!existsSync(path)) run('npm', ['install', '--no-save', '--prefix', folder, `node@${major}`])
  const version = existsSync(path) ? run(path, ['--version']).out : ''
  if (version.startsWith(`v${major}.`)) return { found: true, path }
  return { found: false, problem: `npm could not install node@${major}` }
}
