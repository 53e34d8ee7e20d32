import { visible } from '../base/visible.ts'
import { printFindings } from '../cli/print-findings.ts'
import { catalogue } from '../findings/catalogue.ts'
import { commandOf, fileText } from '../findings/describe.ts'
import { ownFiles, usualPublication } from '../findings/example-project.ts'
import type { Example, Files, Finding } from '../findings/finding.ts'
import { findingsIn, stepsOf } from './run-example.ts'

/** The reference of findings, made from the catalogue and from what its examples print. */
export async function findingsReference(): Promise<string> {
  const chapters: string[] = []
  for (const { title, findings } of catalogue) {
    const entries: string[] = []
    for (const finding of findings) entries.push(await entry(finding))
    chapters.push(`## ${title}`, ...entries)
  }
  return [
    '# Findings',
    'This page is made from the catalogue of findings and from what its examples print; `npm run goldens` writes it anew.',
    'What is wrong with a publication is a finding: a place, a message, a code in brackets, and what to do. With an error no file is written; with a warning it is. `bifolio explain <code>` says on a terminal what stands here.',
    'Each example is a project. Where it does not show its publication, that is',
    fence('yaml', usualPublication),
    'with a line `theme: theme.css` or `layout: plain` where the example has these. A layout that is not shown prints the title.',
    ...chapters,
  ].join('\n\n')
}

async function entry({ code, severities, means, todo, example }: Finding): Promise<string> {
  const body = await shown(example)
  return [
    `### ${code}`,
    `${sentence(severities.join(', or a '))} ${means}`,
    ...body,
    `**What to do:** ${todo}`,
  ].join('\n\n')
}

function sentence(text: string): string {
  return `*${text.charAt(0).toUpperCase()}${text.slice(1)}.*`
}

async function shown(example: Example): Promise<readonly string[]> {
  switch (example.kind) {
    case 'guard':
      return [example.why]
    case 'project':
      return [
        ...shownFiles(example.files),
        fence(
          'text',
          `$ ${commandOf(example.options ?? {})}\n${printFindings(findingsIn(example).slice(0, 1), { colour: false })}`,
        ),
      ]
    case 'steps':
      return [
        ...shownFiles(example.files),
        fence(
          'text',
          `${example.steps.map((step) => `$ ${step}\n`).join('')}${(await stepsOf(example)).printed}`,
        ),
      ]
  }
}

function shownFiles(files: Files): readonly string[] {
  return Object.entries(ownFiles(files)).map(
    ([path, content]) =>
      `\`${visible(path)}\`\n\n${fence(/\.(\w+)$/.exec(path)?.[1] ?? 'text', fileText(content))}`,
  )
}

function fence(language: string, text: string): string {
  return `\`\`\`${language === 'hbs' ? 'handlebars' : language}\n${text.trimEnd()}\n\`\`\``
}
