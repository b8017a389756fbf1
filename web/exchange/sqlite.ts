import initSqlJs, { type Database, type SqlJsStatic } from 'sql.js'

/**
 * SQLite in WebAssembly, loaded once, from our own server.
 *
 * @param wasmAddress where the `.wasm` file lies, for bundlers that move it; Node finds it by itself
 */
export function loadSqlite(wasmAddress?: string): Promise<SqlJsStatic> {
  loading ??= initSqlJs(wasmAddress === undefined ? {} : { locateFile: () => wasmAddress })
  return loading
}

let loading: Promise<SqlJsStatic> | undefined

export type { Database }
