import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Extension } from '@electric-sql/pglite'
import { postgis } from '@electric-sql/pglite-postgis'

/** The files to leave out: rasters, topology and American addresses, which the directory does not use. */
const LEFT_OUT = /raster|rtpostgis|topology|tiger|address_standardizer/

const BLOCK = 512

/**
 * PostGIS without the parts that we never use. At each start, PGlite unpacks the whole archive and compiles
 * every library in it, and rasters and topology are two libraries as large as PostGIS itself. Without them, a
 * start takes a second less and the process a third less memory. The smaller archive is created once and kept
 * in the folder.
 */
export const slimPostgis = (folder: string): Extension => ({
  name: postgis.name,
  setup: async (database, options) => {
    const full = await postgis.setup(database, options)
    return full.bundlePath ? { ...full, bundlePath: slimBundle(full.bundlePath, folder) } : full
  }
})

function slimBundle(full: URL, folder: string): URL {
  // The size of the original identifies its version.
  const slim = join(folder, `postgis-${statSync(full).size}.tar.gz`)
  if (!existsSync(slim)) {
    const kept = filesOf(gunzipSync(readFileSync(full))).filter(({ name }) => !LEFT_OUT.test(name))
    const end = Buffer.alloc(2 * BLOCK)
    // The archive is first written under another name, so that a process that dies never leaves an incomplete file
    // under the final name.
    writeFileSync(`${slim}.new`, gzipSync(Buffer.concat([...kept.map(({ bytes }) => bytes), end])))
    renameSync(`${slim}.new`, slim)
  }
  return pathToFileURL(slim)
}

/** The files of a tar archive, each with its header block and padded to whole blocks. */
function filesOf(tar: Buffer): readonly { readonly name: string; readonly bytes: Buffer }[] {
  const files = []
  for (let start = 0; tar[start] !== undefined && tar[start] !== 0; ) {
    const name = textAt(tar, start, 100)
    const size = Number.parseInt(textAt(tar, start + 124, 12), 8)
    const end = start + BLOCK * (1 + Math.ceil(size / BLOCK))
    files.push({ name, bytes: tar.subarray(start, end) })
    start = end
  }
  return files
}

function textAt(tar: Buffer, start: number, length: number): string {
  const field = tar.toString('latin1', start, start + length)
  const [text = ''] = field.split('\0', 1)
  return text
}
