import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { BaseMap } from './base-map.ts'
import { policyFor } from './policy.ts'
import { part } from './respond.ts'

/** The script and style sheets of one room. A room is a folder of src/browser with the script for one page. */
export type Entry = { readonly script: string; readonly styles: readonly string[] }

/** Returns the entry of a room; undefined if the room was not built, in which case pages must work without it. */
type EntryOf = (room: string) => Entry | undefined

// This path is valid from both src/pages and dist/pages.
const BUILT = new URL('../../../dist/browser/', import.meta.url)

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8'
}

/** `Cache-Control` for files that can be cached for ever, because their names contain a hash of their content. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/**
 * Serves the files that Vite built for browsers from memory (a few megabytes). Returns a function that finds the
 * entry of a room.
 */
export function assets(app: FastifyInstance, base: BaseMap): EntryOf {
  // The files are sent with the policy, because a worker obeys the policy sent with its own script, not that of the
  // page.
  const policy = policyFor(base)
  const files = new Map(namesIn(new URL('assets/', BUILT)).map((name) => [name, readAsset(name)]))
  app.get<{ Params: { file: string } }>('/assets/:file', part(FOR_EVER), ({ params, headers }, reply) => {
    const file = files.get(params.file)
    if (!file) return reply.code(404).type('text/plain; charset=utf-8').send('There is no such file.')
    reply.type(TYPES[extname(params.file)] ?? 'application/octet-stream')
    reply.header('content-security-policy', policy)
    if (!/\bbr\b/.test(headers['accept-encoding'] ?? '')) return reply.send(file.plain)
    return reply.header('content-encoding', 'br').send(file.brotli)
  })
  return builtEntries()
}

/** Finds the entry of a room. */
export function builtEntries(): EntryOf {
  const entries = readEntries()
  return (room) => entries.get(room)
}

const namesIn = (folder: URL): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith('.br')) : []

const readAsset = (name: string) => ({
  plain: readFileSync(new URL(`assets/${name}`, BUILT)),
  brotli: readFileSync(new URL(`assets/${name}.br`, BUILT))
})

type Chunk = {
  readonly file: string
  readonly name?: string
  readonly isEntry?: boolean
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
}

function readEntries(): ReadonlyMap<string, Entry> {
  const manifest = new URL('manifest.json', BUILT)
  if (!existsSync(manifest)) return new Map()
  const chunks = JSON.parse(readFileSync(manifest, 'utf8')) as Readonly<Record<string, Chunk>>
  const stylesOf = (chunk: Chunk): readonly string[] => [
    ...(chunk.imports ?? []).flatMap((key) => (chunks[key] ? stylesOf(chunks[key]) : [])),
    ...(chunk.css ?? [])
  ]
  const entries = Object.values(chunks).filter((chunk) => chunk.isEntry && chunk.name)
  return new Map(
    entries.map((chunk) => [
      String(chunk.name),
      { script: `/${chunk.file}`, styles: [...new Set(stylesOf(chunk))].map((file) => `/${file}`) }
    ])
  )
}
