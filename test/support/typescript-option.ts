/** The option with which a process runs TypeScript, as the tests themselves do. */
export const TYPESCRIPT = `--import=${new URL('./typescript.js', import.meta.url).href}`
