import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { importFile } from '../../src/commands/imports/import.ts'
import type { ImportCommand } from '../../src/commands/imports/import-from.ts'
import { ndjsonRows } from '../../src/importers/parse/ndjson.ts'
import { readRows } from '../../src/importers/parse/rows.ts'
import type { Database } from '../../src/store/db/database.ts'
import { testDatabase } from '../support/database.ts'
import { stateOf } from '../support/inspect.ts'

const folder = await mkdtemp(join(tmpdir(), 'annuaire-cut-'))
t.teardown(() => rm(folder, { recursive: true }))

const HEADER = 'id;nom;commune;code_postal'
const epn = (id: number) => `${id};Espace numérique ${id};Nevers;58000`
const csvOf = (from: number, to: number) =>
  `${[HEADER, ...Array.from({ length: to - from }, (_, n) => epn(from + n))].join('\n')}\n`

async function take(database: Database, text: string, more: Partial<ImportCommand> = {}) {
  const file = join(folder, 'places.csv')
  await writeFile(file, text)
  return (await importFile(database, 'mednum', file, { maxSize: 10, ...more })).counts
}

t.test('a file that ends within a letter is refused', async (t) => {
  const database = await testDatabase(t)
  const whole = `${HEADER}\n1;Médiathèque;Nevers;58000\n2;EPN;Nevers;58000`
  const file = join(folder, 'letters.csv')
  await writeFile(file, Buffer.concat([Buffer.from(whole), Buffer.from('é').subarray(0, 1)]))
  const options = { maxSize: 10 }
  await t.rejects(importFile(database, 'mednum', file, options), {
    message: /was cut: it ends within a letter/
  })
  const { counts } = await importFile(database, 'mednum', file, { ...options, partial: true })
  t.match(counts, { created: 2 }, 'as a part, its records are taken')
})

t.test('a CSV that ends within its last line is refused, and nothing is withdrawn', async (t) => {
  const database = await testDatabase(t)
  const whole = csvOf(0, 12)
  await take(database, whole)
  const before = await stateOf(database)
  const cut = whole.slice(0, whole.lastIndexOf(';Nevers'))
  for (const text of [cut, `${cut}\n`]) {
    await t.rejects(take(database, text), {
      name: 'ImportRefused',
      message:
        /was cut: line 13 has 2 fields but the header has 4.*the last one\. Nothing was changed\. Fetch.*--partial/
    })
    t.same(await stateOf(database), before)
  }
  t.match(await take(database, cut, { partial: true }), { unchanged: 11, rejected: 1, withdrawn: 0 })
  t.match(
    await take(database, `${csvOf(0, 11)}Source : ville de Nevers\n`, { force: true }),
    { unchanged: 11, rejected: 1, withdrawn: 1 },
    'a note below the table, with --force'
  )
})

const cutOf = async (text: string, read = readRows): Promise<string | null> => {
  const { rows, cut } = await read(
    (async function* () {
      yield text
    })()
  )
  for await (const _ of rows) {
    // The rows themselves do not matter here, only the end of the file.
  }
  return cut?.() ?? null
}

t.test('a file whose lines are often short was not cut, nor one that lacks its last line end', async (t) => {
  t.equal(await cutOf(csvOf(0, 3).trimEnd()), null)
  t.equal(await cutOf(`${HEADER}\n1;a\n2;b\n3;c`), null, 'this producer leaves out the last fields')
  t.equal(await cutOf(`${HEADER}\n1;a\n${epn(2)}`), null, 'a broken line in the middle is rejected by itself')
  t.match(await cutOf(`${HEADER}\n${epn(1)}\n2;b`), /^line 3 has 2 fields/)
})

t.test(
  'a CSV that ends within a quoted field was cut, one with a forgotten quotation mark was not',
  async (t) => {
    const within = /^the file ends within the quotation marks that open in line 3$/
    t.match(await cutOf(`${HEADER}\n${epn(1)}\n2;"Espace`), within)
    t.match(await cutOf(`${HEADER}\n${epn(1)}\n2;"Espace\nnumérique`), within)
    t.match(await cutOf(`sep=;\n${HEADER}\n2;"Espace\nnumérique`), within)
    t.equal(await cutOf(`${HEADER}\n${epn(1)}\n2;"Espace;Nevers;58000\n${epn(3)}\n`), null)
  }
)

t.test('a row with a wrong quotation mark is rejected, and the place of its id stays', async (t) => {
  const database = await testDatabase(t)
  const whole = csvOf(0, 12)
  await take(database, whole)
  for (const broken of ['4;"Espace "numérique" 4";Nevers;58000', '4;"Espace numérique 4;Nevers;58000']) {
    t.match(await take(database, whole.replace(epn(4), broken)), {
      unchanged: 11,
      rejected: 1,
      withdrawn: 0
    })
  }
})

t.test('NDJSON that ends within a line was cut', async (t) => {
  t.equal(await cutOf('{"id":1}\n{"id":2}', ndjsonRows), null)
  t.equal(await cutOf('{"id":1}\n{"id":\n', ndjsonRows), null, 'a wrong line is rejected by itself')
  t.match(await cutOf('{"id":1}\n{"id":', ndjsonRows), /^line 2 is not valid JSON/)
})

t.test('a row with too many or too few fields is rejected, and the place of its id stays', async (t) => {
  const database = await testDatabase(t)
  const whole = csvOf(0, 12)
  await take(database, whole)
  for (const broken of ['4;Espace; numérique;4;Nevers;58000', '4;Espace numérique 4']) {
    t.match(
      await take(database, whole.replace(epn(4), broken)),
      { unchanged: 11, rejected: 1, withdrawn: 0 },
      broken
    )
  }
})

t.test('a file that has become much shorter is refused, unless new records make up for it', async (t) => {
  const database = await testDatabase(t)
  await take(database, csvOf(0, 60))
  const before = await stateOf(database)
  await t.rejects(take(database, csvOf(0, 53)), {
    name: 'ImportRefused',
    message:
      /shorter by 11\.7 %, which is more than 10 %: 7 of the 60 records.* 0 are new.*--max-withdrawn 20/
  })
  t.same(await stateOf(database), before)
  t.match(await take(database, csvOf(7, 62)), { created: 2, withdrawn: 7 }, 'closed and opened: 5 fewer')
  t.match(await take(database, csvOf(7, 55), { maxWithdrawn: 20 }), { withdrawn: 7 }, 'allowed by hand')
})
