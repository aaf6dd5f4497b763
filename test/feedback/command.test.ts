import { Command } from 'commander'
import t from 'tap'
import { registerSources } from '../../src/commands/imports/sources.ts'
import { openDatabase } from '../../src/store/db/database.ts'
import { findFeedback } from '../../src/store/feedback/feedback-store.ts'
import { testConfig } from '../support/database.ts'

const config = await testConfig(t)
// While this file runs, the commands read their settings from these variables.
process.env.DATA_DIR = config.DATA_DIR
if (config.DATABASE_URL !== undefined) process.env.DATABASE_URL = config.DATABASE_URL

function quieten(command: Command): void {
  for (const each of command.commands) {
    each.exitOverride().configureOutput({ writeErr: () => {} })
    quieten(each)
  }
}

/** Runs `annuaire sources …`; returns what it prints, or the error. */
async function sources(...args: readonly string[]): Promise<string> {
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} })
  registerSources(program)
  quieten(program)
  const written = t.capture(process.stdout, 'write', () => true)
  try {
    await program.parseAsync(['sources', ...args], { from: 'user' })
    return written()
      .map(({ args: [text] }) => String(text))
      .join('')
  } catch (error) {
    return error instanceof Error ? error.message : ''
  } finally {
    written.restore()
  }
}

/** Opens the database only for this, because one process at a time can use the embedded database. */
async function kept(slug: string): Promise<unknown> {
  const database = await openDatabase(config)
  try {
    return await findFeedback(database, slug)
  } finally {
    await database.close()
  }
}

const CREATE = ['--licence', 'etalab-2.0', '--priority', '40'] as const

t.test('an administrator sets, shows, changes and deletes the address of a source', async (t) => {
  await sources('create', 'epn-bessin', '--name', 'EPN du Bessin', ...CREATE)
  t.equal(await sources('feedback', 'epn-bessin'), 'No address is set for epn-bessin.\n')
  t.match(await sources('feedback', 'epn-bessin', '--email', 'pas une adresse'), /one e-mail address/)
  t.match(
    await sources('feedback', 'epn-bessin', '--email', 'a@b.example, c@d.example'),
    /one e-mail address/
  )
  t.match(await sources('feedback', 'inconnue', '--email', 'ana@example.org'), /There is no source inconnue/)
  t.match(await sources('feedback', 'epn-bessin', '--language', 'de'), /fr or en/)
  t.equal(await kept('epn-bessin'), null)
  const set = await sources('feedback', 'epn-bessin', '--email', 'fichier@bessin.example', '--language', 'en')
  t.match(set, /at fichier@bessin\.example \(en\), on Mondays\.\n$/)
  t.equal(await sources('feedback', 'epn-bessin'), set)
  const changed = await sources('feedback', 'epn-bessin', '--email', 'liste@bessin.example')
  t.match(changed, /at liste@bessin\.example \(en\)/, 'the language stays')
  t.match(await sources('feedback', 'epn-bessin', '--language', 'fr'), /liste@bessin\.example \(fr\)/)
  t.match(await sources('feedback', 'epn-bessin', '--stop', '--language', 'fr'), /no other options/)
  t.match(await sources('feedback', 'epn-bessin', '--stop'), /no mails any more/)
  t.equal(await kept('epn-bessin'), null)
})

t.test('a source can be created with the address of its owner', async (t) => {
  const address = ['--feedback-email', 'fichier@caen.example'] as const
  await sources('create', 'epn-caen', '--name', 'EPN de Caen', ...CREATE, ...address)
  t.match(await kept('epn-caen'), { email: 'fichier@caen.example', language: 'fr', name: 'EPN de Caen' })
})
