import { readFileSync } from 'node:fs'

/** Release of the program, from package.json; source files and built files are at the same depth. */
export const PROGRAM_VERSION: string = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8')
).version
