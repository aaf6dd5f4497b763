import { gzipSync } from 'node:zlib'
import t from 'tap'
import { TWO_PLACES, workbook } from '../../../importers/hostile/workbooks.ts'
import { apiOver } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { rejectionsIn, stateOf } from '../../../support/inspect.ts'
import { senderOf } from '../../../support/records.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const { get } = api

const place = (id: string, content: Record<string, unknown> = {}) => ({
  id,
  content: {
    name: `Médiathèque ${id}`,
    types: ['BIB'],
    address: { postcode: '14400', city: 'Bayeux' },
    ...content
  }
})

t.test('415 for a body that is not NDJSON, whatever its type says', async (t) => {
  const { send } = await senderOf(database, api)
  const before = await stateOf(database)
  const bodies: Readonly<Record<string, string | Buffer>> = {
    'a workbook': workbook(TWO_PLACES),
    'a workbook that would be huge': workbook('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    'a gzipped workbook': gzipSync(workbook(TWO_PLACES)),
    'a list in JSON': JSON.stringify([place('1')]),
    'a CSV': 'id,nom\n1,Médiathèque de Bayeux\n',
    'brackets without end': '['.repeat(100_000)
  }
  for (const [what, body] of Object.entries(bodies)) {
    const answer = await send(body)
    t.same([answer.statusCode, answer.json().type], [415, '/problems/not-ndjson'], what)
  }
  t.same(await stateOf(database), before)
})

t.test('a record that is nested too deep, or has too many values, is rejected alone', async (t) => {
  const { send } = await senderOf(database, api)
  const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const answer = await send(
    [
      JSON.stringify(place('1')),
      `{"id":"2","content":${nested}}`,
      nested,
      `{"id":"4","content":{"services":[${'[],'.repeat(100_000)}[]]}}\n`
    ].join('\n')
  )
  t.match(answer.json(), {
    counts: { created: 1, rejected: 3 },
    rejections: [
      { line: 2, id: '2', reasons: [/nested more than 32 levels/] },
      { line: 3, id: null, reasons: ['is not a JSON object'] },
      { line: 4, id: '4', reasons: [/more than 20000 values/] }
    ]
  })
})

t.test('rejections are counted, and the first 1 000 are listed', async (t) => {
  const { send } = await senderOf(database, api)
  const before = await rejectionsIn(database)
  const lines = Array.from({ length: 1_500 }, (_, at) => `{"id":"x${at}"}`)
  const answer = (await send([JSON.stringify(place('1')), ...lines].join('\n'))).json()
  t.match(answer.counts, { read: 1_501, created: 1, rejected: 1_500 })
  t.equal(answer.rejections.length, 1_000)
  t.equal((await rejectionsIn(database)).length - before.length, 1_000, 'the stored run keeps no more')
})

t.test('a body whose first 10 000 records are all rejected is not read further', async (t) => {
  const { send } = await senderOf(database, api)
  const answer = await send(gzipSync('{"id":""}\n'.repeat(100_000)))
  t.equal(answer.statusCode, 422)
  t.match(answer.json().detail, /^None of the first 10000 records can be read; the first \(line 1\): /)
  const withOneGood = await send(gzipSync(`${JSON.stringify(place('1'))}\n${'{"id":""}\n'.repeat(100_000)}`))
  t.equal(withOneGood.statusCode, 422)
  t.match(withOneGood.json().detail, /^Only 1 of the first 10000 records can be read; the first faulty one/)
})

t.test('characters that people cannot see are left out of texts', async (t) => {
  const { put } = await senderOf(database, api, 'sens-du-texte')
  await put([place('1', { name: '\u202eEPN\u0000\u001b[2J de\nBayeux\u2069', summary: 'Ici\u200b\n\nlà' })])
  const { items } = await get('/v1/places?source=sens-du-texte')
  t.match(items, [{ name: 'EPN [2J de Bayeux', summary: 'Ici\n\nlà' }])
})

t.test('413 for a body that is too large when decompressed', async (t) => {
  const { send } = await senderOf(database, api)
  const bomb = gzipSync(`{${'x'.repeat(100_000)}\n`.repeat(2_110))
  const answer = await send(bomb, 'mode=partial', { 'content-encoding': 'gzip' })
  t.equal(answer.statusCode, 413)
  t.match(answer.json(), { type: '/problems/body-too-large', detail: /200 MB/ })
})
