import { didYouMean, type Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { Loaded, YamlNode } from '../content/yaml-node.ts'

/** A face as `fonts/fonts.yaml` declares it; its file is opened when a text first needs it. */
export interface FaceDeclaration {
  readonly family: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
  /** A path as `Source.read` takes it: in the project, `npm:…` or `bifolio:…`. */
  readonly file: string
  /** SPDX identifier of its licence. */
  readonly licence: string
  readonly span: Span
}

/** Reads the declarations: a list of families, each with its licence and faces. */
export function readFonts(loaded: Loaded, report: Report): readonly FaceDeclaration[] {
  const declarations: FaceDeclaration[] = []
  if (loaded.root.kind !== 'list') {
    report.error(
      'fonts/shape',
      'expected a list of font families',
      loaded.root.span,
      'begin each with `- family: …`',
    )
    return []
  }
  for (const family of loaded.root.items) {
    checkKeys(family, ['family', 'licence', 'faces'], report)
    const name = wordAt(family, 'family')
    const licence = wordAt(family, 'licence')
    const faces = childOf(family, 'faces')
    if (!name || !licence || faces?.kind !== 'list' || faces.items.length === 0) {
      const hint = 'a family has `family`, `licence` (an SPDX identifier) and a list of `faces`'
      report.error('fonts/shape', 'this font family is not complete', family.span, hint)
      continue
    }
    for (const face of faces.items) {
      const declared = readFace(face, { family: name, licence }, report)
      if (declared !== null) declarations.push(declared)
    }
  }
  checkRepeated(declarations, report)
  return declarations
}

function readFace(
  face: YamlNode,
  family: Pick<FaceDeclaration, 'family' | 'licence'>,
  report: Report,
): FaceDeclaration | null {
  checkKeys(face, ['weight', 'style', 'file'], report)
  const weight = Number(wordAt(face, 'weight') ?? 400)
  const style = wordAt(face, 'style') ?? 'normal'
  const file = wordAt(face, 'file')
  if (file && weight >= 1 && weight <= 1000 && (style === 'normal' || style === 'italic'))
    return { ...family, weight, style, file, span: face.span }
  const hint = 'a face has `file`, `weight` (1 to 1000) and, if italic, `style: italic`'
  report.error('fonts/shape', `this face of \`${family.family}\` is not complete`, face.span, hint)
  return null
}

function checkKeys(node: YamlNode, known: readonly string[], report: Report): void {
  if (node.kind !== 'map') return
  for (const { key, keySpan } of node.entries.values()) {
    if (known.includes(key)) continue
    report.error('fonts/unknown-key', `unknown key \`${key}\``, keySpan, didYouMean(key, known))
  }
}

/** Of two faces of one weight and style only the first could ever be chosen. */
function checkRepeated(declarations: readonly FaceDeclaration[], report: Report): void {
  const first = new Map<string, FaceDeclaration>()
  for (const face of declarations) {
    const key = `${face.family}\n${face.weight}\n${face.style}`
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, face)
    else {
      const message = `\`${face.family}\` has a face of weight ${face.weight} and style ${face.style} already`
      const related = { at: earlier.span, note: 'the first one stands here' }
      report.error(
        'fonts/duplicate-face',
        message,
        face.span,
        'delete one of the two, or correct its weight',
        related,
      )
    }
  }
}

/**
 * The declared face of a family that CSS Fonts 4, 5.2 chooses for a weight and style: the weight itself, else for
 * 400 and 500 the other of the two, then lighter, then bolder; under 400 lighter first; over 500 bolder first.
 */
export function chooseFace(
  faces: readonly FaceDeclaration[],
  family: string,
  weight: number,
  style: 'normal' | 'italic',
): FaceDeclaration | null {
  const inFamily = faces.filter((face) => face.family === family)
  const styled = inFamily.filter((face) => face.style === style)
  let best: FaceDeclaration | null = null
  let bestRank = Number.POSITIVE_INFINITY
  for (const face of styled.length > 0 ? styled : inFamily) {
    const rank = weightRank(face.weight, weight)
    if (rank < bestRank) {
      best = face
      bestRank = rank
    }
  }
  return best
}

function weightRank(has: number, wanted: number): number {
  if (has === wanted) return 0
  const distance = Math.abs(has - wanted)
  if (wanted >= 400 && wanted <= 500) {
    if (has > wanted && has <= 500) return distance
    return has < wanted ? 1000 + distance : 2000 + distance
  }
  const isLighterFirst = wanted < 400
  return has < wanted === isLighterFirst ? 1000 + distance : 2000 + distance
}

function childOf(node: YamlNode, key: string): YamlNode | null {
  return node.kind === 'map' ? (node.entries.get(key)?.value ?? null) : null
}

function wordAt(node: YamlNode, key: string): string | null {
  const child = childOf(node, key)
  return child?.kind === 'scalar' && !child.isNull ? child.text : null
}
