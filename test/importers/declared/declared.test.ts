import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import t from 'tap'
import { parse } from 'yaml'
import { tryFile } from '../../../scripts/real-files.ts'
import { communeIndex } from '../../../src/domain/territories/communes.ts'
import { declaredSource } from '../../../src/importers/declared/declared-source.ts'
import { mappingJsonSchema } from '../../../src/importers/declared/json-schema.ts'
import type { WrittenMapping } from '../../../src/importers/declared/mapping-schema.ts'
import { checkMapping, readMapping } from '../../../src/importers/declared/read-mapping.ts'

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/declared/${name}`, import.meta.url))

t.test('a mapping reads joined columns, half days, words with exceptions, and dated labels', async (t) => {
  const source = declaredSource(await readMapping(fixture('mapping.yaml')))
  t.match(source, { source: 'essai', scope: 'producer', priority: 30, publishes_persons: false })
  const { mapped, rejected, unmapped } = await tryFile(fixture('places.csv'), source)
  const [first, second] = mapped
  t.match(first, {
    id: 'ville-d-essai:1',
    content: {
      types: ['EPN'],
      services: ['comprehension-du-monde-numerique', 'acces-internet-et-materiel-informatique'],
      labels: [{ code: 'france-services', valid_from: '2020-02-01', valid_until: null, source: 'essai' }],
      location: { lat: 48.8566, lon: 2.3522 },
      opening_hours: { osm: 'Mo 09:00-12:00,14:00-17:00; Tu 14:00-18:00', confidence: 'exact' }
    }
  })
  t.match(second?.content, {
    services: ['comprehension-du-monde-numerique'],
    labels: [],
    access: ['telephoner'],
    address: {
      street: '3 place Basse',
      complement: 'Rez-de-chaussée, CEDEX',
      postcode: '58000',
      city: 'Nevers',
      commune: '58194'
    }
  })
  t.same([...rejected], [['closed', 1]])
  t.same(
    unmapped.map(({ field, value, count }) => [field, value, count]),
    [
      ['Rue', null, 2],
      ['No', null, 2],
      ['Codes', '7', 1]
    ],
    'columns missing from the mapping are reported'
  )
})

t.test('the code 5 is not found in 15, whether as a value or as a word', async (t) => {
  const written: WrittenMapping = {
    source: 'essai',
    name: 'Essai',
    licence: 'etalab-2.0',
    id: 'id',
    place: { name: 'nom', address: {} },
    tables: [{ columns: 'codes', words: [{ has: ['5'], means: { type: 'EPN' } }] }]
  }
  const { map } = declaredSource(written)
  const types = (codes: string) => {
    const mapped = map({ id: '1', nom: 'X', codes }, { communes: NOWHERE })
    return mapped.ok ? mapped.record.content.types : mapped.reasons
  }
  t.same(types('1,15,25'), [])
  t.same(types('1,5,25'), ['EPN'])
})

const NOWHERE = communeIndex([], [])

t.test('GeoJSON is read as features with properties and points', async (t) => {
  const source = declaredSource({
    source: 'dunes',
    name: 'Dunes',
    licence: 'ODbL-1.0',
    id: 'id',
    place: {
      name: 'properties.nom',
      address: { postcode: 'properties.cp', city: 'properties.ville' },
      position: { point: 'geometry.coordinates', order: 'lon-lat' }
    },
    ignore: ['type', 'geometry.type', 'geometry']
  })
  const { rows, mapped, unmapped } = await tryFile(fixture('places.geojson'), source)
  t.equal(rows, 2, 'the bounding box is not a record')
  t.match(mapped[0], {
    id: 'a1',
    content: { location: { lat: 49.2764, lon: -0.7024 }, address: { commune: '14047' } }
  })
  t.equal(mapped[1]?.content.location, null)
  t.same(
    unmapped.map(({ field }) => field),
    ['surface']
  )
})

t.test('GeoJSON needs neither properties. nor geometry. in its mapping', async (t) => {
  const written = { source: 'dunes', name: 'Dunes', licence: 'ODbL-1.0', id: 'id' }
  const place = (prefix: string) => ({
    name: `${prefix}nom`,
    address: { postcode: `${prefix}cp`, city: `${prefix}ville` }
  })
  const short = await tryFile(fixture('places.geojson'), declaredSource({ ...written, place: place('') }))
  const long = declaredSource({
    ...written,
    place: { ...place('properties.'), position: { point: 'geometry.coordinates', order: 'lon-lat' } }
  })
  t.same(short, await tryFile(fixture('places.geojson'), long))
  t.match(short.mapped[0], { content: { location: { lat: 49.2764, lon: -0.7024 } } })
})

t.test('the first sheet of an Excel workbook is read', async (t) => {
  const source = declaredSource({
    source: 'classeur',
    name: 'Classeur',
    licence: 'etalab-2.0',
    id: 'Numéro',
    changed_on: 'Depuis',
    place: {
      name: 'Nom',
      address: { postcode: 'CP', city: 'Ville' },
      position: { lat: 'y', lon: 'x' }
    },
    tables: [{ columns: 'Ouvert', values: { true: {}, false: { refuse: 'closed' } } }]
  })
  const { rows, mapped, rejected } = await tryFile(fixture('places.xlsx'), source)
  t.equal(rows, 2, 'an empty row is not a record')
  t.match(mapped, [
    {
      id: '1',
      changed_on: '2020-02-01',
      content: { name: 'EPN du Classeur', address: { commune: '14047' }, location: { lat: 49.2764 } }
    }
  ])
  t.same([...rejected], [['closed', 1]])
  await t.rejects(tryFile(fixture('other.zip'), source), {
    name: 'ImportRefused',
    message: /zip archive, but not a readable Excel workbook/
  })
})

const WRONG: readonly (readonly [what: string, change: (mapping: Written) => void, told: RegExp])[] = [
  ['a column of nothing', (mapping) => set(mapping, ['place', 'name'], 4), /place\.name: /],
  ['a code that is none', (mapping) => set(mapping, ['always'], { type: 'EPNN' }), /always\.type: .*"EPN"/],
  [
    'a key that is none',
    (mapping) => set(mapping, ['place', 'adress'], {}),
    /place: the key "adress" is unknown; did you mean "address"\? allowed: name, summary, /
  ],
  [
    'accessibility as a property of the place',
    (mapping) => set(mapping, ['place', 'accessibility'], 'Accès PMR'),
    /"accessibility" is unknown; write a table: .*\{ wheelchair: yes \}/
  ],
  [
    'closing among the properties of the place',
    (mapping) => set(mapping, ['place', 'closed_on'], 'Fermé le'),
    /"closed_on" is unknown; it belongs at the top of the mapping/
  ],
  [
    'a form of hours that is none',
    (mapping) => set(mapping, ['place', 'hours'], { morning: 'Matin', afternoon: 'Après-midi' }),
    /place\.hours: \{ morning, afternoon \} is not allowed; allowed: .*\{ text \}.*half_days.*for example hours: /
  ],
  [
    'French names of days and halves',
    (mapping) => set(mapping, ['place', 'hours'], { half_days: { Mo: { matin: 'Lundi matin' } } }),
    /place\.hours\.half_days\.Mo: the key "matin" is unknown; .*allowed: morning, afternoon/
  ],
  [
    'an object for a column',
    (mapping) => set(mapping, ['place', 'siret'], { column: 'SIRET' }),
    /place\.siret: \{ column \} is not allowed; allowed: a column, or a list of columns/
  ],
  [
    'yes in words',
    (mapping) => set(mapping, ['always'], { itinerant: 'oui' }),
    /always\.itinerant: "oui" is not allowed; allowed: true or false/
  ],
  ['an address without columns', (mapping) => set(mapping, ['place', 'address'], 'x'), /place\.address: /],
  [
    'a wrong key of one form',
    (mapping) => set(mapping, ['place', 'position'], { lat: 'a', long: 'b' }),
    /place\.position/
  ],
  [
    'a pattern that is none',
    (mapping) => set(mapping, ['tables'], [{ columns: 'a', split: '(' }]),
    /tables\[0\]\.split: is not a regular expression/
  ],
  ['no id', (mapping) => set(mapping, ['id'], undefined), /^ {2}id: /m],
  [
    'a slug with spaces',
    (mapping) => set(mapping, ['source'], 'Mon essai'),
    /source: may contain lower-case letters/
  ]
]

type Written = Record<string, unknown>

function set(mapping: Written, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) mapping[first] = value
  else set(mapping[first] as Written, rest, value)
}

t.test('an invalid mapping is refused before the run, with the location of each error', async (t) => {
  for (const [what, change, message] of WRONG) {
    const mapping = parse(await readFile(fixture('mapping.yaml'), 'utf8')) as Written
    change(mapping)
    t.throws(() => checkMapping(mapping, 'essai.yaml'), { name: 'ImportRefused', message }, what)
  }
  await t.rejects(readMapping(fixture('none.yaml')), { name: 'ImportRefused', message: /There is no file/ })
  await t.rejects(readMapping(fixture('places.csv')), { name: 'ImportRefused' })
})

const EXAMPLES = [
  'archipel-fablabs',
  'bfc',
  'carte-geojson',
  'centres-sociaux',
  'corse',
  'epernay',
  'feuilles',
  'gironde',
  'paca',
  'siilab',
  'tiers-lieux-mel'
]

t.test('the committed JSON schema is that of the code, and the examples conform to it', async (t) => {
  const folder = new URL('../../../src/importers/declared/', import.meta.url)
  const committed = JSON.parse(await readFile(new URL('mapping.schema.json', folder), 'utf8'))
  t.same(
    committed,
    JSON.parse(JSON.stringify(mappingJsonSchema())),
    'npx tsx scripts/write-mapping-schema.ts'
  )
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(committed)
  for (const name of EXAMPLES) {
    const mapping = parse(await readFile(new URL(`examples/${name}.yaml`, folder), 'utf8'))
    t.ok(validate(mapping), `${name}: ${JSON.stringify(validate.errors)}`)
    t.ok(checkMapping(mapping, name))
  }
  t.notOk(validate({ source: 'x' }))
})
