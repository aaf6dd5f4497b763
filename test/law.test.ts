import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t, { type Test } from 'tap'
import { circleFaults } from './support/law/circles.ts'
import { faceFaults, floorFaults, roomFaults } from './support/law/imports.ts'
import { exportFaults, folderFaults, sqlFaults } from './support/law/places.ts'
import { readSources } from './support/law/sources.ts'
import { readFloors, readList, readRooms } from './support/law/tables.ts'

// Tests the rules that test/arrows.test.ts applies to src/, on an invented source tree of a few files. At first it
// follows all rules; then each test breaks one rule.

const README = `# A small house

| floor | may import | packages |
|---|---|---|
| \`domain\` | | \`node:*\` |
| \`store\` | \`domain\` | \`pg\` |
| \`http\` | \`domain\` \`store\` | \`@fastify/*\` |
| \`pages\` | \`domain\` | |
| \`app.ts\` | \`http\` \`pages\` | |

Inside them:

| rooms of \`domain\` | may import |
|---|---|
| \`errors.ts\` | |
| \`places\` | \`errors.ts\` |
| \`places/parts\` | \`places\` |
| \`search\` | \`errors.ts\` \`places\` |

| rooms of \`store\` | may import |
|---|---|
| \`db\` | |
| \`places\` | \`db\` |

| rooms of \`http\` | may import |
|---|---|
| \`shell\` | |
| \`v1\` | \`shell\` |

Faces: \`http/v1\`, \`pages\`.

Data, where a folder may hold more files: \`src/domain/places/parts\`.
`

const HOUSE: Readonly<Record<string, string>> = {
  'src/domain/errors.ts': `export class PlaceGone extends Error {}`,
  'src/domain/places/place.ts': `import { randomUUID } from 'node:crypto'
import { PlaceGone } from '../errors.ts'
export type Place = { readonly name: string }
export const idOf = (place: Place): string => { if (place.name === '') throw new PlaceGone(); return randomUUID() }`,
  'src/domain/places/parts/address.ts': `import type { Place } from '../place.ts'
export const cityOf = (place: Place): string => place.name`,
  'src/domain/search/search-places.ts': `import { PlaceGone } from '../errors.ts'
import type { Place } from '../places/place.ts'
export const searchPlaces = (): readonly Place[] => { throw new PlaceGone() }`,
  'src/store/db/server-connection.ts': `import { Pool } from 'pg'
export const connect = (): Pool => new Pool({ options: 'SELECT 1 FROM nothing' })`,
  'src/store/places/place-find.sql.ts': `export const placeFind = (): string => 'SELECT name FROM place'`,
  'src/store/places/place-reader.ts': `import type { Place } from '../../domain/places/place.ts'
import { connect } from '../db/server-connection.ts'
import { placeFind } from './place-find.sql.ts'
// A comment may say SELECT name FROM place.
export const find = async (): Promise<Place> => (await connect().query(placeFind())).rows[0]`,
  'src/http/shell/shell.ts': `import cors from '@fastify/cors/lib/cors.js'
export const shell = () => cors`,
  'src/http/v1/get-place.ts': `import { searchPlaces } from '../../domain/search/search-places.ts'
import { find } from '../../store/places/place-reader.ts'
import { shell } from '../shell/shell.ts'
export const getPlace = () => [shell(), find(), searchPlaces()]`,
  'src/pages/place-page.tsx': `import { cityOf } from '../domain/places/parts/address.ts'
import { idOf } from '../domain/places/place.ts'
export const page = () => <p>{cityOf({ name: idOf({ name: 'Bayeux' }) })}</p>`,
  'src/app.ts': `export const app = async () => [
  (await import('./http/v1/get-place.ts')).getPlace(), (await import('./pages/place-page.tsx')).page()]`,
  'test/app.test.ts': `import { app } from '../src/app.ts'
app()`
}

