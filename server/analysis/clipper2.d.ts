/** The package ships its types beside, not in, the folder its manifest names. */
declare module 'clipper2-wasm' {
  export type * from 'clipper2-wasm/dist/clipper2z.js'
  import type { Clipper2ZFactoryFunction } from 'clipper2-wasm/dist/clipper2z.js'
  const createClipper: Clipper2ZFactoryFunction
  export default createClipper
}
