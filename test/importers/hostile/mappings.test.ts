import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { readMapping } from '../../../src/importers/declared/read-mapping.ts'

const folder = await mkdtemp(join(tmpdir(), 'annuaire-mappings-'))
t.teardown(() => rm(folder, { recursive: true }))

const ALIASES = Array.from(
  { length: 20 },
  (_, at) => `a${at}: &a${at} [${at === 0 ? 'x' : `*a${at - 1}, `.repeat(10)}]`
)

const HOSTILE: readonly (readonly [what: string, text: string, message: RegExp])[] = [
  ['brackets', `a: ${'['.repeat(100_000)}`, /nested more than 32 levels/],
  ['braces of JSON', `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`, /nested more than 32 levels/],
  ['lists within lists', '- '.repeat(100_000), /nested more than 32 levels/],
  [
    'a table 400 levels deep',
    Array.from({ length: 400 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
    /not a valid mapping/
  ],
  ['aliases of aliases', ALIASES.join('\n'), /neither YAML nor JSON/],
  ['a homepage that runs a script', 'homepage: javascript:alert(1)', /homepage.*http or https address/s],
  ['a download that runs a script', 'download: data:text/csv,a', /download.*http or https address/s],
  ['a megabyte', `a: ${'x'.repeat(1024 * 1024)}`, /longer than 256 kB/]
]

t.test('a mapping that would take much memory is refused before it is read', async (t) => {
  for (const [what, text, message] of HOSTILE) {
    const path = join(folder, 'mapping.yaml')
    await writeFile(path, text)
    const started = performance.now()
    await t.rejects(readMapping(path), { name: 'ImportRefused', message }, what)
    t.ok(performance.now() - started < 5_000, what)
  }
})
