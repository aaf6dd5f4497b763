import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import t from 'tap'
import { openBytes } from '../../src/importers/parse/bytes.ts'
import type { Row } from '../../src/importers/parse/row.ts'
import { readRows } from '../../src/importers/parse/rows.ts'
import { decodeText } from '../../src/importers/parse/text.ts'
import { ImportRefused } from '../../src/importers/refused.ts'

/** Parses bytes as from standard input, in chunks of `size` bytes. */
async function parse(bytes: Buffer | string, size = 64 * 1024, maxMegabytes = 1) {
  const buffer = Buffer.from(bytes)
  const chunks = Array.from({ length: Math.ceil(buffer.length / size) }, (_, n) =>
    buffer.subarray(n * size, (n + 1) * size)
  )
  const opened = await openBytes('-', Readable.from(chunks), maxMegabytes)
  const decoded = decodeText(opened.bytes)
  const read = await readRows(decoded.text)
  const rows: Row[] = []
  for await (const row of read.rows) rows.push(row)
  return {
    ...read,
    rows,
    raws: rows.map(({ raw }) => raw),
    warnings: decoded.warnings(),
    hash: opened.hash()
  }
}

const ROW = [{ id: '1', nom: 'Médiathèque d’Alès' }]

t.test('separators are recognised, and only outside quotation marks', async (t) => {
  t.same((await parse('id,nom\n1,Médiathèque d’Alès\n')).raws, ROW)
  t.same((await parse('id;nom\r\n1;Médiathèque d’Alès')).raws, ROW)
  t.same((await parse('id\tnom\n1\tMédiathèque d’Alès\n')).raws, ROW)
  t.same((await parse('"id, unique";"nom, long";"x, y"\n1;2;3')).columns, ['id, unique', 'nom, long', 'x, y'])
})

t.test('encodings are detected, wherever the chunks are split', async (t) => {
  const text = 'id;nom\n1;Médiathèque d’Alès\n'
  const windows1252 = Buffer.from(text.replace('’', '\u0092'), 'latin1')
  for (const size of [1, 2, 3, 64 * 1024]) {
    t.same((await parse(text, size)).raws, ROW, 'UTF-8')
    t.same((await parse(`\ufeff${text}`, size)).raws, ROW, 'UTF-8 with a BOM')
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
    for (const bytes of [utf16, Buffer.from(utf16).swap16()]) {
      const { raws, warnings } = await parse(bytes, size)
      t.same(raws, ROW, 'UTF-16')
      t.same(warnings, ['The file is not UTF-8; it was read as UTF-16.'])
    }
    const { raws, warnings } = await parse(windows1252, size)
    t.same(raws, ROW, 'Windows-1252')
    t.match(warnings, [/Windows-1252/], 'and this is reported')
  }
})

t.test('one damaged letter does not turn a UTF-8 file into another encoding', async (t) => {
  const damaged = Buffer.concat([
    Buffer.from('id;nom\n1;Médiathèque d’Alès '),
    Buffer.from([0xe9]),
    Buffer.from('\n')
  ])
  const { raws, warnings } = await parse(damaged)
  t.same(raws, [{ id: '1', nom: 'Médiathèque d’Alès \ufffd' }])
  t.match(warnings, [/1 characters are not valid UTF-8/])
})

t.test('JSON is a list, or an object with one list in it', async (t) => {
  t.same((await parse(JSON.stringify(ROW))).raws, ROW)
  t.same((await parse(`\ufeff ${JSON.stringify(ROW)}\n`)).raws, ROW)
  t.same((await parse(JSON.stringify({ total: { count: 1 }, tags: {}, lieux: ROW }), 5)).raws, ROW)
  const { rows } = await parse('[{"id":1},7]')
  t.same(rows[1], { line: 2, raw: { '': 7 }, broken: 'is not a JSON object' })
})

