import type { Files, Made } from './finding.ts'

/** The publication that examples build. */
export const examplePath = 'content/example/publication.yaml'

/** Where the files stand that most examples are about. */
const folders: readonly (readonly [name: RegExp, folder: string])[] = [
  [/^(?:publication\.yaml|theme\.css)$/, 'content/example/'],
  [/^(?:layout\.hbs|words\.yaml|partials\/[^/]+)$/, 'templates/plain/'],
  [/^fonts\.yaml$/, 'fonts/'],
]

/** The path in the project of a file of an example. */
export function fullPath(name: string): string {
  const folder = folders.find(([pattern]) => pattern.test(name))?.[1] ?? ''
  return `${folder}${name}`
}

/** The files of an example by path in the project, without those that it leaves as they usually are. */
export function ownFiles(files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [fullPath(name), content]))
}

/** All files of an example's project: its own, and the usual ones where it has none. */
export function allFiles(files: Files): Files {
  const own = ownFiles(files)
  const paths = Object.keys(own)
  const hasLayout = paths.some((path) => path.startsWith('templates/plain/'))
  const settings = [
    ...(paths.includes('content/example/theme.css') ? ['theme: theme.css'] : []),
    ...(hasLayout ? ['layout: plain'] : []),
  ]
  const usual = usualPublication.replace('blocks:', [...settings, 'blocks:'].join('\n'))
  return { [examplePath]: usual, ...(hasLayout ? usualLayout : {}), ...own }
}

/** Shown once, before all examples. */
export const usualPublication = `languages: { en: { name: English }, zh-Hans: { name: 中文 } }
title: { en: Water, zh-Hans: 水 }
blocks:
  - paragraph: { en: Clean water., zh-Hans: 干净的水。 }
`

const usualLayout: Files = {
  'templates/plain/layout.hbs': '{{#passage}}<p>{{title}}</p>{{/passage}}\n',
  'templates/plain/theme.css': 'html { font-family: "Source Serif 4", "Noto Serif SC" }\n',
}

/** A PNG for examples. */
export const blackSquare: Made = {
  about: 'a black square of 400 pixels',
  make: () => Buffer.from(blackSquareBase64, 'base64'),
}

const blackSquareBase64 =
  'iVBORw0KGgoAAAANSUhEUgAAAZAAAAGQAQAAAACoxAthAAAAKklEQVR42u3BMQEAAADCoPVP7W8GoAAAAAAAAAAAAAAAAAAAAAAAAACAN0+wAAGUQRhcAAAAAElFTkSuQmCC'

/** The same, but for a colour profile that is none. */
export const pictureWithBrokenProfile: Made = {
  about: 'a black square of 400 pixels, whose colour profile is damaged',
  make: () => Buffer.from(brokenProfileBase64, 'base64'),
}

const brokenProfileBase64 =
  'iVBORw0KGgoAAAANSUhEUgAAAZAAAAGQAQAAAACoxAthAAAAFWlDQ1BQAAB4nMvLVygoyk/LzEkFABU0A+9++NQ2AAAAFUlEQVR42u3BMQEAAADCoPVP7W8GoAAAAACFO2coAAAAFUlEQVQAAAAAAAAAAAAAAAAAAACAN0+wAAFJhg3kAAAAAElFTkSuQmCC'
