import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'vite'

/** An import of one file by another. Paths are relative to the root of the sources and contain `/`. */
export type Import = {
  readonly file: string
  /** The path of the imported file (beginning with `..` if it is outside the sources), or the name of the package. */
  readonly target: string
  readonly isOwn: boolean
  /** Whether only types are imported, so that nothing of the import exists at run time. */
  readonly isType: boolean
  /** The imported names; `*` means all names of the target. */
  readonly names: readonly string[]
}

export type SourceFile = { readonly path: string; readonly text: string; readonly exports: readonly string[] }

export type Sources = { readonly files: readonly SourceFile[]; readonly imports: readonly Import[] }

/** The client that Prisma generates; our rules do not apply to it. */
const GENERATED = /(^|\/)prisma-client\//

/**
 * Reads all TypeScript files below a folder, with the imports and exports of each file. Vite's parser reads them,
 * because the TypeScript compiler (7) has no API, and a regular expression cannot tell a type from a value.
 *
 * @param named packages that count as imported if a constant contains their name, as lazy loading needs
 * @throws if a file does not parse
 */
export function readSources(root: string, named: readonly string[] = []): Sources {
  const paths = existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : []
  const read = paths
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /(?<!\.d)\.tsx?$/.test(path) && !GENERATED.test(path))
    .sort()
    .map((path) => readSource(path, readFileSync(join(root, path), 'utf8'), named))
  return { files: read.map(({ file }) => file), imports: read.flatMap(({ imports }) => imports) }
}

type Target = Pick<Import, 'isType' | 'names'> & { readonly specifier: string }

function readSource(path: string, text: string, named: readonly string[]) {
  const { module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const targets: readonly Target[] = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      specifier: moduleRequest.value,
      isType: entries.length > 0 && entries.every(({ isType }) => isType),
      names: entries.map(({ importName }) => importName.name ?? '*')
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType, importName }) =>
        moduleRequest ? [{ specifier: moduleRequest.value, isType, names: [importName.name ?? '*'] }] : []
      )
    ),
    // These are imports inside the code, which load a module lazily or name it in a type.
    ...[...text.matchAll(/\bimport\(\s*'([^'$]+)'/g)].map(([, specifier = '']) => whole(specifier)),
    // Only assignments count, because in a comparison such as `=== 'opening_hours'`, the text is the name of one of
    // our fields.
    ...named.filter((name) => text.includes(` = '${name}'`)).map(whole)
  ]
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ exportName, moduleRequest }) => (moduleRequest ? [] : (exportName.name ?? [])))
  )
  return { file: { path, text, exports }, imports: targets.map((target) => importOf(path, target)) }
}

const whole = (specifier: string): Target => ({ specifier, isType: false, names: ['*'] })

function importOf(file: string, { specifier, isType, names }: Target): Import {
  const isOwn = specifier.startsWith('.')
  const target = isOwn ? posix.join(posix.dirname(file), specifier) : packageOf(specifier)
  return { file, target, isOwn, isType, names }
}

/** The package of an import: `@scope/name` for `@scope/name/deep`, and `name` for `name/deep`. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