t.test('JSON as open-data portals answer it, and one object per line', async (t) => {
  const ckan = {
    success: true,
    result: { fields: [{ id: 'nom', type: 'text' }], records: ROW, _links: { next: '[{' } }
  }
  t.same((await parse(JSON.stringify(ckan))).raws, ROW)
  t.same((await parse('{"data":{"places":{"items":[{"id":"1"}]}}}')).raws, [{ id: '1' }])
  t.same((await parse('{"meta":{"links":[{"rel":"next"}]},"places":[{"id":"1"}]}')).raws, [{ id: '1' }])
  const lines = await parse('{"id":"1","tags":["a"]}\r\n{"id":"2"}\n{"id":')
  t.match(lines, { format: 'json', columns: ['id', 'tags'] })
  t.match(lines.rows, [{ raw: { id: '1' } }, { raw: { id: '2' } }, { line: 3, broken: /is not valid JSON/ }])
  t.match(lines.cut?.(), /line 3 .* the last one/)
  t.same((await parse('{"places":\n[{"id":"1"},\n{"id":"2"}]}')).raws, [{ id: '1' }, { id: '2' }])
})

t.test('a record that is nested too deep costs no other record', async (t) => {
  const deep = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`
  const both = `[{"id":"1","services":${deep(20_000)}},{"id":"2","services":${deep(20)}}]`
  for (const text of [both, both.slice(1, -1).replace('},{', '}\n{')]) {
    const [first, second] = (await parse(text)).rows
    t.same(first?.raw, { id: '1' })
    t.match(first?.broken, /more than 32 levels deep/)
    t.match(second, { raw: { id: '2' }, broken: undefined })
  }
})

t.test('lines may end with \\r alone, also around cells of several lines', async (t) => {
  t.same((await parse('id,nom,horaires\r1,EPN,"lundi\nmardi"\r2,"Le ""Bis""",\r')).raws, [
    { id: '1', nom: 'EPN', horaires: 'lundi\nmardi' },
    { id: '2', nom: 'Le "Bis"', horaires: '' }
  ])
})

t.test('gzip is recognised by its first bytes', async (t) => {
  t.same((await parse(gzipSync(JSON.stringify(ROW)), 1)).raws, ROW)
})

t.test('records are reported by their first line', async (t) => {
  const { rows } = await parse('id,nom\n1,"Ateliers\net accueil"\n2,Alès,trop\n3\n')
  t.same(
    rows.map(({ line, broken }) => [line, broken?.slice(0, 36)]),
    [
      [2, undefined],
      [4, 'has 3 fields but the header has 2: a'],
      [5, 'has 1 fields but the header has 2: a']
    ]
  )
  t.same(rows[1]?.raw, { id: '2', nom: 'Alès', '': ['trop'] }, 'a broken line is kept completely')
})

const brokenIn = (rows: readonly Row[]) =>
  rows.flatMap(({ line, broken }) => (broken === undefined ? [] : [[line, broken.slice(0, 43)]]))

t.test('a wrong quotation mark rejects its own line and no other', async (t) => {
  const around = (line: string) =>
    `id;nom;ville\n1;Accueil;Gap\n${line}\n8;"Le ""bon"" coin";Alès\n9;"Fin";Alès\n`
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['quotation marks that are not doubled', '2;"Espace "Simone Veil" numérique";Gap', ['2']],
    ['one inside a field', '2;"Espace 12" numérique";Gap', ['2']],
    ['one that is not closed', '2;"Espace numérique;Gap', ['2']],
    ['one that is not closed, before quoted lines', '2;"Espace;Gap\n3;"Mairie";Gap\n4;EPN;Gap', ['2']],
    ['one that is not opened', '2;Espace numérique";Gap', ['2']],
    ['a space after the closing one', '2;"Espace" ;Gap', ['2']],
    ['a quoted cell of three megabytes', `2;"${'é'.repeat(3_000_000)}";Gap`, ['2']],
    ['a cell of three megabytes', `2;${'x'.repeat(3_000_000)};Gap`, ['2']],
    [
      'an open one before a megabyte of lines',
      `2;"Espace;Gap\n${'3;Mairie;Gap\n'.repeat(100_000)}4;EPN;Gap`,
      ['2']
    ]
  ]
  for (const [what, line, broken] of cases) {
    const { rows } = await parse(around(line), 64 * 1024, 10)
    const ids = (isBroken: boolean) =>
      rows.filter((row) => (row.broken !== undefined) === isBroken).map(({ raw }) => raw.id)
    t.same(ids(true), broken, `${what}: the id is still read`)
    t.same(
      [...new Set(ids(false))].filter((id) => !['3', '4'].includes(String(id))),
      ['1', '8', '9'],
      what
    )
    t.equal(rows.find(({ broken }) => broken !== undefined)?.line, 3, what)
    t.same(rows.at(-2)?.raw, { id: '8', nom: 'Le "bon" coin', ville: 'Alès' })
  }
  const { rows } = await parse('id;nom\n1;"Ateliers\nde "code"\net accueil"\n2;"Gap"\n')
  t.same(
    brokenIn(rows),
    [
      [2, 'has a quotation mark that is not closed: cl'],
      [3, 'has 1 fields but the header has 2: a separa'],
      [4, 'has a quotation mark within a field: write ']
    ],
    'the other lines of the cell are no records either'
  )
})

