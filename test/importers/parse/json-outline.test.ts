import fc from 'fast-check'
import t from 'tap'
import { outlineOf } from '../../../src/importers/parse/json-outline.ts'
import { ndjsonRows } from '../../../src/importers/parse/ndjson.ts'

/** The rule in other words: every element and every member, at all levels. */
const valuesIn = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, each) => sum + 1 + valuesIn(each), 0)
    : 0

const SPACES = fc.constantFrom<string | number>('', 1, '\t', ' \t ')

t.test('the values of a JSON text are counted without parsing it', async (t) => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 6 }),
      SPACES,
      (value, spaces) => outlineOf(JSON.stringify(value, null, spaces), 10).values === valuesIn(value)
    )
  )
  for (const text of ['"', '"\\', '[', ']', ']]][', '{"a', ',,,', '', '\\"'])
    t.doesNotThrow(() => outlineOf(text, 10), text)
})

t.test('the first members of an object are kept, as far as the limit allows', async () => {
  const anyObject = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { noNullPrototype: true })
  fc.assert(
    fc.property(anyObject, SPACES, fc.nat(20), (value, spaces, most) => {
      let left = most
      const kept = Object.entries(value).filter(([, each]) => {
        const size = 1 + valuesIn(each)
        const fits = size <= left
        if (fits) left -= size
        return fits
      })
      const { members } = outlineOf(JSON.stringify(value, null, spaces), most)
      return JSON.stringify(JSON.parse(`{${members.join(',')}}`)) === JSON.stringify(Object.fromEntries(kept))
    })
  )
})

async function* once(text: string): AsyncIterable<string> {
  yield text
}

t.test('a line with too many names is rejected with its id, and does not keep its text', async (t) => {
  const names = Array.from({ length: 60_000 }, (_, at) => `"nom${at}":1`).join(',')
  const lines = [
    `{"id":"1",${names}}`,
    `{"services":[${'[],'.repeat(60_000)}[]],"id":"2"}`,
    `{"id":3,,${names}}`,
    `[${'1,'.repeat(60_000)}1]`,
    `{"id":"5","nom":"${',['.repeat(60_000)}\\"]"}`
  ]
  const rows = []
  for await (const row of (await ndjsonRows(once(lines.join('\n')))).rows) rows.push(row)
  t.match(rows, [
    { raw: { id: '1', nom0: 1 }, broken: /more than 20000 values/ },
    { raw: { id: '2' }, broken: /more than 20000 values/ },
    { broken: /not valid JSON/ },
    { broken: 'is not a JSON object' },
    { raw: { id: '5' }, broken: undefined }
  ])
  t.ok(JSON.stringify(rows.slice(0, 4)).length < 30_000)
})
