import { Report } from '../src/base/report.ts'
import { build } from '../src/build.ts'
import { openWorkshop } from '../src/read.ts'
import { unsound } from '../src/testing/fuzz/sound-report.ts'
import { hostileCases, largeCases } from '../src/testing/hostile.ts'
import { memoryWorld } from '../src/testing/memory-world.ts'
import { requestFor, sampleWorld } from './conformance/samples.ts'
import { trap } from './conformance/trap.ts'

/** Builds one hostile project, by its number, or a sample, by its name; started by `conformance/hostile.ts`. */
const [what = ''] = process.argv.slice(2)
const touched = trap()
const { source } = sampleWorld()
const report = new Report()
const workshop = openWorkshop(source, report)
const made = [...hostileCases, ...largeCases][Number(what)]
const world = made ? memoryWorld(made.files(), source) : { source }
const built = build(requestFor(made ? 'hostile' : what), world.source, workshop, report)
const codes = [...new Set(report.diagnostics.map(({ code }) => code))]
const isExpected = made?.code ? codes.some((code) => code === made.code) && built === null : built !== null
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
const megabytes = maxRSS / 1024
const seconds = (userCPUTime + systemCPUTime) / 1e6
const problems = [
  ...touched.map((name) => `${name} was called`),
  ...unsound(report),
  ...(isExpected ? [] : [`found ${codes.join(', ') || 'nothing'}, not ${made?.code ?? 'a PDF'}`]),
  ...(megabytes > 1024 ? [`it took ${Math.round(megabytes)} MB`] : []),
  ...(seconds > 10 ? [`it took ${seconds.toFixed(1)} s`] : []),
]
console.log(JSON.stringify(problems))