t.test('quotation marks in pairs inside an unquoted field are text', async (t) => {
  t.same((await parse('id;nom\n1;Espace "Simone Veil" de Gap\n')).raws, [
    { id: '1', nom: 'Espace "Simone Veil" de Gap' }
  ])
})

t.test('the line of a record is right after cells of several lines, whatever the line ends', async (t) => {
  for (const end of ['\n', '\r\n', '\r']) {
    const { rows } = await parse(['id,nom', '1,"Ateliers', 'et accueil"', '', '2,Gap', '3,Alès'].join(end), 3)
    t.same(
      rows.map(({ line }) => line),
      [2, 5, 6]
    )
  }
})

t.test('the line with which Excel names the separator is not the header', async (t) => {
  for (const first of ['sep=;\n', 'sep=;\r\n', '\ufeff"sep=;"\n']) {
    const { rows } = await parse(`${first}id;nom, ville\n1;Médiathèque, Alès\n2;a;b\n`)
    t.same(rows[0], { line: 3, raw: { id: '1', 'nom, ville': 'Médiathèque, Alès' } })
    t.same(brokenIn(rows), [[4, 'has 3 fields but the header has 2: a separa']])
  }
  t.same((await parse('sep=|\nid|nom\n1|Gap\n')).raws, [{ id: '1', nom: 'Gap' }])
})

t.test('surplus separators at the end of a line and empty lines are no error', async (t) => {
  const { rows } = await parse('id;nom\n1;Médiathèque d’Alès;;\n\n;\n')
  t.same(rows, [{ line: 2, raw: ROW[0] }])
})

t.test('a header in the middle of a file is no record', async (t) => {
  const { rows } = await parse('id; nom\n1;EPN\nid;nom\n2;Médiathèque\n')
  t.match(rows[1], { line: 3, broken: 'repeats the header' })
  t.same(
    rows.filter(({ broken }) => broken === undefined).map(({ raw }) => raw.id),
    ['1', '2']
  )
})

t.test('lines of JSON in a CSV file are broken, and several make the file a damaged one', async (t) => {
  const json = (id: number) => `{"id": "${id}", "nom": "EPN de Nevers"}\n`
  const one = await parse(`id,nom\n1,EPN\n${json(2)}`)
  t.match(one.rows[1], { broken: 'is JSON, in the middle of a CSV file' })
  t.equal(one.cut?.(), null)
  const many = await parse(`id,nom\n1,EPN\n${json(2)}${json(3)}${json(4)}`)
  t.equal(many.cut?.(), 'from line 3 on it contains JSON instead of CSV')
  const cells = await parse('id,nom\n"{""a"": 1}",EPN\n{Le},Tiers-lieu\n')
  t.same(
    cells.rows.map(({ broken }) => broken),
    [undefined, undefined],
    'a cell may be JSON'
  )
})

