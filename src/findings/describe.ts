import { visible } from '../base/visible.ts'
import { examplePath, fullPath, ownFiles } from './example-project.ts'
import type { ExampleOptions, FileContent, Files, Finding } from './finding.ts'

/** An entry for people who ask for it on a terminal. */
export function describeFinding({ code, severities, means, todo, example }: Finding): string {
  const head = [`${code} (${severities.join(', or a ')})`, '', means, '', `What to do: ${todo}`, '']
  if (example.kind === 'guard') return [...head, example.why, ''].join('\n')
  const files = Object.entries(ownFiles(example.files)).flatMap(([path, content]) => [
    `  ${visible(path)}`,
    ...fileText(content)
      .trimEnd()
      .split('\n')
      .map((line) => `    ${line}`.trimEnd()),
    '',
  ])
  const run = example.kind === 'steps' ? example.steps : [commandOf(example.options ?? {})]
  const commands = run.map((step) => `  $ ${step}`)
  return [
    ...head,
    'Example:',
    '',
    ...files,
    ...commands,
    '',
    `It is found at ${visible(placeOf(example.at))}.`,
    '',
  ].join('\n')
}

/** The place of an example's first finding, with the path in the project. */
export function placeOf(at: string): string {
  const [, name = at, rest = ''] = /^(.+?)(:\d+:\d+)?$/.exec(at) ?? []
  return `${fullPath(name)}${rest}`
}

/** How an example's project is built. */
export function commandOf({ languages, isDraft, data }: ExampleOptions): string {
  if (data !== undefined) return `bifolio batch ${examplePath}`
  const asked = languages === undefined ? '' : ` --languages ${languages.join()}`
  return `bifolio build example${asked}${isDraft === true ? ' --draft' : ''}`
}

/** A file as it is shown: its text, with all that is hidden spelled out, its bytes, or what stands in it. */
export function fileText(content: FileContent): string {
  if (typeof content === 'string') return content.split('\n').map(visible).join('\n')
  if (!(content instanceof Uint8Array)) return `(${content.about})`
  return `(bytes) ${Array.from(content, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ')}`
}

/** The files of an example, as they are to be written. */
export function writtenFiles(files: Files): Readonly<Record<string, string | Uint8Array>> {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' || content instanceof Uint8Array ? content : content.make(),
    ]),
  )
}
