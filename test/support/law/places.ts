import { type Dirent, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Sources } from './sources.ts'

/* Rules about where SQL is written, which exports are used, and how many files a folder holds. */

const STATEMENT = /\bSELECT [^']*\bFROM\b|\bINSERT INTO\b|\bUPDATE \w+ SET\b|\bDELETE FROM\b/

/**
 * SQL is written only in `store/**\/*.sql.ts`, which only the store may import, and in `home`, the file that opens
 * connections.
 */
export function sqlFaults({ files, imports }: Sources, home: string): readonly string[] {
  const isQuery = (path: string) => path.endsWith('.sql.ts')
  const isInStore = (path: string) => path.startsWith('store/')
  return [
    ...files
      .filter(({ path }) => isQuery(path) && !isInStore(path))
      .map(({ path }) => `${path}: queries are kept in store`),
    ...files
      .filter(({ path, text }) => !isQuery(path) && path !== home && STATEMENT.test(withoutComments(text)))
      .map(({ path }) => `${path}: SQL is written in .sql.ts files of store`),
    ...imports
      .filter(({ file, target, isOwn }) => isOwn && isQuery(target) && !isInStore(file))
      .map(({ file, target }) => `${file} imports ${target}: only store imports queries`)
  ]
}

const withoutComments = (text: string): string => text.replaceAll(/\/\/.*$|\/\*[\s\S]*?\*\//gm, '')

/** Maximum number of files in a folder: in a larger folder, a reader has to search for a file. */
const MOST_FILES = 25

/**
 * Finds folders of the repository that contain more files than a reader can see at once. Folders of data are
 * exempt.
 */
export function folderFaults(
  root: string,
  tops: readonly string[],
  dataRooms: readonly string[]
): readonly string[] {
  const isData = (folder: string) =>
    dataRooms.some((room) => folder === room || folder.startsWith(`${room}/`)) ||
    folder.endsWith('/prisma-client')
  const walk = (folder: string): readonly string[] => {
    if (isData(folder)) return []
    const entries = readdirSync(join(root, folder), { withFileTypes: true })
    const files = entries.filter((entry: Dirent) => entry.isFile()).length
    const below = entries
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => walk(`${folder}/${name}`))
    return files > MOST_FILES ? [`${folder} holds ${files} files, more than ${MOST_FILES}`, ...below] : below
  }
  return [
    ...tops.filter((top) => existsSync(join(root, top))).flatMap(walk),
    ...dataRooms
      .filter((room) => !existsSync(join(root, room)))
      .map((room) => `${room} is named as a room of data, and is not there`)
  ]
}

/**
 * Finds exports that no other file imports, neither in the sources nor in `users`, the folders beside the sources.
 * The `built` files are exempt, because the build refers to them by their paths.
 */
export function exportFaults(
  { files, imports }: Sources,
  users: readonly Sources[],
  built: readonly string[] = []
): readonly string[] {
  const taken = new Set(built.map((path) => `${path} *`))
  const take = (path: string, names: readonly string[]) => {
    for (const name of names) taken.add(`${path} ${name}`)
  }
  for (const { target, names, isOwn } of imports) if (isOwn) take(target, names)
  for (const { target, names } of users.flatMap((user) => user.imports)) {
    if (target.startsWith('../src/')) take(target.slice('../src/'.length), names)
  }
  return files.flatMap(({ path, exports }) =>
    taken.has(`${path} *`)
      ? []
      : exports
          .filter((name) => !taken.has(`${path} ${name}`))
          .map((name) => `${path} exports ${name}, which no other file imports`)
  )
}