t.test('columns with the same name or none keep their values', async (t) => {
  t.same((await parse('id;nom;nom;\n1;a;b;c')).raws, [
    { id: '1', nom: 'a', 'nom (column 3)': 'b', 'column 4': 'c' }
  ])
})

t.test('input that is not a file of records is refused with a clear message', async (t) => {
  const refused: readonly (readonly [string, Buffer | string, RegExp])[] = [
    ['nothing', '', /empty \(0 bytes\)/],
    ['blanks', ' \n\n', /only white space/],
    ['an HTML page', '<!DOCTYPE html><html lang="fr">', /HTML page/],
    ['XML', '<?xml version="1.0"?><a/>', /XML/],
    ['a workbook', Buffer.from('PK\u0003\u0004xxxx'), /Excel/],
    ['a PDF', '%PDF-1.7', /PDF/],
    ['a binary file', Buffer.from([1, 0, 2, 0]), /binary/],
    ['JSON cut within a record', '[{"id":"1"},{"id":"2', /JSON is truncated/],
    ['JSON cut between records', '[{"id":"1"},', /JSON is truncated/],
    ['JSON without its last bracket', '[{"id":"1"}', /JSON is truncated/],
    ['JSON with something after it', '[{"id":"1"}] x', /JSON is truncated or damaged/],
    ['two lists', '{"a":[{"id":1}],"b":[{"id":2}]}', /two lists/],
    ['a header with an open quotation mark', 'id;"nom\n1;Alès\n', /its header has a quotation mark.*line 1/],
    ['gzip cut short', gzipSync(JSON.stringify(ROW)).subarray(0, 30), /gzip file is damaged/],
    ['two megabytes where one is allowed', 'x'.repeat(2_000_000), /larger than 1 MB/],
    ['a gzip bomb', gzipSync('x'.repeat(2_000_000)), /larger than 1 MB when decompressed/]
  ]
  for (const [what, bytes, message] of refused) {
    const error = await parse(bytes).catch((error) => error)
    t.ok(error instanceof ImportRefused, what)
    t.match(error.message, message)
  }
  for (const [path, message] of [
    ['/nowhere/at/all.csv', /There is no file/],
    [import.meta.dirname, /is a directory/]
  ] as const) {
    await t.rejects(openBytes(path, Readable.from([]), 1), { name: 'ImportRefused', message })
  }
})

t.test('one line with any quotation marks costs no other record', async () => {
  const text = fc.string({ unit: fc.constantFrom('"', '""', ';', 'a', ' ', '\\'), maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 40 }), async (line, size) => {
      // Every following line begins with a quoted field, so that no line can be taken for a part of this one.
      const { rows } = await parse(`id;nom\n"1";"a"\n${line}\n"3";"c"\n"4";"d ""e"""\n`, size)
      const good = rows.filter(({ line, broken }) => broken === undefined && line !== 3)
      t.same(good, [
        { line: 2, raw: { id: '1', nom: 'a' } },
        { line: 4, raw: { id: '3', nom: 'c' } },
        { line: 5, raw: { id: '4', nom: 'd "e"' } }
      ])
    }),
    { numRuns: 200 }
  )
})

t.test('any list of records survives writing and reading as CSV and JSON', async () => {
  const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Surrogate}|\0/u.test(text))
  const records = fc.array(fc.record({ id: fc.nat().map(String), nom: cell }), { minLength: 1 })
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  await fc.assert(
    fc.asyncProperty(
      records,
      fc.constantFrom(',', ';', '\t'),
      fc.integer({ min: 1, max: 99 }),
      async (list, by, size) => {
        const csv =
          ['id', 'nom'].join(by) + list.map(({ id, nom }) => `\n${quoted(id)}${by}${quoted(nom)}`).join('')
        t.same((await parse(csv, size)).raws, list)
        t.same((await parse(JSON.stringify(list), size)).raws, list)
      }
    ),
    { numRuns: 60 }
  )
})
