import { randomUUID } from 'node:crypto'
import t from 'tap'
import { testDatabase } from '../../support/database.ts'

const { batch } = await testDatabase(t)

const CHECK = '23514'
const FOREIGN_KEY = '23503'
const NOT_NULL = '23502'
const GENERATED = '428C9'

const [bayeux, caen] = [randomUUID(), randomUUID()]
const { rows: terms } = await batch.query('SELECT id FROM term ORDER BY id LIMIT 2')
const known: number[] = terms.map(({ id }) => id)

const GOOD = {
  id: bayeux,
  name: 'Espace public numérique de Bayeux',
  sort_name: 'espace public numerique de bayeux',
  lat: 49.2764,
  lon: -0.7024,
  commune: '14047',
  codes: known,
  quality: 0.8,
  search: '',
  document: '{}'
}

await insert('place', GOOD)
await insert('place', { ...GOOD, id: caen, name: 'Médiathèque de Caen', commune: '14118' })
await insert('source', { slug: 'hub-du-sud', name: 'Hub du Sud', licence: 'etalab-2.0' })

t.test('a place', async (t) => {
  const refused: readonly [why: string, columns: object, code: string][] = [
    ['latitude 91', { lat: 91 }, CHECK],
    ['latitude -90.5', { lat: -90.5 }, CHECK],
    ['longitude 181', { lon: 181 }, CHECK],
    ['a latitude that is no number', { lat: 'NaN' }, CHECK],
    ['a latitude without a longitude', { lon: null }, CHECK],
    ['no name', { name: '' }, CHECK],
    ['a name left out', { name: null }, NOT_NULL],
    ['nothing to find it by', { search: null }, NOT_NULL],
    ['a quality above 1', { quality: 1.5 }, CHECK],
    ['a commune that never was', { commune: '00000' }, FOREIGN_KEY],
    ['an unknown code', { codes: [...known, 2_000_000_000] }, FOREIGN_KEY],
    ['merged without a survivor', { status: 'merged' }, CHECK],
    ['a survivor without being merged', { merged_into: caen }, CHECK],
    ['a survivor that is not there', { status: 'merged', merged_into: randomUUID() }, FOREIGN_KEY],
    ['a position that its coordinates do not say', { location: 'POINT(0 0)' }, GENERATED]
  ]
  for (const [why, columns, code] of refused) {
    await t.rejects(insert('place', { ...GOOD, id: randomUUID(), ...columns }), { code }, `refused: ${why}`)
  }
  const itself = randomUUID()
  await t.rejects(
    insert('place', { ...GOOD, id: itself, status: 'merged', merged_into: itself }),
    { code: CHECK },
    'refused: merged into itself'
  )
})

t.test('a valid place stays valid', async (t) => {
  const change = (set: string) => batch.query(`UPDATE place SET ${set} WHERE id = $1`, [bayeux])
  await t.rejects(change('lat = 91'), { code: CHECK })
  await t.rejects(change('codes = codes || 2000000000'), { code: FOREIGN_KEY })
  await t.rejects(change(`status = 'merged'`), { code: CHECK })
  await t.rejects(change('merged_into = id'), { code: CHECK })
  const { rows } = await batch.query('SELECT lat, status, codes FROM place WHERE id = $1', [bayeux])
  t.same(rows, [{ lat: GOOD.lat, status: 'active', codes: known }])
})

t.test('places at the edges of the world, or without a position, are valid', async (t) => {
  const edges = [
    { lat: 90, lon: 0 },
    { lat: -90, lon: 180 },
    { lat: 0, lon: -180 },
    { lat: null, lon: null }
  ]
  for (const edge of edges) await t.resolves(insert('place', { ...GOOD, id: randomUUID(), ...edge }))
  await t.resolves(insert('place', { ...GOOD, id: randomUUID(), status: 'merged', merged_into: bayeux }))
})

t.test('references to a place, a source or a term lead to an existing one', async (t) => {
  const label = { place_id: bayeux, term_id: known[0], source: 'hub-du-sud' }
  const record = { source: 'hub-du-sud', record_id: '12', raw: '{}', mapped: '{}', fingerprint: 'f' }
  await t.rejects(insert('place_label', { ...label, source: 'nobody' }), { code: FOREIGN_KEY })
  await t.rejects(insert('place_label', { ...label, term_id: 2_000_000_000 }), { code: FOREIGN_KEY })
  const backwards = { valid_from: '2026-09-01', valid_until: '2026-01-01' }
  await t.rejects(insert('place_label', { ...label, ...backwards }), { code: CHECK }, 'ends before it begins')
  await t.rejects(insert('source_record', { ...record, place_id: randomUUID() }), { code: FOREIGN_KEY })
  await t.rejects(insert('source_record', { ...record, record_id: '' }), { code: CHECK })
  await t.rejects(insert('source', { slug: 'Hub du Sud', name: 'x', licence: 'x' }), { code: CHECK })
  const merge = { version: 1, kind: 'merged', place_id: bayeux }
  await t.rejects(insert('change', merge), { code: CHECK }, 'a merge names its survivor')
  await t.rejects(batch.query('INSERT INTO data_version (only_row) VALUES (false)'), { code: CHECK })
  await t.rejects(
    batch.query('DELETE FROM place WHERE id = $1', [bayeux]),
    { code: FOREIGN_KEY },
    'and a survivor is not deleted'
  )
})

async function insert(table: string, row: object): Promise<unknown> {
  const names = Object.keys(row)
  const holes = names.map((_, index) => `$${index + 1}`)
  return batch.query(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${holes.join(', ')})`,
    Object.values(row)
  )
}
