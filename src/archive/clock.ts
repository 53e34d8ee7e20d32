/** The time now. Only the command line gives the real one. */
export type Clock = () => Date
