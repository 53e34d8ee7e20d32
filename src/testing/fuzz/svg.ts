import fc from 'fast-check'

/** Drawings that a grammar makes: half of them are sound, with whatever may stand in one; the others have something wrong. */
export function anySvg(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(anyElement(3), { maxLength: 4 }), fc.option(fc.constantFrom(...slips), { freq: 2 }))
    .map(([elements, slip]) => `${head}${elements.join('\n')}${slip ?? ''}</svg>`)
}

/** What others refer to. */
const head = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50">
<defs>
<linearGradient id="a"><stop stop-color="red"/><stop offset="1" stop-opacity=".5"/></linearGradient>
<radialGradient id="b" href="#a" gradientUnits="userSpaceOnUse" r="30" fx="90%" gradientTransform="skewX(30)"/>
<clipPath id="c" clipPathUnits="objectBoundingBox"><circle r=".5"/><rect width="1" height=".5"/></clipPath>
<symbol id="d" viewBox="0 0 3 2"><path d="M0 0h3v2z" fill="url(#a)"/><use href="#e"/></symbol>
<g id="e" opacity=".5"><ellipse rx="3" ry="2"/></g>
</defs>
`

const slips = [
  '<g>',
  '<x/>',
  '<script/>',
  '<use href="#no"/>',
  '<g id="f"><use href="#f"/></g>',
  '<rect fill="rde"/>',
  '<path d="M0 0x"/>',
  '<rect width="1e10"/>',
  '<g transform="scale(1e9)"><rect width="9" height="9"/></g>',
  '<g transform="scale(1e-9)"><rect width="9e8" height="9e8"/></g>',
  '<rect x="9e8" width="1" height="1"/>',
  '&x;',
]

function anyElement(depth: number): fc.Arbitrary<string> {
  const shape = fc.tuple(fc.oneof(...shapes), anyAttributes()).map(([start, more]) => `<${start} ${more}/>`)
  const text = fc
    .tuple(
      number,
      anyAttributes(),
      fc.constantFrom('a', '字 <tspan fill="red">b</tspan>', '<tspan x="3" dy="4">c</tspan>'),
    )
    .map(
      ([x, more, words]) => `<g ${more.replace(/transform="[^"]*"/, '')}><text x="${x}">${words}</text></g>`,
    )
  if (depth === 0) return fc.oneof(shape, text)
  const group = fc
    .tuple(
      fc.constantFrom('g', 'a', 'svg'),
      anyAttributes(),
      fc.array(anyElement(depth - 1), { maxLength: 3 }),
    )
    .map(([name, more, inside]) => `<${name} ${more}>${inside.join('')}</${name}>`)
  return fc.oneof(
    { weight: 4, arbitrary: shape },
    { weight: 1, arbitrary: text },
    { weight: 3, arbitrary: group },
  )
}

const number = fc.oneof(
  fc.integer({ min: -100, max: 100 }).map(String),
  fc.constantFrom('0', '.5', '1e3', '-1e-9', '50%', '-3mm', '2em', '+.5e+1'),
)
const size = number.map((one) => one.replace('-', ''))
const plain = fc.integer({ min: -40, max: 40 }).map(String)
const share = fc.constantFrom('0', '.5', '1', '30%')

function numbers(count: number): fc.Arbitrary<string> {
  return fc.array(plain, { minLength: count, maxLength: count }).map((all) => all.join(' '))
}

function written(name: string, ...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.tuple(...parts).map((all) => name.replace(/_/g, () => all.shift() ?? ''))
}

const arc = fc
  .tuple(numbers(3), fc.constantFrom('00', '01', '10', '1 1'), plain, plain)
  .map(([radii, flags, x, y]) => `A${radii} ${flags}${x} ${y}`)
const step = fc.oneof(
  ...[
    ['M', 2],
    ['l', 2],
    ['H', 1],
    ['v', 1],
    ['C', 6],
    ['s', 4],
    ['Q', 4],
    ['t', 2],
    ['z', 0],
  ].map(([name, count]) => numbers(Number(count)).map((all) => `${name}${all}`)),
  arc,
)
const path = fc.array(step, { maxLength: 6 }).map((all) => `m1 2${all.join('')}`)

const shapes = [
  written('path d="_"', path),
  written('rect x="_" y="_" width="_" height="_" rx="_"', number, number, size, size, size),
  written('circle cx="_" cy="_" r="_"', number, number, size),
  written('ellipse cx="_" rx="_" ry="_"', number, size, size),
  written('line x1="_" y2="_"', number, number),
  written('polygon points="_"', numbers(6)),
  written('polyline points="_"', numbers(8)),
  written('use href="_" x="_" width="_"', fc.constantFrom('#d', '#e'), number, size),
]

const paint = fc.constantFrom(
  ...[
    'red',
    '#123',
    'none',
    'currentColor',
    'url(#a)',
    'url(#b) red',
    'rgb(1,2,3)',
    'rgba(1,2,3,.5)',
    'hsl(1 2% 3%)',
  ],
)
const transform = fc.oneof(
  ...[
    ['translate', 1],
    ['translate', 2],
    ['scale', 1],
    ['scale', 2],
    ['rotate', 1],
    ['rotate', 3],
    ['matrix', 6],
  ].map(([name, count]) => numbers(Number(count)).map((all) => `${name}(${all})`)),
)

/** Each name once: twice is no XML. */
function anyAttributes(): fc.Arbitrary<string> {
  return fc
    .uniqueArray(fc.oneof(...attributes), { maxLength: 5, selector: (one) => one.split('=')[0] })
    .map((all) => all.join(' '))
}

const attributes = [
  written('fill="_"', paint),
  written('stroke="_"', paint),
  written('style="fill: _; opacity:_;"', paint, share),
  written('opacity="_"', share),
  written('fill-opacity="_"', share),
  written('stroke-width="_"', size),
  written('stroke-dasharray="_,_"', size, size),
  written('stroke-linejoin="_"', fc.constantFrom('round', 'bevel')),
  written('fill-rule="_"', fc.constantFrom('evenodd', 'nonzero')),
  written('clip-path="_"', fc.constantFrom('url(#c)', 'none')),
  written('transform="_ _"', transform, transform),
  written('display="_"', fc.constantFrom('none', 'inline')),
  written('color="_"', fc.constantFrom('lime', 'inherit')),
]
