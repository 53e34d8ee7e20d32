/** How a helper may be called in a layout. */
export interface Signature {
  /** Whether it is `{{#name}}…{{/name}}`; else it gives a value. */
  readonly block: boolean
  /** How many unnamed arguments it takes. */
  readonly least: number
  readonly most: number
  /** The named arguments that it takes. */
  readonly named: readonly string[]
  /** How many block parameters (`as |item index|`) it gives. */
  readonly parameters: number
  /** Whether it may have an `{{else}}`. */
  readonly otherwise: boolean
  /** An example, for hints and the documentation. */
  readonly usage: string
  /** One sentence, for the documentation. */
  readonly about: string
}

// Above its users, since they run when this file is loaded.
const nothing = { block: false, least: 0, most: 0, named: [], parameters: 0, otherwise: false }

/** All helpers of layouts. */
export const helpers: ReadonlyMap<string, Signature> = new Map<string, Signature>([
  [
    'passage',
    {
      ...block(
        '{{#passage id=id class="…"}}…{{/passage}}',
        'The same content once in each printed language.',
      ),
      named: ['id', 'class'],
    },
  ],
  ['axis', block('{{#axis}}…{{/axis}}', 'Inside a passage: what all languages share, once, between them.')],
  [
    'shared',
    block(
      '{{#shared}}…{{/shared}}',
      'Inside a passage: what is printed once, in the first language that has it, and read in each.',
    ),
  ],
  [
    'only',
    {
      ...block(
        '{{#only tag}}…{{/only}}',
        'In one of the printed languages alone, such as a page for each: passages have no other version there.',
      ),
      least: 1,
      most: 1,
    },
  ],
  [
    'across',
    {
      ...block(
        '{{#across id=id class="…"}}…{{/across}}',
        'What stands once across all columns, such as a picture.',
      ),
      named: ['id', 'class'],
    },
  ],
  [
    'if',
    condition(
      '{{#if value}}…{{/if}}',
      'Whether there is something: not null, false, 0, nor an empty text or list, nor a text without this language.',
    ),
  ],
  ['unless', condition('{{#unless value}}…{{/unless}}', 'The opposite of `if`.')],
  [
    'each',
    {
      ...condition('{{#each list}}…{{/each}}', 'Once for each item; `@index`, `@first` and `@last` count.'),
      parameters: 2,
    },
  ],
  [
    'with',
    {
      ...condition(
        '{{#with value}}…{{/with}}',
        'Seen from inside a value, or the `{{else}}` when it is null.',
      ),
      parameters: 1,
    },
  ],
  [
    'is',
    value(Number.POSITIVE_INFINITY, '{{#if (is level 2)}}', 'Whether a value is one of those that follow.'),
  ],
  ['lookup', value(2, '{{> (lookup this "kind")}}', 'The field of a value whose name is itself a value.')],
])

/** What a layout's own look-ups and prints are turned into; a layout cannot call these. */
export const inner: ReadonlySet<string> = new Set([
  'bi-get',
  'bi-data',
  'bi-print',
  'bi-show',
  'bi-partial',
  'bi-block',
  'bi-default',
])

function block(usage: string, about: string): Signature {
  return { ...nothing, block: true, usage, about }
}

function condition(usage: string, about: string): Signature {
  return { ...block(usage, about), least: 1, most: 1, otherwise: true }
}

function value(most: number, usage: string, about: string): Signature {
  return { ...nothing, least: 2, most, usage, about }
}
