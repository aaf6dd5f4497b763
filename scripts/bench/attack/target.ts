// What is attacked, and what the others ask of it.
import { newKey, REVIEW_SCOPE, writingScope } from '../../../src/domain/access/api-keys.ts'
import { FACETS } from '../../../src/domain/search/search-question.ts'
import type { Random } from '../../../src/seed/random.ts'
import { keyStore } from '../../../src/store/access/key-store.ts'
import type { Database } from '../../../src/store/db/database.ts'
import { CLASSES, NEAR_SERVICE, SUGGEST } from '../search/query-classes.ts'
import { pointIn, type World } from '../world.ts'
import { getBy } from './connection.ts'
import type { Others } from './others.ts'

/** A source whose records are all refused, so that its uploads change no place. */
export const SOURCE = 'bench-attack'
const KEYS = 8

export type Target = {
  readonly world: World
  /** Tokens that may read the queue and send the records of `SOURCE`. */
  readonly tokens: readonly string[]
}

/** Creates keys, and the source that they write. `drop` removes both. */
export async function createTarget({ batch }: Database, world: World) {
  const keys = Array.from({ length: KEYS }, newKey)
  await batch.query(
    `INSERT INTO source (slug, name, licence, priority) VALUES ($1, $1, 'CC0-1.0', 1) ON CONFLICT DO NOTHING`,
    [SOURCE]
  )
  const scopes = [REVIEW_SCOPE, writingScope(SOURCE)]
  for (const { id, digest } of keys)
    await keyStore(batch).add({ id, digest, name: SOURCE, scopes, expires_at: null })
  return {
    target: { world, tokens: keys.map(({ token }) => token) },
    drop: async () => {
      await batch.query(
        'DELETE FROM idempotent_request WHERE key_id IN (SELECT id FROM access_key WHERE name = $1)',
        [SOURCE]
      )
      await batch.query('DELETE FROM access_key WHERE name = $1', [SOURCE])
      await batch.query('DELETE FROM run WHERE source = $1', [SOURCE])
      await batch.query('DELETE FROM source WHERE slug = $1', [SOURCE])
    }
  }
}

/** Draws the path of a class of searches that are asked by GET. */
const pathsOf = (name: string) => {
  const found = CLASSES.find((each) => each.name === name)
  if (!found) throw new Error(`There is no class of searches ${name}.`)
  return (random: Random, world: World): string => {
    const asked = found.draw(random, world)
    if (typeof asked !== 'string') throw new Error(`The searches ${name} are not asked by GET.`)
    return asked
  }
}

const isOk = (status: number): boolean => status === 200
const addressOf = (one: number): string => `198.51.100.${one + 1}`

/** Beginnings of the names of towns. */
const BEGINNINGS = ['bay', 'caen', 'lyo', 'saint', 'mont', 'brest', 'len', 'vill']

/** People who search, look at a place, type, and open a page. */
export const visitors = ({ world }: Target): Others => {
  const near = pathsOf(NEAR_SERVICE)
  const typing = pathsOf(SUGGEST)
  const paths: readonly ((random: Random) => string)[] = [
    (random) => near(random, world),
    (random) => typing(random, world),
    (random) => `/v1/places/${random.pick(world.ids)}`,
    () => '/v1/vocabularies/services',
    (random) => `/v1/territories?q=${random.pick(BEGINNINGS)}`,
    () => '/?q=m%C3%A9diath%C3%A8que+lyon'
  ]
  return {
    asks: 'searches, places, suggestions, pages',
    number: 20,
    paceMs: 250,
    next: (one, random) => getBy(addressOf(one), encodeURI(decodeURI(random.pick(paths)(random)))),
    isServed: isOk
  }
}

/** Programs that download a département now and then, and crawlers that read its sitemap. */
export const downloaders = ({ world }: Target): Others => {
  const codes = [...world.departments.keys()]
  return {
    asks: 'exports of a département, sitemaps',
    number: 4,
    paceMs: 500,
    next: (one, random) => {
      const code = random.pick(codes)
      const path = random.chance(0.5)
        ? `/v1/exports/places.ndjson?department=${code}`
        : `/sitemap-${code}.xml`
      return getBy(addressOf(one), path)
    },
    isServed: isOk
  }
}

/** The address of all keys and of the attacker, as behind one proxy. */
export const OFFICE = '192.0.2.10'

export const reviewers = ({ tokens }: Target): Others => ({
  asks: 'the queue of questions, with a good key from the same address',
  number: tokens.length,
  paceMs: 1_100,
  next: (one) => getBy(OFFICE, '/v1/review?limit=1', { Authorization: `Bearer ${tokens[one]}` }),
  isServed: isOk
})

/** Each sends a line that is refused, which takes the whole way of an import but for its end. */
export const senders = ({ tokens }: Target): Others => ({
  asks: 'small uploads, with other keys',
  // The first key is the attacker's.
  number: 4,
  paceMs: 1_500,
  next: (one) => uploadBy(tokens[one + 1] ?? '', '{}\n'),
  isServed: (status) => status === 422
})

const uploadBy = (token: string, body: string): string =>
  [
    `PUT /v1/sources/${SOURCE}/records?mode=partial HTTP/1.1`,
    'Host: 127.0.0.1',
    `Authorization: Bearer ${token}`,
    'Content-Type: application/x-ndjson',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body
  ].join('\r\n')

/** The head of an upload whose body never ends. */
export const endlessUploadBy = (token: string): string =>
  [
    `PUT /v1/sources/${SOURCE}/records?mode=partial HTTP/1.1`,
    'Host: 127.0.0.1',
    `Authorization: Bearer ${token}`,
    'Content-Type: application/x-ndjson',
    'Transfer-Encoding: chunked',
    '\r\n'
  ].join('\r\n')

/** A search that reads all places within some 50 km and counts them by everything, never twice the same. */
export function expensivePath({ world }: Target, random: Random): string {
  const { lat, lon } = pointIn(random, random.weighted(world.towns))
  const radius = 40_000 + Math.floor(20_000 * random.next())
  return `/v1/places?lat=${lat}&lon=${lon}&radius=${radius}&facets=${FACETS.join(',')}&limit=1&total=exact`
}
