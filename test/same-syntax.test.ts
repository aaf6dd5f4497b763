import t from 'tap'
import { syntaxOf } from '../scripts/syntax.ts'

const CODE = `/** Where a place lies. */
type Point = { lat: number /* degrees */; lon: number }
// Bayeux
const bayeux: Point = { lat: 49.27, lon: -0.7 }
export const query = sql\`SELECT name -- as written
  FROM place\`
`

t.test('comments of every form and layout do not count', async (t) => {
  const bare = `type Point = { lat: number; lon: number }; const bayeux: Point = { lat: 49.27, lon: -0.7 }
    //! Licence of Bayeux
    /** @preserve */
    export const query = sql\`SELECT name -- as written\n  FROM place\``
  t.equal(syntaxOf('a.ts', bare), syntaxOf('a.ts', CODE))
})

t.test('values, types, text and comments that tools obey count', async (t) => {
  const same = syntaxOf('a.ts', CODE)
  for (const [from, to] of [
    ['-0.7', '-0.71'],
    ['lon: number', 'lon: string'],
    ['FROM place', 'FROM source'],
    ['-- as written', '-- as it came'],
    ['// Bayeux', '// biome-ignore lint/a/b: Bayeux']
  ] as const) {
    t.not(syntaxOf('a.ts', CODE.replace(from, to)), same, to)
  }
})

t.test('comments of SQL can be left out of the comparison, its words cannot', async (t) => {
  const same = syntaxOf('a.sql.ts', CODE, false)
  t.equal(syntaxOf('a.sql.ts', CODE.replace('-- as written', '-- as it\n -- came'), false), same)
  t.not(syntaxOf('a.sql.ts', CODE.replace('SELECT name', 'SELECT id'), false), same)
})
