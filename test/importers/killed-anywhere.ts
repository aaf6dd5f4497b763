import { readConfig } from '../../src/config.ts'
import { inputFrom } from '../../src/importers/run/input.ts'
import { runImport } from '../../src/importers/run/run-import.ts'
import { MEDNUM } from '../../src/importers/sources/mednum.ts'
import { openDatabase } from '../../src/store/db/database.ts'
import { createImportStore } from '../../src/store/imports/import-store.ts'
import { LOOKUPS } from './mapping.ts'

// killed-anywhere.test.ts runs this file in a separate process. It reports its start, imports a file, and may be
// killed at any moment.

const [path = ''] = process.argv.slice(2)
const database = await openDatabase(readConfig())
const clock = { newId: () => crypto.randomUUID(), now: () => new Date() }
const store = createImportStore({ batch: database.batch, ...clock })
process.stdout.write('begun\n')
const input = inputFrom(path, { maxMegabytes: 10, stdin: process.stdin, program: 'test' })
await runImport(MEDNUM, input, { store, lookups: LOOKUPS, ...clock }, { dryRun: false })
process.stdout.write('done\n')
await database.close()
