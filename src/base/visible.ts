/**
 * What a terminal would obey, or nobody would see: controls and line ends; the marks that turn the direction of a text
 * (U+202A to 202E, 2066 to 2069, 200E, 200F, 061C: Unicode Technical Report 36, 2.5) and all else without a width that
 * is no combining letter; surrogates that stand alone.
 */
const hidden = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/gu

/** The same text with `<U+202E>` for what is hidden in it; it is one line. */
export function visible(text: string): string {
  return text.replace(hidden, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `<U+${code}>`
  })
}
