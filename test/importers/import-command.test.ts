import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import t from 'tap'
import { testConfig } from '../support/database.ts'
import { TYPESCRIPT } from '../support/typescript-option.ts'

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
const V1 = fileURLToPath(new URL('../fixtures/mednum/standard-1.0.2.csv', import.meta.url))

t.test('annuaire import', async (t) => {
  const config = await testConfig(t)
  const folder = await mkdtemp(join(tmpdir(), 'annuaire-command-'))
  t.teardown(() => rm(folder, { recursive: true }))

  async function annuaire(args: readonly string[], input: Buffer = Buffer.alloc(0)) {
    const env = {
      ...process.env,
      DATA_DIR: config.DATA_DIR,
      ...(config.DATABASE_URL !== undefined && { DATABASE_URL: config.DATABASE_URL })
    }
    const child = spawn(process.execPath, [TYPESCRIPT, CLI, 'import', ...args], { env })
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    const [out, errors, [status]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'exit')
    ])
    return { status, out, errors }
  }

  await t.test('status 0 and a report on success, also from standard input', async (t) => {
    const report = join(folder, 'report.json')
    const { status, out } = await annuaire(['mednum', '-', '--report', report], gzipSync(await readFile(V1)))
    t.equal(status, 0)
    t.match(out, /7 read: 4 created, 0 updated, 0 unchanged, 3 rejected/)
    t.match(JSON.parse(await readFile(report, 'utf8')), {
      source: 'mednum',
      counts: { read: 7, created: 4 },
      rejections: [{ line: 7 }, { line: 8 }, { line: 9 }],
      unmapped: [{ field: 'autres_formations_labels', value: 'Label du marais', count: 1 }]
    })
  })

  await t.test('status 1 and a message on failure', async (t) => {
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['mednum', join(folder, 'absent.csv')], /^There is no file .*absent\.csv\.\n$/],
      [['mednum', '-'], /^The input is empty \(0 bytes\)\.\n$/],
      [['mednum', V1, '--max-size', 'x'], /a whole number of megabytes/],
      [
        ['mednum', V1, '--report', join(folder, 'absent', 'a.json')],
        /^The report cannot be written .* Nothing was imported/
      ],
      [['mednum', V1, '--report', V1], /would be written over the input/]
    ]
    for (const [args, message] of cases) {
      const { status, out, errors } = await annuaire(args)
      t.equal(status, 1)
      t.equal(out, '')
      t.match(errors, message)
    }
  })
})
