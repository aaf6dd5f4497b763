import { parseSync } from 'vite'

/** Comments that control tools. They count as code, so that none of them is lost when comments are rewritten. */
const DIRECTIVE = /biome-ignore|@ts-|@jsx|[#@]__PURE__|@vite-ignore|istanbul|v8 ignore|eslint-/

/** Matches SQL comments: from `--` to the end of the line, and block comments. */
const SQL_COMMENT = /--[^\n]*|\/\*[\s\S]*?\*\//g

/**
 * A canonical text of a TypeScript or JavaScript file: its syntax tree, types included, without positions and
 * comments. Two files with equal texts differ only in comments and layout. Vite's parser (Oxc) is used, because the
 * TypeScript compiler (7) has no API for this, and esbuild drops the types, so a changed type would not be noticed.
 *
 * @param sqlComments whether `--` and block comments inside template strings count. They do by default, because for
 * JavaScript they are part of a string.
 * @throws if the file does not parse
 */
export function syntaxOf(file: string, text: string, sqlComments = true): string {
  const { program, comments, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  const directives = comments.map(({ value }) => value.trim()).filter((value) => DIRECTIVE.test(value))
  return JSON.stringify([directives, program], (key, value) => {
    if (key === 'start' || key === 'end') return undefined
    if (typeof value === 'bigint') return `${value}n`
    if (!sqlComments && isTemplatePiece(value)) {
      return value.raw.replaceAll(SQL_COMMENT, ' ').replaceAll(/\s+/g, ' ')
    }
    return value
  })
}

function isTemplatePiece(value: unknown): value is { raw: string } {
  return typeof value === 'object' && value !== null && 'raw' in value && 'cooked' in value
}
