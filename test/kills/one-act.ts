import { readFileSync } from 'node:fs'
import { readConfig } from '../../src/config.ts'
import { prepareDirectory } from '../../src/prepare-directory.ts'
import { openDatabase } from '../../src/store/db/database.ts'
import { type Act, perform } from './acts.ts'

// killed-acts.test.ts runs this file in a separate process, which it kills. It reports its start, then performs the act in
// a file; without a file, it prepares an empty database.

const [path] = process.argv.slice(2)
const act = path === undefined ? undefined : (JSON.parse(readFileSync(path, 'utf8')) as Act)
if (act === undefined) process.stdout.write('begun\n')
const database = await openDatabase(readConfig())
if (act === undefined) await prepareDirectory(database)
else {
  process.stdout.write('begun\n')
  await perform(database, act)
}
await database.close()
