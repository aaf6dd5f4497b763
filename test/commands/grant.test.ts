import { Command } from 'commander'
import t from 'tap'
import { registerAccounts } from '../../src/commands/accounts.ts'
import { openDatabase } from '../../src/store/db/database.ts'
import { apiOver } from '../support/app.ts'
import { testConfig } from '../support/database.ts'
import { placesIn } from '../support/inspect.ts'
import { senderOf } from '../support/records.ts'

t.test('a role is given for what exists, and a typing error makes a moderator of nothing', async (t) => {
  const config = await testConfig(t)
  // While this file runs, the command reads its settings from these variables.
  process.env.DATA_DIR = config.DATA_DIR
  if (config.DATABASE_URL !== undefined) process.env.DATABASE_URL = config.DATABASE_URL

  async function grant(role: string, scope: string) {
    const program = new Command().exitOverride().configureOutput({ writeErr: () => {} })
    registerAccounts(program)
    for (const each of [
      program,
      ...program.commands,
      ...program.commands.flatMap(({ commands }) => commands)
    ])
      each.exitOverride().configureOutput({ writeErr: () => {} })
    const written = t.capture(process.stdout, 'write', () => true)
    const args = ['accounts', 'grant', '--email', 'ana@nevers.example', '--role', role, '--scope', scope]
    try {
      await program.parseAsync(args, { from: 'user' })
      return written()
        .map((call) => String(call.args[0]))
        .join('')
    } catch (error) {
      return error instanceof Error ? error.message : ''
    } finally {
      written.restore()
    }
  }

  const database = await openDatabase(config)
  const { put } = await senderOf(database, await apiOver(t, database), 'registre')
  await put([{ id: '1', content: { name: 'EPN de Nevers', address: { commune: '58194' } } }])
  const place = (await placesIn(database))[0]?.id ?? ''
  await database.close()

  for (const scope of ['department:999', 'departement:58', 'commune:Nevers', 'region:0', 'epci:1', '58'])
    t.match(await grant('moderator', `territory:${scope}`), /There is no territory/, scope)
  // Each of these opens the database anew, which takes seconds.
  t.match(await grant('moderator', 'territory:department:2A'), / is moderator of territory department:2A\./)
  t.match(await grant('manager', 'place:0198f0c2-0000-7000-8000-000000000000'), /There is no place/)
  t.match(await grant('manager', `place:${place}`), / is manager of place /)
})
