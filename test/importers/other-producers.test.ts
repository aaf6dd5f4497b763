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

const inNevers = (id: number, nom: string, adresse: string, telephone = '') =>
  place(`${id}`, nom, 'Nevers', '58000', { adresse, telephone })

t.test('in the same town, it is another place if name, street and phone all change', async (t) => {
  const database = await testDatabase(t)
  await take(database, [
    inNevers(1, 'EPN du Banlay', '1 rue du Banlay', '03 86 71 00 01'),
    inNevers(2, 'Médiathèque Jean-Jaurès', '17 rue Jean-Jaurès', '03 86 71 00 02'),
    inNevers(3, 'Inkub', '5 rue du 13e de Ligne', '03 86 71 00 03')
  ])
  const changed = await take(database, [
    inNevers(1, 'Centre social des Montôts', '4 rue Blaise-Pascal', '03 86 71 00 91'),
    inNevers(2, 'Médiathèque Jean-Jaurès', '2 place Mossé', '03 86 71 00 92'),
    inNevers(3, 'Pôle numérique', '74 rue Faidherbe', '03 86 71 00 03')
  ])
  t.match(changed, { counts: { updated: 2, rejected: 1, withdrawn: 0 } })
  t.match(changed.rejections, [
    { record_id: '1', reasons: [/"EPN du Banlay", 1 rue du Banlay, in Nevers.*"Centre social des Montôts"/] }
  ])
})

t.test('a file in which most places change name and street is that of another producer', async (t) => {
  const database = await testDatabase(t)
  const streets = ['du Banlay', 'Jean-Jaurès', 'Faidherbe', 'de Marzy', 'Paul-Vaillant', 'Mlle-Bourgeois']
  const names = ['EPN', 'Médiathèque', 'Inkub', 'Maison de quartier', 'Mission locale', 'Fablab']
  const places = names.map((name, index) => inNevers(index, name, `${index + 1} rue ${streets[index]}`))
  await take(database, places)
  const others = names.map((_, index) =>
    inNevers(index, `CCAS, annexe ${index}`, `${index + 20} rue ${streets.at(index - 1)}`)
  )
  await t.rejects(take(database, others, true), {
    name: 'ImportRefused',
    message: /another producer: 6 of its ids/
  })
  const few = [...others.slice(0, 2), ...places.slice(2)]
  t.match(await take(database, few), { counts: { updated: 2, unchanged: 4, rejected: 0 } }, 'two may move')
})

t.test('a producer who is named may give an id to another place', async (t) => {
  const database = await testDatabase(t)
  const source = 'hinaura'
  await take(database, [place('1', 'EPN', 'Nevers', '58000', { source })])
  const again = await take(database, [place('1', 'Mairie', 'Clamecy', '58500', { source })])
  t.match(again, { counts: { updated: 1, rejected: 0 } })
})
