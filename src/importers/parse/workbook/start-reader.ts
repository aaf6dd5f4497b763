import { type ChildProcess, spawn } from 'node:child_process'
import { extname } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { ImportRefused } from '../../refused.ts'
import type { Workbook } from '../row.ts'
import type { ReaderHeader, ReaderLine, ReaderRow } from './lines.ts'

/** Megabytes of its heap; beyond, the process ends. The largest workbooks that are accepted need three quarters. */
const MOST_HEAP = 128
/** Until the first row; a workbook of 32 MB takes some five seconds. */
const PATIENCE_MS = 60_000

/** The lines of the workbook. Must be closed, because the process waits until its rows are read. */
export type WorkbookReader = {
  readonly header: ReaderHeader
  readonly rows: AsyncIterable<ReaderRow>
  readonly close: () => void
}

export async function startReader(bytes: AsyncIterable<Buffer>, workbook: Workbook): Promise<WorkbookReader> {
  const reader = spawn(process.execPath, [...nodeOptions(), JSON.stringify(workbook)], {
    // Nothing of our environment: it may hold passwords.
    env: {},
    stdio: ['pipe', 'pipe', 'ignore']
  })
  const close = () => {
    reader.kill('SIGKILL')
  }
  const patience = setTimeout(close, PATIENCE_MS)
  try {
    const lines = linesOf(reader, fed(reader, bytes))
    const first = await lines.next()
    if (first.done === true || !('columns' in first.value)) throw outOfMemory()
    return { header: first.value, rows: rowsOf(lines), close }
  } catch (error) {
    close()
    throw error
  } finally {
    clearTimeout(patience)
  }
}

/** Resolves to the error of the input, if it had one: a workbook that was cut must not look like a reader that failed. */
function fed({ stdin }: ChildProcess, bytes: AsyncIterable<Buffer>): Promise<Error | null> {
  return new Promise((resolve) => {
    if (stdin === null) return resolve(null)
    pipeline(Readable.from(bytes), stdin, (error) => {
      // A reader that has seen enough does not take the rest.
      const isOurs =
        error == null || ['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'].includes(error.code ?? '')
      resolve(isOurs ? null : error)
    })
  })
}

async function* linesOf(reader: ChildProcess, input: Promise<Error | null>): AsyncGenerator<ReaderLine> {
  const ended = new Promise<number | null>((resolve) => {
    reader.once('error', () => resolve(null))
    reader.once('close', (status) => resolve(status))
  })
  for await (const line of parsed(reader)) {
    if ('refused' in line) {
      const failed = await input
      throw failed ?? new ImportRefused(line.refused, 'input', line.french)
    }
    yield line
  }
  const failed = await input
  if (failed !== null) throw failed
  if ((await ended) !== 0) throw outOfMemory()
}

/** Not by node:readline, which reads a thousand lines ahead. */
async function* parsed({ stdout }: ChildProcess): AsyncIterable<ReaderLine> {
  let rest = ''
  for await (const chunk of (stdout?.setEncoding('utf8') ?? []) as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines.map((line): ReaderLine => JSON.parse(line))
  }
}

async function* rowsOf(lines: AsyncIterable<ReaderLine>): AsyncIterable<ReaderRow> {
  for await (const line of lines) if ('line' in line) yield line
}

const outOfMemory = (): ImportRefused =>
  new ImportRefused(
    'The workbook needs more memory or time than is allowed: save its sheet as CSV (UTF-8).',
    'input',
    'Le classeur demande plus de mémoire ou de temps que permis : enregistrez sa feuille en CSV (UTF-8).'
  )

/** The compiled file beside this one, or the source, for which tsx is loaded. */
function nodeOptions(): readonly string[] {
  const own = fileURLToPath(import.meta.url)
  const file = fileURLToPath(new URL(`./reader${extname(own)}`, import.meta.url))
  const loader = extname(own) === '.ts' ? [`--import=${import.meta.resolve('tsx')}`] : []
  return [`--max-old-space-size=${MOST_HEAP}`, '--max-semi-space-size=4', ...loader, file]
}
