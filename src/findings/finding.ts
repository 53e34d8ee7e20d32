import type { Severity } from '../base/report.ts'

/** What can be said of a finding of one code, wherever it comes up. */
export interface Finding {
  /** `phase/word`, as it stands in brackets behind a message. */
  readonly code: string
  /** As which it comes up: some are errors, but warnings in a draft. */
  readonly severities: readonly Severity[]
  /** What is wrong, in one or two sentences. */
  readonly means: string
  /** What the author does about it. */
  readonly todo: string
  readonly example: Example
}

export type Example = ProjectExample | StepsExample | GuardExample

/** A small project that is built and gives findings of this code and no other. */
export interface ProjectExample {
  readonly kind: 'project'
  /**
   * By path in the project; `publication.yaml` and `theme.css`, `layout.hbs`, `words.yaml` and `partials/…`,
   * `fonts.yaml` stand for those of the example's folders. What is not here is as in the usual project.
   */
  readonly files: Files
  /** What the command line asks for; nothing unless it is given. */
  readonly options?: ExampleOptions
  /** `path:line:column` of the first finding. */
  readonly at: string
}

export interface ExampleOptions {
  readonly languages?: readonly string[]
  readonly isDraft?: boolean
  /** The data whose rows the publication is a pattern of, by path in the project. */
  readonly data?: string
}

export type Files = Readonly<Record<string, FileContent>>

/** A file's text or bytes, or what makes one that is too long to be shown. */
export type FileContent = string | Uint8Array | Made

export interface Made {
  /** What stands in it, for people: `16 MB of …`. */
  readonly about: string
  readonly make: () => string | Uint8Array
}

/** What only the disk or the command line brings about: commands of a shell, run in the folder of a project. */
export interface StepsExample {
  readonly kind: 'steps'
  readonly files: Files
  /** The last one is a command of this program, and finds it. */
  readonly steps: readonly string[]
  readonly at: string
}

/** What no author can bring about: a check of what another stage has made sure of, or of this program itself. */
export interface GuardExample {
  readonly kind: 'guard'
  readonly why: string
  /** The room whose tests bring it about all the same: a folder in `src/`. */
  readonly proof: string
}

type Severities = 'error' | 'warning' | 'error or warning'

/** An entry of the catalogue. */
export function finding(
  code: string,
  severities: Severities,
  means: string,
  todo: string,
  example: Example,
): Finding {
  const both: readonly Severity[] = ['error', 'warning']
  return { code, severities: severities === 'error or warning' ? both : [severities], means, todo, example }
}

/** A project whose first finding stands at `at`. */
export function project(files: Files, at: string, options: ExampleOptions = {}): ProjectExample {
  return { kind: 'project', files, at, options }
}

/** Steps in a project, of which the last finds something at `at`. */
export function steps(lines: readonly string[], at: string, files: Files = {}): StepsExample {
  return { kind: 'steps', files, steps: lines, at }
}

/** A check that nothing an author writes can reach, and the room whose tests reach it. */
export function guard(why: string, proof: string): GuardExample {
  return { kind: 'guard', why, proof }
}
