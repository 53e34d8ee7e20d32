/** The part of the WebAssembly interface that `subset.ts` uses: neither the language's nor Node's types have it. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array)
  }
  class Instance {
    constructor(module: Module)
    readonly exports: unknown
  }
  class RuntimeError extends Error {}
}
