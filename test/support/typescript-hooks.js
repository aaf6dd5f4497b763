import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const KEPT = fileURLToPath(new URL('../../node_modules/.cache/annuaire/compiled/', import.meta.url))
mkdirSync(KEPT, { recursive: true })

/** A load hook of Node that compiles TypeScript files. Other files are passed to the next hook. */
export async function load(url, context, next) {
  if (!/^file:.*\.tsx?$/.test(url)) return next(url, context)
  const path = fileURLToPath(url)
  const source = readFileSync(path)
  const kept = `${KEPT}${createHash('sha1').update(path).update(source).digest('hex')}.js`
  return {
    format: 'module',
    shortCircuit: true,
    source: readKept(kept) ?? (await compile(path, source, kept))
  }
}

function readKept(path) {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

async function compile(path, source, kept) {
  const { transform } = await import('esbuild')
  const { code } = await transform(source, {
    sourcefile: path,
    loader: path.endsWith('x') ? 'tsx' : 'ts',
    sourcemap: 'inline',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'preact'
  })
  // The file is first written under another name, because another process may be reading the file.
  writeFileSync(`${kept}.${process.pid}`, code)
  renameSync(`${kept}.${process.pid}`, kept)
  return code
}
