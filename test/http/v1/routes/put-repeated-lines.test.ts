import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import t from 'tap'
import { RECORDS_MOST } from '../../../../src/domain/imports/records-run.ts'
import { apiOver } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { stateOf } from '../../../support/inspect.ts'
import { senderOf } from '../../../support/records.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)

const recordOf = (id: string, name: string) =>
  JSON.stringify({ id, content: { name, address: { postcode: '14400', city: 'Bayeux', commune: '14047' } } })

const LINES = {
  mediatheque: recordOf('1', 'Médiathèque Les 7 lieux'),
  renamed: recordOf('1', 'Médiathèque de Bayeux'),
  nameless: JSON.stringify({ id: '2', content: { name: '' } }),
  cut: '{"id":"3"',
  workshop: recordOf('4', 'Atelier numérique')
}
type Line = keyof typeof LINES

/** What a reader without a memory says of each line: of an id, the first content counts. */
function expectedOf(lines: readonly Line[]) {
  const firsts = new Map<string, Line>()
  const counts = { read: lines.length, created: 0, unchanged: 0, rejected: 0 }
  const rejected: number[] = []
  for (const [index, line] of lines.entries()) {
    const id = line === 'workshop' ? '4' : '1'
    const isReadable = line !== 'nameless' && line !== 'cut'
    const first = isReadable ? firsts.get(id) : undefined
    if (!isReadable || (first !== undefined && first !== line)) rejected.push(index + 1)
    else if (first === line) counts.unchanged++
    else {
      counts.created++
      firsts.set(id, line)
    }
  }
  counts.rejected = rejected.length
  return { counts, repeated: counts.unchanged, rejected }
}

t.test('repeated lines are counted as if each were read, and twice the body changes nothing', async (t) => {
  const bodies = fc.sample(
    fc.array(fc.constantFrom<Line>('mediatheque', 'renamed', 'nameless', 'cut', 'workshop'), {
      maxLength: 12
    }),
    6
  )
  for (const tail of bodies) {
    const lines: readonly Line[] = ['mediatheque', ...tail]
    const { send } = await senderOf(database, api)
    const body = `${lines.map((line) => LINES[line]).join('\n')}\n`
    const { counts, repeated, rejected } = expectedOf(lines)
    const report = (await send(body, 'mode=partial')).json()
    t.match(report, { counts: { ...counts, updated: 0, withdrawn: 0 }, repeated }, lines.join())
    const positions = { municipality: counts.created, kept: counts.unchanged, source: 0, none: 0 }
    t.match(report.positions, positions, lines.join())
    const told = report.rejections.map(({ line }: { line: number }) => line)
    t.same(
      told.toSorted((one: number, other: number) => one - other),
      rejected,
      lines.join()
    )
    const before = await stateOf(database)
    const again = (await send(body, 'mode=partial')).json()
    t.match(again.counts, { created: 0, unchanged: counts.created + counts.unchanged })
    t.same(await stateOf(database), before)
  }
})

t.test('more records than a body may have are refused as a whole, repeated or not', async (t) => {
  const { send } = await senderOf(database, api)
  const before = await stateOf(database)
  const answer = await send(gzipSync(`${LINES.mediatheque}\n`.repeat(RECORDS_MOST + 1)))
  t.equal(answer.statusCode, 413)
  t.match(answer.json(), {
    type: '/problems/body-too-large',
    detail: /more than 200000 records.* mode=partial/
  })
  t.same(await stateOf(database), before)
})
