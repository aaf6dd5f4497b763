import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { importFile } from '../../src/commands/imports/import.ts'
import type { Database } from '../../src/store/db/database.ts'
import { testDatabase } from '../support/database.ts'
import { stateOf } from '../support/inspect.ts'

const folder = await mkdtemp(join(tmpdir(), 'annuaire-producers-'))
t.teardown(() => rm(folder, { recursive: true }))

const place = (id: string, nom: string, commune: string, code_postal: string, more: object = {}) => ({
  id,
  nom,
  commune,
  code_postal,
  ...more
})

const NIEVRE = [
  place('1', 'EPN de Nevers', 'Nevers', '58000'),
  place('2', 'Médiathèque', 'Decize', '58300'),
  place('3', 'Tiers-lieu du Morvan', 'Château-Chinon (Ville)', '58120')
]

async function take(database: Database, records: readonly object[], partial = false) {
  const file = join(folder, 'places.json')
  await writeFile(file, JSON.stringify(records))
  return importFile(database, 'mednum', file, { maxSize: 1, partial })
}

t.test('the file of a second producer who uses the same ids is refused', async (t) => {
  const database = await testDatabase(t)
  await take(database, NIEVRE)
  const before = await stateOf(database)
  const ardeche = [
    place('1', 'Maison de quartier', 'Privas', '07000'),
    place('2', 'Point Relais', 'Aubenas', '07200'),
    place('4', 'Fablab', 'Annonay', '07100')
  ]
  for (const partial of [true, false]) {
    await t.rejects(take(database, ardeche, partial), {
      name: 'ImportRefused',
      message:
        /another producer: 2 of its ids.*Nothing was changed.*record 1.*"EPN de Nevers" in Nevers.*not of "Maison de quartier" in Privas.*column source/
    })
  }
  t.same(await stateOf(database), before)
  const named = ardeche.map((each) => ({ ...each, source: 'Ardèche' }))
  t.match(await take(database, named), { counts: { created: 3, updated: 0, withdrawn: 0 } })
})

t.test('a place may be renamed, or move, but not become another one', async (t) => {
  const database = await testDatabase(t)
  await take(database, NIEVRE)
  const changed = await take(database, [
    place('1', 'Espace numérique Victor-Hugo', 'Nevers', '58000'),
    place('2', 'MEDIATHEQUE', 'Imphy', '58160'),
    place('3', 'Mairie', 'Clamecy', '58500')
  ])
  t.match(changed, { counts: { updated: 2, rejected: 1, withdrawn: 0 } })
  t.match(changed.rejections, [{ record_id: '3', reasons: [/"Tiers-lieu du Morvan".*"Mairie" in Clamecy/] }])
})

t.test('a producer who is named may give an id to another place', async (t) => {
  const database = await testDatabase(t)
  const source = 'hinaura'
  await take(database, [place('1', 'EPN', 'Nevers', '58000', { source })])
  const again = await take(database, [place('1', 'Mairie', 'Clamecy', '58500', { source })])
  t.match(again, { counts: { updated: 1, rejected: 0 } })
})
