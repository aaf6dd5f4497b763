import { readFileSync } from 'node:fs'

/** Release of the program, as its package says it; sources and built files lie equally deep. */
export const PROGRAM_VERSION: string = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8')
).version
