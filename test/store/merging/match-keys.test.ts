import fc from 'fast-check'
import t from 'tap'
import { CROWDS, type Crowds, type Key } from '../../../src/domain/matching/pair-keys.ts'
import type { RowPair } from '../../../src/domain/matching/pairs.ts'
import type { Lookup } from '../../../src/domain/merging/match-writer.ts'
import * as compare from '../../../src/store/merging/match-compare.sql.ts'
import { apiOver, type Page } from '../../support/app.ts'
import { testDatabase } from '../../support/database.ts'
import { type GivenRecord, senderOf } from '../../support/records.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const { batch } = database

const rowsOf = async (source: string): Promise<readonly number[]> =>
  (
    await batch.query<{ id: number }>('SELECT id FROM source_record WHERE source = $1 ORDER BY id', [source])
  ).rows.map(({ id }) => id)

const KINDS = ['Médiathèque', 'Mairie annexe', 'Centre social', 'Espace public numérique', 'Point relais']
const STREETS = ['rue de Bretagne', 'rue du Pont de Mayenne', 'quai Béatrix de Gâvre', 'avenue Robert Buron']
const LAVAL = { postcode: '53000', city: 'Laval', commune: '53130' }

/** Records with addresses in one town, without positions. */
const doors = (count: number): readonly GivenRecord[] =>
  Array.from({ length: count }, (_, nth) => ({
    id: String(nth),
    content: {
      name: `${KINDS[nth % KINDS.length]} ${nth}`,
      services: [],
      address: { street: `${nth} ${STREETS[nth % STREETS.length]}`, ...LAVAL },
      contacts: nth % 2 === 0 ? { phone: '+33243000000' } : {}
    }
  }))

t.test('2 500 records of a town without positions are not all compared with each other', async (t) => {
  const town = await senderOf(database, api, 'laval')
  await town.put(doors(2_500))
  const twin = await senderOf(database, api, 'laval-aussi')
  await twin.put([
    {
      id: 'a',
      content: {
        name: 'Espace numérique 1 248',
        services: [],
        address: { street: '1248 rue de Bretagne', ...LAVAL },
        contacts: { websites: ['https://www.laval.fr/espace-1248'] }
      }
    }
  ])
  const all = [...(await rowsOf('laval')), ...(await rowsOf('laval-aussi'))]
  const { rows } = await batch.query<RowPair>(compare.matchCandidates(all, CROWDS))
  t.ok(rows.length < 10 * all.length, `${rows.length} pairs of 3 123 750 possible ones`)
  t.ok(rows.length > 0, 'but some are')
})

t.test('in such a town, a second directory’s record of a door is found', async (t) => {
  const [door] = doors(2_500).slice(-1)
  const other = await senderOf(database, api, 'laval-encore')
  await other.put([{ ...door, id: 'b' }])
  const { items } = await api.get<Page>('/v1/places?source=laval-encore')
  t.match(items, [
    {
      sources: [
        { source: 'laval', id: '2499' },
        { source: 'laval-encore', id: 'b' }
      ]
    }
  ])
})

t.test('more addresses than fit in one comparison are merged one by one', async (t) => {
  const some = doors(820).slice(500)
  const again = await senderOf(database, api, 'laval-de-nouveau', 10, { accepted: true })
  await again.put(some)
  const { rows } = await batch.query(
    `SELECT own.record_id FROM source_record own JOIN place ON place.id = own.place_id
     JOIN source_record first ON first.place_id = place.merged_into AND first.source = 'laval'
     WHERE own.source = 'laval-de-nouveau' AND first.record_id = own.record_id`
  )
  t.equal(rows.length, some.length)
})

const KEYS: readonly Key[] = [
  { sort: 'telling', text: 'siret 1' },
  { sort: 'contact', text: 'phone 2' },
  { sort: 'contact', text: 'email 3' },
  { sort: 'word', text: 'word 4' },
  { sort: 'near', text: 'near 5' },
  { sort: 'near', text: 'near 6' }
]

