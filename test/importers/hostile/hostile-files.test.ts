import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { testConfig } from '../../support/database.ts'
import { TYPESCRIPT } from '../../support/typescript-option.ts'
import { HOSTILE } from './files.ts'

const IMPORTER = fileURLToPath(new URL('./import-all.ts', import.meta.url))

const config = await testConfig(t)

/** Megabytes that an embedded database takes in the process that imports. */
const EMBEDDED = 800
/** Megabytes of each process: the one that imports, and the one that reads a workbook. */
const MOST_MEMORY = config.DATABASE_URL === undefined ? 400 + EMBEDDED : 400

const folder = await mkdtemp(join(tmpdir(), 'annuaire-hostile-'))
t.teardown(() => rm(folder, { recursive: true }))

// With the option of `npm start` and the Dockerfile.
const importer = spawn(process.execPath, ['--max-semi-space-size=4', '--expose-gc', TYPESCRIPT, IMPORTER], {
  env: {
    ...process.env,
    LOG_LEVEL: 'silent',
    DATA_DIR: config.DATA_DIR,
    ...(config.DATABASE_URL !== undefined && { DATABASE_URL: config.DATABASE_URL })
  },
  stdio: ['pipe', 'pipe', 'inherit']
})
const answers = createInterface({ input: importer.stdout })[Symbol.asyncIterator]()

/** Megabytes that the largest of the process and its children has in memory now; 0 where there is no /proc. */
function memoryOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    const own = Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
    return Math.max(own, ...children.split(' ').map((child) => (child === '' ? 0 : memoryOf(Number(child)))))
  } catch {
    return 0
  }
}

type Ending = { readonly counts?: object; readonly refused?: boolean; readonly message?: string }

async function imported(path: string): Promise<{ readonly ending: Ending; readonly peak: number }> {
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOf(importer.pid ?? 0))
  }, 10)
  importer.stdin.write(`${path}\n`)
  const { value } = await answers.next()
  clearInterval(watch)
  return { ending: value === undefined ? {} : JSON.parse(value), peak }
}

for (const [at, { name, make, ends }] of HOSTILE.entries()) {
  t.test(`${name}: read within ${MOST_MEMORY} MB, and the process goes on`, async (t) => {
    const path = join(folder, String(at))
    await writeFile(path, make())
    const { ending, peak } = await imported(path)
    t.comment(`${Math.round(peak)} MB`)
    if (ends instanceof RegExp) t.match(ending, { refused: true, message: ends })
    else t.match(ending.counts, ends, JSON.stringify(ending))
    t.ok(peak < MOST_MEMORY, `${Math.round(peak)} MB`)
    await rm(path)
  })
}

t.test('the process ends by itself', async (t) => {
  const ended = new Promise((resolve) => importer.once('exit', resolve))
  importer.stdin.end()
  t.equal(await ended, 0)
})
