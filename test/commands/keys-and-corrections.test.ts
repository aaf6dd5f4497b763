import { Command } from 'commander'
import t from 'tap'
import { registerCorrect } from '../../src/commands/correct.ts'
import { registerSources } from '../../src/commands/imports/sources.ts'
import { registerKeys } from '../../src/commands/keys.ts'
import { openDatabase } from '../../src/store/db/database.ts'
import { apiOver } from '../support/app.ts'
import { testConfig } from '../support/database.ts'
import { ndjson } from '../support/records.ts'

const textOf = (calls: readonly { readonly args: readonly unknown[] }[]): string =>
  calls.map(({ args }) => String(args[0])).join('')

/** Makes subcommands throw argument errors instead of printing them and ending the process. */
function quieten(command: Command): void {
  for (const each of command.commands) {
    each.exitOverride().configureOutput({ writeErr: () => {} })
    quieten(each)
  }
}

t.test('from a source to a correction, on the command line', async (t) => {
  const config = await testConfig(t)

  // While this file runs, the commands read their settings from these variables.
  process.env.DATA_DIR = config.DATA_DIR
  if (config.DATABASE_URL !== undefined) process.env.DATABASE_URL = config.DATABASE_URL

  /** Runs a command as the command line does, without starting a process for each of the many calls. */
  async function annuaire(...args: string[]) {
    const program = new Command().exitOverride().configureOutput({ writeErr: () => {} })
    for (const register of [registerSources, registerKeys, registerCorrect]) register(program)
    quieten(program)
    const written = t.capture(process.stdout, 'write', () => true)
    const stderr = t.capture(process.stderr, 'write', () => true)
    try {
      await program.parseAsync(args, { from: 'user' })
      return { status: 0, out: textOf(written()), errors: textOf(stderr()) }
    } catch (error) {
      return { status: 1, out: textOf(written()), errors: error instanceof Error ? error.message : '' }
    } finally {
      written.restore()
      stderr.restore()
    }
  }

  /** Opens the database only for this work, because only one process at a time can use the embedded database. */
  async function overApi<T>(work: (api: Awaited<ReturnType<typeof apiOver>>) => Promise<T>): Promise<T> {
    const database = await openDatabase(config)
    try {
      const api = await apiOver(t, database)
      return await work(api)
    } finally {
      await database.close()
    }
  }

  const create = [
    'sources',
    'create',
    'bibliotheques-du-bessin',
    '--name',
    'Bibliothèques',
    '--licence',
    'etalab-2.0'
  ]
  t.match(await annuaire(...create, '--priority', '40'), {
    status: 0,
    out: /keys create --scope sources:write:bib/
  })
  t.match(await annuaire(...create, '--priority', '40'), { status: 1, errors: /already/ })

  const scope = 'sources:write:bibliotheques-du-bessin'
  const made = await annuaire(
    'keys',
    'create',
    '--scope',
    scope,
    '--name',
    'Importeur',
    '--expires',
    '2999-12-31'
  )
  t.equal(made.status, 0)
  const token = made.out.trim()
  t.match(token, /^ann_[0-9a-f]{12}_[\w-]{43}$/, 'alone on standard output, for scripts')
  const id = token.split('_')[1] ?? ''
  t.match(await annuaire('keys', 'create', '--scope', 'everything', '--name', 'x'), {
    status: 1,
    errors: /scope/
  })

  const place = await overApi(async ({ ask, get }) => {
    const sent = await ask({
      method: 'PUT',
      url: '/v1/sources/bibliotheques-du-bessin/records?mode=complete',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
      payload: ndjson([
        { id: '14', content: { name: 'Médiathèque de Bayeux', address: { commune: '14047' } } }
      ])
    })
    t.equal(sent.statusCode, 200, sent.body)
    t.match(sent.json(), { counts: { created: 1 } })
    return (await get('/v1/places')).items[0]?.id ?? ''
  })

  const list = await annuaire('keys', 'list')
  t.match(list.out, new RegExp(`${id}  Importeur: ${scope}; .*valid until 2999-12-31, last used on`))
  t.notMatch(list.out, token)

  const corrected = await annuaire(
    'correct',
    place,
    'contacts.phone',
    '+33231000000',
    '--by',
    'Camille Martin'
  )
  t.match(corrected, { status: 0, out: /annuaire correct --undo 1\n/ })
  t.match(await annuaire('correct', 'list', place), {
    status: 0,
    out: /1 {2}contacts\.phone = "\+33231000000", by Camille Martin on .*\n {4}instead of null\n/
  })
  const hours = (text: string) => annuaire('correct', place, 'opening_hours', text, '--by', 'Camille Martin')
  t.match(await hours('lundi et mardi 9h-12h ; samedi 10h-12h'), { status: 0 })
  t.match((await annuaire('correct', 'list', place)).out, /"osm":"Mo,Tu 09:00-12:00; Sa 10:00-12:00"/)
  t.match(await hours('lundi matin'), {
    status: 1,
    errors: /"lundi matin" is not understood. Write days and hours, as in /
  })
  t.match(await hours('Mo-Fr 9-12 sauf mercredi'), { status: 1, errors: /Write days and hours/ })
  t.match(await annuaire('correct', place, 'telephone', '1', '--by', 'x'), {
    status: 1,
    errors: /can be corrected: name, /
  })
  t.match(await annuaire('correct', place, 'siret', '1', '--by', 'x'), { status: 1, errors: /not a SIRET/ })
  t.match(await annuaire('correct', place, 'name', 'x'), { status: 1, errors: /--by/ })
  t.match(await annuaire('correct', '--undo', '1'), { status: 0, out: new RegExp(place) })
  t.match(await annuaire('correct', '--undo', '1'), { status: 1, errors: /No correction/ })
  t.match(await annuaire('keys', 'revoke', id), { status: 0 })
  t.match(await annuaire('keys', 'revoke', id), { status: 1 })
})