t.test('which pairs are compared does not depend on when records got their keys', async (t) => {
  const crowds: Crowds = { telling: 2, near: 1, word: 1, contact: 3 }
  const sender = await senderOf(database, api, 'cles')
  await sender.put(
    doors(7).map((door) => ({ ...door, content: { ...door.content, address: { city: 'Oslo' } } }))
  )
  const rows = await rowsOf('cles')
  const filing = fc.record({
    row: fc.constantFrom(...rows),
    directory: fc.constantFrom('a', 'b'),
    present: fc.constant(true),
    keys: fc.subarray([...KEYS]),
    families: fc.constantFrom(0, 0b01, 0b10, 0b11)
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uniqueArray(filing, { selector: ({ row }) => row, minLength: 1 }), {
        minLength: 1,
        maxLength: 6
      }),
      async (imports) => {
        await batch.query('DELETE FROM match_key')
        await batch.query('DELETE FROM match_lookup')
        await batch.query('DELETE FROM match_crowd')
        const filed = new Map<number, Lookup>()
        let known: readonly string[] = []
        for (const lookups of imports) {
          for (const lookup of lookups) filed.set(lookup.row, lookup)
          await batch.query(compare.matchPutLookups(lookups, crowds))
          let due: readonly number[] = lookups.map(({ row }) => row)
          while (due.length > 0) {
            const { rows: found } = await batch.query<RowPair>(compare.matchCandidates(due, crowds))
            const stays = known.filter((pair) => !pair.split(' ').some((row) => due.includes(Number(row))))
            known = [...stays, ...found.map(({ one, other }) => `${one} ${other}`)]
            const { rows: left } = await batch.query<{ record: number }>(
              `DELETE FROM match_due WHERE record IN (SELECT record FROM match_due ORDER BY record LIMIT 3)
               RETURNING record`
            )
            due = left.map(({ record }) => record)
          }
        }
        t.same([...known].sort(), pairsOf([...filed.values()], crowds).sort())
      }
    ),
    { numRuns: 25 }
  )
})

/**
 * All pairs that share keys which few enough records have in both directories: a distinctive key, keys of two
 * kinds, or one key if the places are of related kinds.
 */
function pairsOf(filed: readonly Lookup[], crowds: Crowds): string[] {
  const isUncrowded = (key: Key, inDirectory: string) =>
    filed.filter(({ keys, directory }) => directory === inDirectory && keys.includes(key)).length <=
    crowds[key.sort]
  const pairs = filed.flatMap((one) => filed.map((other) => [one, other] as const))
  return pairs.flatMap(([one, other]) => {
    const shared = one.keys.filter(
      (key) =>
        other.keys.includes(key) && isUncrowded(key, one.directory) && isUncrowded(key, other.directory)
    )
    const sorts = new Set(shared.map(({ sort }) => sort))
    const mayBeOfOneKind = one.families === 0 || other.families === 0 || (one.families & other.families) > 0
    const isCompared = sorts.has('telling') || sorts.size > 1 || (sorts.size === 1 && mayBeOfOneKind)
    return one.row < other.row && isCompared ? [`${one.row} ${other.row}`] : []
  })
}

const VANNES = { postcode: '56000', city: 'Vannes', commune: '56260' }

/** A record of the library of Vannes, whose keys many records may share. */
const library = (id: string, phone = '+33297000001'): GivenRecord => ({
  id,
  content: {
    name: 'Médiathèque Beaumanoir',
    types: ['BIB'],
    services: [],
    contacts: { phone },
    address: { street: '2 place Maurice Marchais', ...VANNES }
  }
})

t.test('a list with new ids at each import keeps the merges of its places', async (t) => {
  const [register, list] = await Promise.all([
    senderOf(database, api, 'registre-de-vannes', 60),
    senderOf(database, api, 'liste-de-vannes', 50)
  ])
  await register.put([library('1')])
  const ids = new Set<string>()
  for (let time = 1; time <= 15; time++) {
    await list.put([library(`import-${time}`)], 'mode=complete&max_withdrawn=100')
    const { items } = await api.get<Page>(`/v1/places?commune=${VANNES.commune}`)
    t.match(items, [{ sources: [{ id: '1' }, { id: `import-${time}` }] }], `import ${time}`)
    t.equal(items.length, 1)
    for (const { id } of items) ids.add(id)
  }
  t.equal(ids.size, 1, 'under one id')
})

t.test('decoys of a third directory do not part two others', async (t) => {
  const decoys = await senderOf(database, api, 'leurres', 1)
  await decoys.put(
    Array.from({ length: 25 }, (_, nth) => {
      const { content } = library('1')
      return { id: String(nth), content: { ...content, name: `Médiathèque Beaumanoir ${nth}` } }
    })
  )
  const { items } = await api.get<Page>(`/v1/places?commune=${VANNES.commune}&source=registre-de-vannes`)
  t.match(items, [{ sources: [{ id: '1' }, { id: 'import-15' }] }])
})
