import t from 'tap'
import { neighboursOf } from '../../../src/domain/territories/neighbours.ts'
import { territoryRows } from '../../../src/store/territories/administrative-data.ts'

const codesOf = (kind: 'department' | 'region') =>
  territoryRows()
    .filter((row) => row.kind === kind)
    .map(({ code }) => code)

t.test('neighbours have each other as neighbours, and all are in the official list', async (t) => {
  for (const kind of ['department', 'region'] as const) {
    const known = new Set(codesOf(kind))
    for (const code of known) {
      for (const neighbour of neighboursOf(kind, code)) {
        t.ok(known.has(neighbour), `${kind} ${neighbour}`)
        t.ok(neighboursOf(kind, neighbour).includes(code), `${kind} ${code} and ${neighbour}`)
      }
    }
  }
})

t.test('all of the mainland is reached from Paris by neighbours; islands have none', async (t) => {
  const reached = new Set(['75'])
  for (const code of reached) for (const next of neighboursOf('department', code)) reached.add(next)
  const mainland = codesOf('department').filter(
    (code) => code.length === 2 && !code.startsWith('2A') && code !== '2B'
  )
  t.same([...reached].toSorted(), mainland.toSorted())
  t.same(neighboursOf('department', '2A'), ['2B'])
  t.same(neighboursOf('department', '974'), [])
  t.same(neighboursOf('region', '94'), [])
  t.same(neighboursOf('region', '53'), ['28', '52'])
  t.same(neighboursOf('department', '01'), ['38', '39', '69', '71', '73', '74'])
})
