import { composed, type Matrix } from '../picture/matrix.ts'
import type { LinearGradient, RadialGradient, Stop } from '../picture/vector.ts'
import type { PdfFile } from './document.ts'
import { FormContent, reals } from './form.ts'
import { type ObjectId, type Syntax, to } from './syntax.ts'

/** A gradient as a pattern (ISO 32000-1, 8.7.4): `around` leads from what it fills to the coordinates of the form. */
export function gradientPattern(gradient: LinearGradient | RadialGradient, around: Matrix): Syntax {
  const matrix = composed(around, gradient.transform)
  const shading = shadingOf(gradient, '/DeviceRGB', ({ color }) => color.map((value) => value / 255))
  return `<</PatternType 2/Matrix[${reals(matrix)}]/Shading ${shading}>>`
}

export function isTranslucent({ stops }: LinearGradient | RadialGradient): boolean {
  return stops.some(({ opacity }) => opacity < 1)
}

/** The opacity of a gradient as the soft mask of a graphics state (11.6.5.2): the same gradient in greys. */
export function gradientMask(
  gradient: LinearGradient | RadialGradient,
  around: Matrix,
  box: Syntax,
  file: PdfFile,
): ObjectId {
  const content = new FormContent()
  const shading = shadingOf(gradient, '/DeviceGray', ({ opacity }) => [opacity])
  content.text(`${reals(composed(around, gradient.transform))} cm\n/${content.name('Shading', shading)} sh\n`)
  const form = file.reserve()
  const group = '/Group<</S/Transparency/CS/DeviceGray>>'
  file.writeStream(form, `/Type/XObject/Subtype/Form${box}${group}${content.resources}`, content.take())
  const mask = file.reserve()
  file.write(mask, `<</S/Luminosity/G ${to(form)}>>`)
  return mask
}

function shadingOf(
  gradient: LinearGradient | RadialGradient,
  space: Syntax,
  valuesOf: (stop: Stop) => readonly number[],
): Syntax {
  const [kind, coordinates] =
    gradient.kind === 'linear'
      ? [2, [...gradient.from, ...gradient.to]]
      : [3, [...gradient.focus, gradient.focusRadius, ...gradient.center, gradient.radius]]
  const run = functionOf(gradient.stops, valuesOf)
  return `<</ShadingType ${kind}/ColorSpace${space}/Coords[${reals(coordinates)}]/Extend[true true]/Function ${run}>>`
}

/** From stop to stop (7.10): a straight line between two, sewn together where there are more. */
function functionOf(stops: readonly Stop[], valuesOf: (stop: Stop) => readonly number[]): Syntax {
  const lines: Syntax[] = []
  const bounds: number[] = []
  wholeRange(stops).forEach((stop, index, all) => {
    const next = all[index + 1]
    // Two stops in one place are a step: no line stands between them.
    if (!next || next.offset <= stop.offset) return
    lines.push(
      `<</FunctionType 2/Domain[0 1]/N 1/C0[${reals(valuesOf(stop))}]/C1[${reals(valuesOf(next))}]>>`,
    )
    if (next.offset < 1) bounds.push(next.offset)
  })
  if (lines.length === 1) return lines[0] ?? ''
  const encode = lines.map(() => '0 1').join(' ')
  return `<</FunctionType 3/Domain[0 1]/Functions[${lines.join('')}]/Bounds[${reals(bounds)}]/Encode[${encode}]>>`
}

/** Before the first stop and after the last one there are their colours. */
function wholeRange(stops: readonly Stop[]): readonly Stop[] {
  const [first, last] = [stops[0], stops.at(-1)]
  if (!first || !last) throw new Error('a gradient has stops')
  return [{ ...first, offset: 0 }, ...stops, { ...last, offset: 1 }]
}
