import { fileURLToPath } from 'node:url'
import t from 'tap'
import { sourceBy, tryFile, tryRows } from '../../../scripts/real-files.ts'
import { declaredSource } from '../../../src/importers/declared/declared-source.ts'
import type { WrittenMapping } from '../../../src/importers/declared/mapping-schema.ts'
import { readRows } from '../../../src/importers/parse/rows.ts'

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/declared/${name}`, import.meta.url))

type Changes = Omit<Partial<WrittenMapping>, 'place'> & { readonly place?: object }

/** Reads a text with a mapping, to which the changes are applied. */
async function read(text: string, { place = {}, ...more }: Changes) {
  const written: WrittenMapping = {
    source: 'essai',
    name: 'Essai',
    licence: 'etalab-2.0',
    id: 'nom',
    ...more,
    place: { name: 'nom', address: { city: 'ville' }, ...place }
  }
  const rows = await readRows(
    (async function* () {
      yield* text
    })()
  )
  return tryRows(rows, declaredSource(written))
}

t.test('example feuilles: a sheet below a title, opening and closing columns, closed places', async (t) => {
  const source = await sourceBy('feuilles.yaml')
  const { rows, mapped, rejected, unmapped } = await tryFile(fixture('sheets.xlsx'), source)
  t.equal(rows, 3)
  t.match(mapped, [
    {
      id: 'epn-de-bayeux-bayeux',
      content: {
        contacts: { phone: '+33231000001' },
        opening_hours: { osm: 'Mo,Tu,Th,Fr 09:00-12:00,14:00-18:00', confidence: 'exact' }
      }
    },
    { content: { address: { commune: '14118' }, opening_hours: { osm: 'Mo,Tu,Th,Fr 10:00-12:00' } } }
  ])
  t.same([...rejected], [['closed since 2021-06-30', 1]])
  t.same(unmapped, [], 'Note interne* stands for both columns')
  const other = { ...source, workbook: { sheet: 'Feuille 9' } }
  await t.rejects(tryFile(fixture('sheets.xlsx'), other), { name: 'ImportRefused', message: /Feuille 9/ })
})

t.test('example carte-geojson: a JavaScript file, a département instead of postcodes', async (t) => {
  const { mapped, unmapped } = await tryFile(fixture('map.js'), await sourceBy('carte-geojson.yaml'))
  t.match(mapped, [
    {
      id: 'a1',
      content: {
        address: { commune: '14047' },
        location: { lat: 49.2764, lon: -0.7024 },
        audiences: ['seniors', 'femmes'],
        opening_hours: { osm: 'Mo 09:00-12:00' }
      }
    },
    // The département decides, because Saint-Denis is also the name of a town next to Paris.
    { id: 'a2', content: { location: null, address: { commune: '97411', department: '974' } } }
  ])
  t.same(unmapped, [])
})

t.test('JSON assigned to a variable is read, however it is cut into chunks', async (t) => {
  for (const text of [
    'var x = [{"nom":"a; b"}];\n',
    'window.lieux=[{"nom":"a; b"}]',
    'const x = { "l": [{"nom":"a; b"}] } ;'
  ])
    t.match((await read(text, {})).mapped, [{ content: { name: 'a; b' } }], text)
})

t.test('several rows of a place become one, and their values add up', async (t) => {
  const csv = [
    'code,nom,ville,public,tel',
    'a,EPN,Bayeux,Seniors,0231000001',
    'b,Atelier,Caen,Femmes,',
    'a,EPN,Bayeux,Femmes,0231000001'
  ].join('\n')
  const { mapped, rejected } = await read(csv, {
    id: 'code',
    group_by: 'code',
    place: { phone: 'tel' },
    tables: [{ columns: 'public', into: ['audience'] }]
  })
  t.match(mapped, [
    { id: 'a', content: { audiences: ['seniors', 'femmes'], contacts: { phone: '+33231000001' } } },
    { id: 'b', content: { audiences: ['femmes'] } }
  ])
  t.equal(rejected.size, 0)
})

t.test('the number of the row is an id for files that have none', async (t) => {
  const { mapped } = await read('nom,ville\nEPN,Bayeux\nEPN,Bayeux\n', { id: { row: true } })
  t.same(
    mapped.map(({ id }) => id),
    ['1', '2']
  )
})

t.test(
  'phones, e-mails and sites are read from a part of a text; a text without them is reported',
  async (t) => {
    const csv = [
      'nom,ville,contact',
      'EPN,Bayeux,"Accueil 02 31 00 00 01 (mail : epn@bayeux.example, site : www.bayeux.example)"',
      'Atelier,Caen,à venir'
    ].join('\n')
    const { mapped, unmapped } = await read(csv, {
      place: {
        phone: { columns: 'contact', part: 'Accueil ([\\d ]+)' },
        emails: { columns: 'contact', part: 'mail : ([^ ,)]+)' },
        websites: { columns: 'contact', part: 'www[^ )]+' }
      }
    })
    t.match(mapped[0]?.content.contacts, {
      phone: '+33231000001',
      emails: ['epn@bayeux.example'],
      websites: [/www\.bayeux\.example/]
    })
    t.same(
      unmapped.map(({ value }) => value),
      ['à venir', 'à venir', 'à venir']
    )
  }
)

t.test('a place that will close is still open', async (t) => {
  const { mapped, rejected } = await read('nom,ville,fin\nA,Bayeux,2999-12-31\nB,Caen,2020-01-01\n', {
    closed_on: 'fin'
  })
  t.match(mapped, [{ content: { name: 'A' } }])
  t.equal(mapped.length, 1)
  t.same([...rejected], [['closed since 2020-01-01', 1]])
})
