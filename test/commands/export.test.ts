import { Command } from 'commander'
import t from 'tap'
import { registerExport } from '../../src/commands/export.ts'
import { writeSample } from '../../src/seed/write-sample.ts'
import { openDatabase } from '../../src/store/db/database.ts'
import { apiOver } from '../support/app.ts'
import { testConfig } from '../support/database.ts'

t.test('the command `export` writes what the API exports', async (t) => {
  const config = await testConfig(t)

  // While this file runs, the command reads its settings from these variables.
  process.env.DATA_DIR = config.DATA_DIR
  if (config.DATABASE_URL !== undefined) process.env.DATABASE_URL = config.DATABASE_URL

  const URLS = {
    'ndjson?department=56': ['--department', '56'],
    'csv?department=56&department=29,56': ['--format', 'csv', '--department', '56', '--department', '29,56'],
    'geojson?lat=47.65&lon=-2.76&radius=20000': [
      '--format',
      'geojson',
      '--lat',
      '47.65',
      '--lon',
      '-2.76',
      '--radius',
      '20000'
    ],
    'ndjson?service_basis=declared&service=aide-aux-demarches-administratives&region=53': [
      ...['--service-basis', 'declared', '--service', 'aide-aux-demarches-administratives', '--region', '53']
    ]
  }
  const database = await openDatabase(config)
  await writeSample(database, { count: 2_000, seed: 1 })
  const api = await apiOver(t, database)
  const expected = new Map<string, string>()
  for (const url of Object.keys(URLS)) expected.set(url, (await api.ask(`/v1/exports/places.${url}`)).body)
  await api.app.close()
  // The embedded database can be used by one process at a time.
  await database.close()

  for (const [url, args] of Object.entries(URLS)) {
    t.ok((expected.get(url) ?? '').length > 1_000, `${url} exports places`)
    t.same(await run(args), { out: expected.get(url), error: null }, args.join(' '))
  }
  const { out, error } = await run(['--department', '99999', '--updated-since', 'hier'])
  t.equal(out, '', 'a refused export writes nothing')
  t.match(error, /--updated-since: Must be a day.*\n--department: .*99999/, 'and names the options')

  async function run(args: readonly string[]) {
    const program = new Command().exitOverride().configureOutput({ writeErr: () => {} })
    registerExport(program)
    const written = t.capture(process.stdout, 'write', (_chunk: unknown) => true)
    const outOf = () =>
      written()
        .map(({ args: [chunk] }) => String(chunk))
        .join('')
    try {
      await program.parseAsync(['export', ...args], { from: 'user' })
      return { out: outOf(), error: null }
    } catch (thrown) {
      return { out: outOf(), error: (thrown as Error).message }
    } finally {
      written.restore()
    }
  }
})
