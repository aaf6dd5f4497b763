/** The option that makes a process run TypeScript in the same way as the tests. */
export const TYPESCRIPT = `--import=${new URL('./typescript.js', import.meta.url).href}`
