import { Command } from 'commander'
import t from 'tap'
import { registerForget } from '../../src/commands/forget.ts'
import { writingScope } from '../../src/domain/access/api-keys.ts'
import { openDatabase } from '../../src/store/db/database.ts'
import { apiOver } from '../support/app.ts'
import { testConfig } from '../support/database.ts'
import { placesIn } from '../support/inspect.ts'
import { signIn } from '../support/people/accounts.ts'
import { createKey, ndjson, senderOf } from '../support/records.ts'

t.test('a person and a place are erased on the command line', async (t) => {
  const config = await testConfig(t)
  // While this file runs, the command reads its settings from these variables.
  process.env.DATA_DIR = config.DATA_DIR
  if (config.DATABASE_URL !== undefined) process.env.DATABASE_URL = config.DATABASE_URL

  async function forget(...args: string[]) {
    const program = new Command().exitOverride().configureOutput({ writeErr: () => {} })
    registerForget(program)
    for (const each of program.commands) each.exitOverride().configureOutput({ writeErr: () => {} })
    const written = t.capture(process.stdout, 'write', () => true)
    try {
      await program.parseAsync(['forget', ...args], { from: 'user' })
      return written()
        .map(({ args }) => String(args[0]))
        .join('')
    } catch (error) {
      return error instanceof Error ? error.message : ''
    } finally {
      written.restore()
    }
  }

  const database = await openDatabase(config)
  const { put } = await senderOf(database, await apiOver(t, database), 'registre')
  await put([
    {
      id: '1',
      content: {
        name: 'Atelier de Maëlle Kervoazou',
        summary: 'Avec M. Kervoazou.',
        address: { city: 'Nevers', commune: '58194' }
      }
    },
    { id: '2', content: { name: 'Cabinet Kervoazou', address: { city: 'Mende', commune: '48095' } } }
  ])
  const ids = (await placesIn(database)).map(({ id }) => id)
  await signIn(await apiOver(t, database), database, 'maelle@nevers.example')
  await database.close()

  t.match(await forget(), /Say whom to erase/)
  t.match(await forget('--person', 'Kervoazou'), /cannot be read/)
  t.match(await forget('--place', 'x'), /UUID/)
  t.match(await forget('--person', 'Maëlle Kervoazou', '--place', ids[0] ?? ''), /two commands/)

  const trial = await forget('--person', 'Maëlle Kervoazou', '--dry-run')
  t.match(trial, /registre\/1, mapped\.content\.name: Maëlle Kervoazou\n/)
  t.match(trial, /left: registre\/2, place .*: Kervoazou\n/)
  t.match(trial, /1 place would change. Nothing was changed\.\n$/)
  t.match(
    await forget('--person', 'Maëlle Kervoazou', '--by', 'Alex'),
    /^Erased \(.*\), and held against later imports\./m
  )
  t.match(await forget('--person', 'KERVOAZOU Maëlle'), /already; nothing is left/)
  const rest = (await forget('--person', 'Maëlle Kervoazou', '--doubtful')).trim()
  t.match(rest, /^Erased \(/m, 'what was left is taken too')
  t.match(await forget('--place', ids[0] ?? ''), /withdrawn\nErased/)

  t.match(await forget('--list', '--person', 'Maëlle Kervoazou'), /stand alone/)
  t.match(
    await forget('--release', '01920000-0000-7000-8000-000000000000'),
    /Nothing was erased under the id/
  )
  const rows = (await forget('--list')).split('\n').filter((line) => /^[0-9a-f]{8}-/.test(line))
  t.equal(rows.length, 3)
  t.notMatch(rows.join(), /kervoazou/i, 'without the person')
  const persons = rows.filter((line) => / person /.test(line)).map((line) => line.slice(0, 36))
  const [latest = '', first = ''] = persons
  t.match(await forget('--release', first, '--by', 'Camille'), /^Released\./)
  t.match(await forget('--release', first), /released before/)
  t.match(await forget('--list'), new RegExp(`${first} .* by Camille\\n`))
  t.match(await forget('--person', 'Maëlle Kervoazou'), /already/, 'the other erasure holds the person still')
  t.match(await forget('--release', latest), /^Released\./)

  const trialOfAddress = await forget('--email', 'maelle@nevers.example', '--dry-run')
  t.match(trialOfAddress, /Would close one account\.\n$/)
  t.match(await forget('--email', 'maelle@nevers.example'), /Closed one account\.\n$/)

  const opened = await openDatabase(config)
  t.teardown(() => opened.close())
  const api = await apiOver(t, opened)
  const { token } = await createKey(opened, [writingScope('registre')])
  const name = 'Atelier de Maëlle Kervoazou'
  const content = { name, address: { city: 'Nevers', commune: '58194' } }
  await api.ask({
    method: 'PUT',
    url: '/v1/sources/registre/records?mode=partial',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
    payload: ndjson([{ id: '3', content }])
  })
  t.ok(
    (await placesIn(opened)).some((place) => place.name === name),
    'once nothing holds the person, an import brings the name back'
  )
})
