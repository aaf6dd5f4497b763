import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { readConfig } from '../config.ts'
import { copyEmbedded } from '../store/db/embedded/copy.ts'
import { print } from './shell/print.ts'

export function registerBackup(program: Command): void {
  program
    .command('backup')
    .description('copy the embedded database, also while it is in use')
    .argument('<folder>', 'a folder that does not exist yet; to use the copy, start with it as DATA_DIR')
    .action((folder: string) => backup(folder))
}

async function backup(folder: string): Promise<void> {
  const { DATABASE_URL, DATA_DIR } = readConfig()
  if (DATABASE_URL !== undefined)
    throw new Error('The database is on a PostgreSQL server (DATABASE_URL): use pg_dump, as the README says.')
  if (!existsSync(DATA_DIR)) throw new Error(`There is no database in ${DATA_DIR} (DATA_DIR).`)
  if (existsSync(folder)) throw new Error(`${folder} exists already.`)
  await copyEmbedded(DATA_DIR, folder)
  print(`The database in ${DATA_DIR} was copied to ${folder}.\n`)
}
