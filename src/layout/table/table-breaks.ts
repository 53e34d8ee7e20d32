/**
 * The rows of a table's body before which a break leaves a single row on one of its sides: two stay together at either end
 * of a table of four rows or more, and two with a caption.
 */
export function strandingRows(count: number, isCaptioned: boolean): readonly number[] {
  const isLong = count >= 4
  return [...(isLong || (isCaptioned && count >= 2) ? [1] : []), ...(isLong ? [count - 1] : [])]
}
