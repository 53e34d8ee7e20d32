/** Units of length that a theme may use; `ic`, the width of a Han character, is an em: Han faces are square. */
export const lengthUnits: readonly string[] = ['pt', 'mm', 'cm', 'in', 'em', 'ic']
