import { readFileSync } from 'node:fs'

/**
 * Release of the program, from package.json. The path works for source files and built files, which are at the same
 * depth.
 */
export const PROGRAM_VERSION: string = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8')
).version
