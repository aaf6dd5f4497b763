import { readFile } from 'node:fs/promises'
import t from 'tap'
import { testDatabase } from '../../support/database.ts'

const database = await testDatabase(t)
const schema = await readFile(new URL('../../../prisma/schema.prisma', import.meta.url), 'utf8')

t.test('prisma/schema.prisma has exactly the tables and columns of the migrations', async (t) => {
  const { rows } = await database.batch.query(
    `SELECT table_name AS table, column_name AS column, is_nullable = 'YES' AS optional
     FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
       AND table_name NOT IN ('_prisma_migrations', 'spatial_ref_sys')
     ORDER BY table_name, ordinal_position`
  )
  const inDatabase = rows.map(({ table, column, optional }) => `${table}.${column}${optional ? '?' : ''}`)
  t.same(columnsOfSchema().sort(), inDatabase.sort())
})

t.test('every model can be read through the client', async (t) => {
  const { prisma } = database
  t.equal((await prisma.dataVersion.findMany()).length, 1)
  t.ok(await prisma.term.findFirst({ include: { vocabulary: true, placeLabels: true } }))
  t.match(await prisma.territory.findFirst({ where: { name: 'Quimper' }, include: { codes: true } }), {
    kind: 'commune',
    code: '29232',
    codes: [{ code: '29232' }]
  })
  t.same(await prisma.place.findMany({ include: { survivor: true, changes: true, communeCode: true } }), [])
  t.same(await prisma.source.findMany({ include: { records: true, placeLabels: true } }), [])
  t.same(await prisma.run.findMany({ include: { rejections: true, unmapped: true, source: true } }), [])
})

function columnsOfSchema(): string[] {
  return [...schema.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)].flatMap(([, body = '']) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1]
    return body.split('\n').flatMap((line) => {
      const field = /^ {2}(\w+) +(\w+(?:\("[^"]*"\))?)(\[\])?(\?)?/.exec(line)
      if (!field || isRelation(field[2] ?? '')) return []
      const [, name, , , optional = ''] = field
      return [`${table}.${/@map\("(\w+)"\)/.exec(line)?.[1] ?? name}${optional}`]
    })
  })
}

const isRelation = (type: string): boolean => new RegExp(`^model ${type} \\{`, 'm').test(schema)
