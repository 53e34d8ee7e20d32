import { addOf, editionsOf, projectOf, wrongNumbers, wrongWith } from './archive-hello.ts'
import { type Program, unless } from './archive-program.ts'
import type { Ran } from './command.ts'
import type { OcflPython } from './ocfl-python.ts'
import { type Verdict, verdict } from './verdict.ts'

const writers = 8

/** Eight processes at one time, to one publication and to as many. */
export async function manyAdds(program: Program, judge: OcflPython | null): Promise<readonly Verdict[]> {
  return [
    verdict(
      `${writers} processes add an edition each to one publication, those that were busy again`,
      await toOne(program, judge),
    ),
    verdict(
      `${writers} processes add an edition each to as many publications`,
      await toEight(program, judge),
    ),
    verdict(`of ${writers} processes that add the same edition one does`, await theSame(program)),
  ]
}

const numbers = Array.from({ length: writers }, (_, index) => String(index + 1))

async function toOne(program: Program, judge: OcflPython | null): Promise<readonly string[]> {
  const folder = projectOf(program, ['hello'])
  const problems = await allAtOnce(
    program,
    folder,
    numbers.map((number) => addOf('hello', number)),
  )
  const wrong = wrongNumbers(numbers, editionsOf(program, folder, 'hello'))
  return [...problems, ...wrong, ...wrongWith(program, folder, judge)]
}

async function toEight(program: Program, judge: OcflPython | null): Promise<readonly string[]> {
  const names = numbers.map((number) => `hello-${number}`)
  const folder = projectOf(program, names)
  const problems = await allAtOnce(
    program,
    folder,
    names.map((name) => addOf(name, '1')),
  )
  const wrong = names.flatMap((name) => wrongNumbers(['1'], editionsOf(program, folder, name)))
  return [...problems, ...wrong, ...wrongWith(program, folder, judge)]
}

/** Whether all but one are told that another is busy, or has added it. */
async function theSame(program: Program): Promise<readonly string[]> {
  const folder = projectOf(program, ['hello'])
  const all = await Promise.all(numbers.map(() => program.start(addOf('hello', '1'), folder).ended))
  const others = all.filter((ran) => ran.code !== 0 && !isBusy(ran) && !isTaken(ran))
  return [
    ...others.flatMap((ran) => unless('add', ran)),
    ...wrongNumbers(['1'], editionsOf(program, folder, 'hello')),
  ]
}

/** Runs commands at one time, those that find another writer at work once more; what went wrong otherwise. */
async function allAtOnce(
  program: Program,
  folder: string,
  commands: readonly (readonly string[])[],
): Promise<readonly string[]> {
  let open = commands
  const problems: string[] = []
  for (let round = 0; open.length > 0 && round < writers; round++) {
    const ran = await Promise.all(open.map((command) => program.start(command, folder).ended))
    open = open.filter((_, index) => isBusy(ran[index]))
    problems.push(...ran.filter((one) => !isBusy(one)).flatMap((one) => unless('add', one)))
  }
  return [...problems, ...open.map((command) => `busy to the end: ${command.join(' ')}`)]
}

function isBusy(ran: Ran | undefined): boolean {
  return ran?.code === 1 && ran.errors.includes('[archive/busy]')
}

function isTaken(ran: Ran): boolean {
  return ran.code === 1 && ran.errors.includes('[archive/same-edition]')
}
