import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import t from 'tap'
import { readLines } from '../../../src/commands/hours.ts'

t.test('annuaire hours answers each line by one JSON object, in order', async (t) => {
  const output = new PassThrough()
  const answered = text(output)
  await readLines(Readable.from(['Lundi 9h-12h\nvoir ', 'le site\n\nun samedi sur deux 10h-12h']), output)
  output.end()
  t.same(
    (await answered)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
    [
      { raw: 'Lundi 9h-12h', osm: 'Mo 09:00-12:00', confidence: 'exact', leftover: null },
      { raw: 'voir le site', osm: null, confidence: 'none', leftover: 'voir le site' },
      { raw: '', osm: null, confidence: 'none', leftover: null },
      {
        raw: 'un samedi sur deux 10h-12h',
        osm: 'Sa 10:00-12:00 unknown "un samedi sur deux"',
        confidence: 'partial',
        leftover: 'un samedi sur deux'
      }
    ]
  )
})
