import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { main } from '../src/cli/main.ts'
import { hostileData } from '../src/testing/hostile-data.ts'
import { hostileLooks } from '../src/testing/hostile-looks.ts'
import { hostileSheet } from '../src/testing/hostile-sheet.ts'
import { trap } from './conformance/trap.ts'

/** Runs the command over one hostile sheet, by its number, in a project of its own; started by `conformance/hostile.ts`. */
const made = [...hostileData, ...hostileLooks][Number(process.argv[2])]
if (!made) throw new Error(`there is no sheet ${process.argv[2]}`)
const touched = trap()
const folder = mkdtempSync(join(tmpdir(), 'bifolio-hostile-'))
for (const [path, content] of Object.entries(made.files())) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}
const said: string[] = []
const write = { out: process.stdout.write, errors: process.stderr.write }
process.chdir(folder)
process.stderr.write = (text: string | Uint8Array) => said.push(String(text)) > 0
process.stdout.write = () => true
const options = made.command === 'batch' ? ['--workers', '1'] : []
await main([made.command, hostileSheet, '--out', 'output', '--format', 'json', ...options])
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
Object.assign(process.stdout, { write: write.out })
Object.assign(process.stderr, { write: write.errors })

const finding = z.object({
  code: z.string(),
  message: z.string(),
  path: z.string(),
  line: z.number(),
  column: z.number(),
})
const text = said.join('')
const findings = text
  .split('\n')
  .filter((line) => line.startsWith('{'))
  .map((line) => finding.parse(JSON.parse(line)))
const places = findings.map(
  ({ code, path, line, column }) => `${path.replace('content/hostile/', '')}:${line}:${column} ${code}`,
)
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /^output\/./.test(name))
  .map((name) => name.slice('output/'.length))
  .sort()
const isWhole = (name: string): boolean => {
  const bytes = readFileSync(join(folder, 'output', name))
  return bytes.subarray(0, 5).toString() === '%PDF-' && bytes.subarray(-6).toString().trim() === '%%EOF'
}
const pdfs = files.filter((name) => name !== 'manifest.json')
const megabytes = maxRSS / 1024
const seconds = (userCPUTime + systemCPUTime) / 1e6
const other = text.split('\n').find((line) => line !== '' && !line.startsWith('{'))
const code = made.found.length > 0 ? 1 : 0
console.log(
  JSON.stringify([
    ...touched.map((name) => `${name} was called`),
    ...made.found.flatMap((one) =>
      places.includes(one)
        ? []
        : [`it did not find ${one}, but ${places.slice(0, 5).join(', ') || 'nothing'}`],
    ),
    ...(made.found.length === 0 && places.length > 0 ? [`it found ${places.slice(0, 5).join(', ')}`] : []),
    ...(made.says && !findings.some(({ message }) => message.includes(made.says ?? ''))
      ? [`nothing says \`${made.says}\``]
      : []),
    ...(other === undefined ? [] : [`it said ${other.slice(0, 500)}`]),
    ...((process.exitCode ?? 0) === code ? [] : [`it ended with ${process.exitCode}, not ${code}`]),
    ...(pdfs.join() === made.made.join()
      ? []
      : [`it made ${pdfs.join() || 'nothing'}, not ${made.made.join() || 'nothing'}`]),
    ...pdfs.flatMap((name) => (isWhole(name) ? [] : [`${name} is no whole file`])),
    ...(megabytes > 1024 ? [`it took ${Math.round(megabytes)} MB`] : []),
    ...(seconds > 10 ? [`it took ${seconds.toFixed(1)} s`] : []),
  ]),
)
process.exitCode = 0
rmSync(folder, { recursive: true })
