/** What a process needs to run TypeScript, as the tests themselves are run. */
export const TYPESCRIPT = `--import=${new URL('./typescript.js', import.meta.url).href}`
