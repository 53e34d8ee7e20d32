/** Ends a switch over a union: tsc refuses it where a case was forgotten. */
export function unreachable(value: never): never {
  throw new Error(`a case was forgotten: ${JSON.stringify(value)}`)
}
