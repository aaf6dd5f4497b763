import { Readable } from 'node:stream'
import { v7 as uuidv7 } from 'uuid'
import { readConfig } from '../../../src/config.ts'
import { openBytes } from '../../../src/importers/parse/bytes.ts'
import { ImportRefused } from '../../../src/importers/refused.ts'
import { runImport } from '../../../src/importers/run/run-import.ts'
import { MEDNUM } from '../../../src/importers/sources/mednum.ts'
import { openDatabase } from '../../../src/store/db/database.ts'
import { createImportStore } from '../../../src/store/imports/import-store.ts'
import { LOOKUPS } from '../mapping.ts'

/*
 * Run by hostile-files.test.ts in a process of its own, whose memory it measures: imports each file that is named on
 * standard input, one a line, and answers with one line of JSON.
 */

const database = await openDatabase(readConfig())
const now = () => new Date()
const store = createImportStore({ batch: database.batch, newId: uuidv7, now })

async function ending(path: string, slug: string): Promise<object> {
  try {
    const { counts } = await runImport(
      { ...MEDNUM, source: slug, formats: ['csv', 'json', 'xlsx'] },
      { origin: path, open: () => openBytes(path, Readable.from([]), 64) },
      { store, lookups: LOOKUPS, newId: uuidv7, now },
      { dryRun: false, partial: true }
    )
    return { counts }
  } catch (error) {
    return { refused: error instanceof ImportRefused, message: String(error) }
  }
}

let files = 0
let rest = ''
for await (const chunk of process.stdin.setEncoding('utf8') as AsyncIterable<string>) {
  const lines = (rest + chunk).split('\n')
  rest = lines.pop() ?? ''
  for (const path of lines) {
    // What the files before have left is not counted for this one.
    globalThis.gc?.()
    process.stdout.write(`${JSON.stringify(await ending(path, `hostile-${files++}`))}\n`)
  }
}
await database.close()
