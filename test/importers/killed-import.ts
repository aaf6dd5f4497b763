import { writeSync } from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import { readConfig } from '../../src/config.ts'
import { openBytes } from '../../src/importers/parse/bytes.ts'
import { runImport } from '../../src/importers/run/run-import.ts'
import { MEDNUM } from '../../src/importers/sources/mednum.ts'
import { openDatabase } from '../../src/store/db/database.ts'
import { createImportStore } from '../../src/store/imports/import-store.ts'
import { LOOKUPS } from './mapping.ts'

// import-killed.test.ts runs this file in a separate process. It imports a file, and stops in the middle of its
// transaction, after a first page of places, until it is killed.

const [path = ''] = process.argv.slice(2)
const now = () => new Date()
let made = 0

function newId(): string {
  made += 1
  if (made > 700) {
    writeSync(1, 'writing\n')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  }
  return uuidv7()
}

const database = await openDatabase(readConfig())
const store = createImportStore({ batch: database.batch, newId: uuidv7, now })
await runImport(
  MEDNUM,
  { origin: path, open: () => openBytes(path, process.stdin, 10) },
  { store, lookups: LOOKUPS, newId, now },
  { dryRun: false }
)
