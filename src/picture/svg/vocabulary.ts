/** What becomes of an element: drawn, kept for others, passed over as it paints nothing, or not to be had. */
export type ElementKind = 'drawn' | 'kept' | 'silent' | 'effect' | 'missing' | 'unsafe'

/** All elements of SVG 1.1 and 2. What is in a `silent`, `missing` or `unsafe` one is not looked at. */
export const elementKinds: ReadonlyMap<string, ElementKind> = new Map([
  ...kinds('drawn', 'svg g a path rect circle ellipse line polyline polygon text tspan use'),
  // What masks, patterns and markers would do is said where they are asked for.
  ...kinds('kept', 'defs symbol linearGradient radialGradient stop clipPath mask pattern marker'),
  ...kinds('silent', 'title desc metadata filter view cursor'),
  ...kinds('effect', 'animate animateColor animateMotion animateTransform set discard'),
  ...kinds('missing', 'image foreignObject style switch textPath tref font font-face glyph altGlyph'),
  ...kinds('missing', 'video audio canvas iframe hatch mesh solidcolor'),
  ...kinds('unsafe', 'script handler listener'),
])

function kinds(kind: ElementKind, names: string): readonly (readonly [string, ElementKind])[] {
  return names.split(' ').map((name) => [name, kind] as const)
}

/** What is called so of an element that would be missing, and what to do instead. */
export const instead: ReadonlyMap<string, string> = new Map([
  ['image', 'give the picture a block of its own, or trace it'],
  ['style', 'write the properties at the shapes: drawing programs call it "presentation attributes"'],
  ['switch', 'keep the one variant that is to be printed'],
  ['textPath', 'turn the text into outlines'],
])

/** Attributes that are read from the elements that have them, besides the properties. */
export const attributes: ReadonlySet<string> = new Set(
  [
    'id x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points width height viewBox preserveAspectRatio transform style href',
    'gradientUnits gradientTransform spreadMethod offset clipPathUnits dx dy rotate textLength xml:lang lang',
  ].flatMap((names) => names.split(' ')),
)

/** Attributes and properties without an effect on paper, or with one that a reader of PDF chooses for itself. */
export const silent: ReadonlySet<string> = new Set(
  [
    'class version baseProfile xml:space xml:id role tabindex focusable pathLength contentScriptType contentStyleType',
    'zoomAndPan shape-rendering text-rendering image-rendering color-rendering color-interpolation',
    'color-interpolation-filters color-profile enable-background pointer-events cursor overflow clip unicode-bidi',
    'lengthAdjust requiredFeatures requiredExtensions systemLanguage target type externalResourcesRequired',
    'font-stretch font-variant font-size-adjust font-variant-ligatures font-variant-caps font-variant-numeric',
    'font-variant-east-asian font-variant-position font-variant-alternates font-feature-settings font-kerning',
    'font-variation-settings font-synthesis font-optical-sizing line-height white-space text-indent text-align',
    'solid-color solid-opacity will-change isolation transform-box',
    'flood-color flood-opacity lighting-color kerning show actuate title arcrole shape-padding shape-margin',
    'inline-size shape-inside text-decoration-line text-decoration-style text-decoration-color text-orientation',
    'user-select touch-action stroke-alignment hatchUnits mask-type xml:base glyph-orientation-vertical',
    'glyph-orientation-horizontal text-decoration-thickness text-underline-offset max-width max-height',
  ].flatMap((names) => names.split(' ')),
)

interface Usual {
  /** Values with which nothing is missing. */
  readonly values: readonly string[]
  /** Whether the drawing shows the same without it. */
  readonly isEffect: boolean
}

/** Properties and attributes that change what is seen and are not painted, with the values that ask for nothing. */
export const unpainted: ReadonlyMap<string, Usual> = new Map([
  ['filter', effect('none')],
  ['mix-blend-mode', effect('normal')],
  ['paint-order', effect('normal')],
  ['vector-effect', effect('none')],
  ['letter-spacing', effect('normal', '0', '0px', '0em')],
  ['word-spacing', effect('normal', '0', '0px', '0em')],
  ['text-decoration', effect('none')],
  ['mask', picture('none')],
  ['marker', picture('none')],
  ['marker-start', picture('none')],
  ['marker-mid', picture('none')],
  ['marker-end', picture('none')],
  ['font', picture()],
  ['transform-origin', picture('0', '0 0', '0px 0px')],
  ['dominant-baseline', picture('auto', 'alphabetic')],
  ['alignment-baseline', picture('auto', 'baseline', 'alphabetic')],
  ['baseline-shift', picture('0', 'baseline', '0%')],
  ['text-transform', picture('none')],
  ['writing-mode', picture('lr', 'lr-tb', 'horizontal-tb')],
  ['direction', picture('ltr')],
])

function effect(...values: readonly string[]): Usual {
  return { values, isEffect: true }
}

function picture(...values: readonly string[]): Usual {
  return { values, isEffect: false }
}
