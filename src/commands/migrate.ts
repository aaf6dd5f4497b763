import type { Command } from 'commander'
import { readConfig } from '../config.ts'
import { prepareDirectory } from '../prepare-directory.ts'
import { openDatabase } from '../store/db/database.ts'
import { print } from './shell/print.ts'

export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('update the schema, vocabularies and territories of the database (serve does this too)')
    .action(async () => {
      const database = await openDatabase(readConfig())
      try {
        const applied = await prepareDirectory(database)
        const lines = applied.length > 0 ? applied.map((name) => `Applied ${name}.`) : ['Nothing to apply.']
        print(`${lines.join('\n')}\n`)
      } finally {
        await database.close()
      }
    })
}