/** The violations of all rules in the invented source tree, after these changes to its files. */
function faultsOf(
  t: Test,
  changes: Readonly<Record<string, string>> = {},
  readme = README
): readonly string[] {
  const root = t.testdir()
  for (const [path, text] of Object.entries({ ...HOUSE, ...changes })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const sources = readSources(join(root, 'src'))
  const rooms = readRooms(readme)
  return [
    ...floorFaults(sources, readFloors(readme)),
    ...roomFaults(sources, rooms),
    ...circleFaults(sources, rooms),
    ...sqlFaults(sources, 'store/db/server-connection.ts'),
    ...faceFaults(sources, readList(readme, 'Faces:')),
    ...folderFaults(root, ['src', 'test', 'scripts'], readList(readme, 'Data,')),
    ...exportFaults(sources, [readSources(join(root, 'test'))])
  ]
}

const and = (path: string, more: string) => ({ [path]: `${more}\n${HOUSE[path]}` })

t.test('a house that keeps the law has nothing to report', async (t) => {
  t.same(faultsOf(t), [])
})

t.test('imports between floors', async (t) => {
  t.test('one that the table does not list is reported, also of a type alone', async (t) => {
    const changes = and('src/domain/errors.ts', `import type { find } from '../store/places/place-reader.ts'`)
    t.match(faultsOf(t, changes), [
      'domain/errors.ts imports store/places/place-reader.ts: domain may not import store'
    ])
  })

  t.test('so is one that a file re-exports, loads lazily, or names in a type', async (t) => {
    for (const more of [
      `export { find } from '../store/places/place-reader.ts'`,
      `export const late = () => import('../store/places/place-reader.ts')`,
      `export type Late = typeof import('../store/places/place-reader.ts')`
    ]) {
      const found = faultsOf(t, and('src/domain/errors.ts', more))
      t.match(found[0], /^domain\/errors\.ts imports store\/places\/place-reader\.ts/, more)
    }
  })

  t.test('one that the table lists and no file makes is reported', async (t) => {
    const readme = README.replace('| `pages` | `domain` | |', '| `pages` | `domain` `http` | |')
    t.same(faultsOf(t, {}, readme), ['pages may import http, and does not'])
  })

  t.test('a package that the table does not list is reported, and one listed for nothing', async (t) => {
    t.same(faultsOf(t, and('src/store/places/place-reader.ts', `import 'lru-cache'`)), [
      'store/places/place-reader.ts imports lru-cache: store may not import lru-cache'
    ])
    t.same(faultsOf(t, {}, README.replace('| `pg` |', '| `pg` `uuid` |')), [
      'store may import uuid, and does not'
    ])
  })

  t.test('a floor that no table names is reported, and a name without a floor', async (t) => {
    t.same(faultsOf(t, { 'src/config.ts': '' }), ['config.ts is in no table of floors'])
    t.same(faultsOf(t, {}, README.replace('| `app.ts` |', '| `seed` | | |\n| `app.ts` |')), [
      'the table of floors names seed, which is not there'
    ])
  })
})

t.test('imports between rooms', async (t) => {
  t.test('one that the table does not list is reported', async (t) => {
    const changes = and('src/store/db/server-connection.ts', `import '../places/place-reader.ts'`)
    const [first] = faultsOf(t, changes)
    t.equal(
      first,
      'store/db/server-connection.ts imports store/places/place-reader.ts: store/db may not import store/places'
    )
  })

  t.test('one that the table lists and no file makes is reported', async (t) => {
    const readme = README.replace(
      '| `places` | `errors.ts` |',
      '| `geo` | |\n| `places` | `errors.ts` `geo` |'
    )
    t.same(faultsOf(t, { 'src/domain/geo/geo.ts': '' }, readme), [
      'domain/places may import domain/geo, and does not'
    ])
  })

  t.test('a folder in a folder is a room of its own if the table names it', async (t) => {
    const changes = and('src/domain/places/place.ts', `import './parts/address.ts'`)
    t.match(faultsOf(t, changes)[0], /domain\/places may not import domain\/places\/parts$/)
    t.same(
      faultsOf(t, {
        'src/domain/places/more/more.ts': `import { PlaceGone } from '../../errors.ts'
new PlaceGone()`
      }),
      [],
      'else it belongs to the one around it'
    )
  })

  t.test('a room that no table names is reported, and a name without a room', async (t) => {
    t.same(faultsOf(t, { 'src/domain/words/words.ts': '' }), [
      'domain/words/words.ts is in no room of domain'
    ])
    t.same(faultsOf(t, {}, README.replace('| `search` |', '| `geo` | |\n| `search` |')), [
      'the table of domain names the room geo, which is not there'
    ])
    t.same(faultsOf(t, { 'src/pages/place/place.ts': '' }), ['pages has no table of rooms'])
  })

  t.test('a room that may import one below it in its table is reported', async (t) => {
    const [row = ''] = README.match(/^\| `search`.*\n/m) ?? []
    const readme = README.replace(row, '').replace('| `places` |', `${row}| \`places\` |`)
    t.same(faultsOf(t, {}, readme), [
      'domain/search may import domain/places, which is not above it in its table'
    ])
  })
})

t.test('circles', async (t) => {
  t.test('of two files, and of three, are shown link by link', async (t) => {
    const two = and('src/domain/errors.ts', `import type { Place } from './places/place.ts'`)
    t.ok(faultsOf(t, two).includes('domain/errors.ts → domain/places/place.ts → domain/errors.ts'))
    const three = and('src/domain/errors.ts', `import type { searchPlaces } from './search/search-places.ts'`)
    const house = {
      ...three,
      'src/domain/search/search-places.ts': `import type { Place } from '../places/place.ts'`
    }
    t.ok(
      faultsOf(t, house).includes(
        'domain/errors.ts → domain/search/search-places.ts → domain/places/place.ts → domain/errors.ts'
      )
    )
  })

  t.test('of rooms are reported even if no files form one', async (t) => {
    const readme = README.replace('| `errors.ts` | |\n', '').replaceAll('`errors.ts`', '`errors`')
    const rooms = readme.replace(
      '| `places` | `errors` |',
      '| `errors` | `places` |\n| `places` | `errors` |'
    )
    const house = {
      'src/domain/errors.ts': '',
      'src/domain/errors/gone.ts': `export class PlaceGone extends Error {}`,
      'src/domain/errors/shown.ts': `import type { Place } from '../places/parts.ts'`,
      'src/domain/places/parts.ts': `export type Place = {}`,
      'src/domain/places/place.ts':
        HOUSE['src/domain/places/place.ts']?.replace('../errors.ts', '../errors/gone.ts') ?? ''
    }
    const found = faultsOf(t, house, rooms)
    t.ok(found.includes('domain/errors → domain/places → domain/errors'))
    t.notOk(found.some((fault) => fault.includes('.ts →')))
  })

  t.test('of floors are reported even if no files form one', async (t) => {
    const changes = { 'src/domain/places/loader.ts': `import '../../store/db/server-connection.ts'` }
    t.ok(faultsOf(t, changes).includes('domain → store → domain'))
  })
})

t.test('SQL', async (t) => {
  t.test('outside the .sql.ts files of store is reported', async (t) => {
    for (const statement of [
      'SELECT name FROM place',
      'INSERT INTO place VALUES (1)',
      'UPDATE place SET name = 1',
      'DELETE FROM place'
    ]) {
      const changes = and('src/store/places/place-reader.ts', `console.log(\`${statement}\`)`)
      t.same(faultsOf(t, changes), ['store/places/place-reader.ts: SQL is written in .sql.ts files of store'])
    }
  })

  t.test('that another floor keeps, or imports, is reported', async (t) => {
    t.same(faultsOf(t, { 'src/domain/search/words.sql.ts': '' }), [
      'domain/search/words.sql.ts: queries are kept in store'
    ])
    const changes = and('src/http/v1/get-place.ts', `import '../../store/places/place-find.sql.ts'`)
    t.same(faultsOf(t, changes), [
      'http/v1/get-place.ts imports store/places/place-find.sql.ts: only store imports queries'
    ])
  })
})

t.test('a face that imports another is reported, whatever the tables say', async (t) => {
  const readme = README.replace('| `pages` | `domain` | |', '| `pages` | `domain` `http` | |')
  const changes = and('src/pages/place-page.tsx', `import type { getPlace } from '../http/v1/get-place.ts'`)
  t.same(faultsOf(t, changes, readme), [
    'pages/place-page.tsx imports http/v1/get-place.ts: pages may not import http/v1'
  ])
})

t.test('a folder of 26 files is reported, and one of 25 is not, nor one of data', async (t) => {
  const filled = (folder: string, count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${folder}/${index}.json`, '{}']))
  t.same(faultsOf(t, filled('scripts/bench', 25)), [])
  for (const folder of ['scripts/bench', 'test/fixtures', 'src/domain/search/deep/er']) {
    t.same(faultsOf(t, filled(folder, 26)), [`${folder} holds 26 files, more than 25`])
  }
  t.same(faultsOf(t, filled('src/domain/places/parts', 26)), [])
  t.same(faultsOf(t, {}, README.replace('places/parts`.', 'places/parts`, `src/words`.')), [
    'src/words is named as a room of data, and is not there'
  ])
})

t.test('an export that no other file imports is reported, unless the whole module is imported', async (t) => {
  const changes = and('src/domain/errors.ts', `export type Gone = PlaceGone`)
  t.same(faultsOf(t, changes), ['domain/errors.ts exports Gone, which no other file imports'])
  const all = and('test/app.test.ts', `import * as errors from '../src/domain/errors.ts'`)
  t.same(faultsOf(t, { ...changes, ...all }), [])
})
