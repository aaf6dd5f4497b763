import pg from 'pg'
import t from 'tap'
import { writeSample } from '../../../src/seed/write-sample.ts'
import { apiOver } from '../../support/app.ts'
import { testDatabase } from '../../support/database.ts'

const SERVER = process.env.DATABASE_URL ?? ''

type Statement = { readonly text: string; readonly values: readonly unknown[] }
type Node = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Cond'?: string
  readonly Plans?: readonly Node[]
}

const nodes = (node: Node): readonly Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)]

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`
  if (Array.isArray(value) && value.length === 0) return `'{}'`
  if (Array.isArray(value)) return `ARRAY[${value.map(literal).join(', ')}]`
  return typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : pg.escapeLiteral(String(value))
}

/** The plan of a search on this connection: a generic plan, as in the pool. */
async function planOf(client: pg.PoolClient, { text, values }: Statement): Promise<Node> {
  await client.query(`PREPARE searched AS ${text}`)
  const given = values.length === 0 ? '' : `(${values.map(literal).join(', ')})`
  const { rows } = await client.query(`EXPLAIN (FORMAT JSON) EXECUTE searched${given}`)
  await client.query('DEALLOCATE searched')
  const plan = rows[0]['QUERY PLAN']
  // The pool may return JSON as text.
  return (typeof plan === 'string' ? JSON.parse(plan) : plan)[0].Plan
}

/** A time at which hardly any place is open. */
const TONIGHT = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T23:30`

const NEAR = 'lat=48.8592&lon=2.3806'
/** Each kind of search that the benchmark distinguishes, with common codes and rare codes. */
const CLASSES: Readonly<Record<string, string>> = {
  near: NEAR,
  'near, by name': `${NEAR}&radius=5000&sort=name`,
  'what changed lately': 'updated_since=2026-10-01',
  'near, with a service': `${NEAR}&radius=10000&service=aide-aux-demarches-administratives`,
  'near, with two filters': `${NEAR}&radius=10000&service=aide-aux-demarches-administratives&fee=gratuit`,
  'near, with a declared service': `${NEAR}&service=aide-aux-demarches-administratives&service_basis=declared`,
  'a territory, with a declared service':
    'department=75&service=acquisition-de-materiel-informatique-a-prix-solidaire&service_basis=declared',
  'near, for an audience or none': `${NEAR}&audience=femmes&audience_unknown=include`,
  'a territory, for an audience or none': 'region=28&audience=jeunes&audience_unknown=include',
  'near, without hours': `${NEAR}&missing=hours`,
  'without a position': 'missing=position',
  'near, with a rare label': `${NEAR}&label=sud-labs-paca`,
  'near, open now': `${NEAR}&open_at=now`,
  'open at night': `${NEAR}&open_at=${TONIGHT}`,
  'a territory, open at night': `department=75&open_at=${TONIGHT}`,
  'a radius, open at night': `${NEAR}&radius=20000&open_at=${TONIGHT}`,
  'a radius, a label, open at some time of a night': `${NEAR}&radius=20000&label=france-services&open_between=${TONIGHT}/${TONIGHT}`,
  'a radius and beyond, a service, open at night': `${NEAR}&radius=20000&min_results=5&service=aide-aux-demarches-administratives&open_at=${TONIGHT}`,
  'words in a radius, open at night': `${NEAR}&radius=20000&q=atelier&open_at=${TONIGHT}`,
  'near, and beyond': `${NEAR}&radius=100&min_results=20`,
  'a territory, an audience, accessibility': 'department=75&audience=seniors&accessibility=wheelchair',
  'a territory, with what does not say': 'region=28&accessibility=wheelchair&accessibility_unknown=include',
  'a commune': 'commune=75056&type=EPN',
  'words nearby': `${NEAR}&radius=30000&q=numérique`,
  'words by relevance': 'q=atelier&sort=relevance',
  'words by relevance, from a point': `${NEAR}&q=atelier`,
  'a town': 'q=lyon',
  'a town, for nothing': 'q=lyon&fee=gratuit',
  'a kind of place in a town': 'q=médiathèque+bayeux&audience=seniors',
  'a postcode': 'q=14400',
  'a département': 'q=fablab+calvados',
  'an institution, and a time': 'q=caf+ouverte+samedi+bayeux',
  'words, and a commune that is demanded': 'q=médiathèque&commune=75056',
  'words near a point, by name': `${NEAR}&q=médiathèque&sort=name`,
  'words near a point, by distance': `${NEAR}&q=médiathèque&sort=distance`,
  'words, and a rare label that is demanded': `${NEAR}&q=atelier&label=sud-labs-paca`,
  'near, open at some time of a morning': `${NEAR}&open_between=${TONIGHT}/${TONIGHT}`,
  'a box': 'bbox=2.2,48.8,2.5,48.9',
  'a box across the antimeridian': 'bbox=170,-20,-170,-10',
  'a box by date': 'bbox=2.2,48.8,2.5,48.9&sort=updated',
  'a rare code by name': 'label=sud-labs-paca',
  'everything by name': 'total=none',
  'everything by date': 'total=none&sort=updated'
}

t.test('no search reads the whole table', { skip: SERVER === '' && 'needs DATABASE_URL' }, async (t) => {
  const database = await testDatabase(t)
  await writeSample(database, { count: 20_000, seed: 1 })
  const { get } = await apiOver(t, database)
  const client = await database.pool.connect()
  t.teardown(() => client.release())

  const sent: Statement[] = []
  const query = database.pool.query.bind(database.pool) as (statement: Statement) => unknown
  t.intercept(database.pool, 'query', {
    value: (statement: Statement) => {
      sent.push(statement)
      return query(statement)
    }
  })

  for (const [name, asked] of Object.entries(CLASSES)) {
    sent.length = 0
    const first = await get(`/v1/places?${asked}`)
    if (first.next) await get(first.next)
    const searches = sent.filter(({ text }) => /\bFROM place\b/.test(text))
    t.ok(searches.length > 0, `${name}: ${searches.length} statements`)
    for (const statement of searches) {
      const plan = nodes(await planOf(client, statement))
      const whole = plan.filter(
        (node) => node['Node Type'].endsWith('Seq Scan') && node['Relation Name'] === 'place'
      )
      t.same(whole, [], name)
      const lists = plan.map((node) => (node['Index Cond'] ?? '').split('schedule = ANY').length - 1)
      t.ok(Math.max(...lists) < 2, `${name}: PostgreSQL tries every combination of two lists of schedules`)
      const helped = plan.some((node) => node['Node Type'].startsWith('Gather'))
      if (asked.includes('q=')) t.notOk(helped, `${name}: by one process`)
    }
  }
})
