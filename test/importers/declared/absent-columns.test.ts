import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { importFile } from '../../../src/commands/imports/import.ts'
import { describeReport } from '../../../src/commands/imports/import-report.ts'
import type { WrittenMapping } from '../../../src/importers/declared/mapping-schema.ts'
import { sourceOfMapping } from '../../../src/importers/declared/source-of-mapping.ts'
import { absentFrom, noteHeaders } from '../../../src/importers/run/absent-columns.ts'
import { testDatabase } from '../../support/database.ts'

const folder = await mkdtemp(join(tmpdir(), 'annuaire-absent-'))
t.teardown(() => rm(folder, { recursive: true }))

const mapping = (place: object, more: Partial<WrittenMapping> = {}): WrittenMapping => ({
  source: 'bessin',
  name: 'Lieux du Bessin',
  licence: 'etalab-2.0',
  id: 'nom',
  ...more,
  place: { name: 'nom', address: { city: 'ville' }, ...place }
})

function absent(written: WrittenMapping, ...rows: readonly Record<string, unknown>[]) {
  const source = sourceOfMapping(written)
  const headers = new Map<string, string>()
  for (const row of rows) noteHeaders(headers, source, row)
  return absentFrom(headers, source).map(({ columns, nearest }) => [columns.join('|'), nearest])
}

const ROW = { nom: 'EPN', ville: 'Bayeux', telephone: '02 31 00 00 00', horaires: 'Lundi 9h-12h' }

t.test('a column that is mapped and not in the file is reported, with the nearest header', (t) => {
  t.same(absent(mapping({ phone: 'téléphone fixe', hours: { text: 'horaire' } }), ROW), [
    ['téléphone fixe', 'telephone'],
    ['horaire', 'horaires']
  ])
  t.same(absent(mapping({ siret: 'SIRET' }), ROW), [['SIRET', null]], 'no header is like it')
  t.same(absent(mapping({ address: { street: { join: ['nom', 'voie'] } } }), ROW), [['voie', null]])
  t.end()
})

t.test('one of several alternatives is enough, and case and spaces do not matter', (t) => {
  t.same(absent(mapping({ phone: ['Tél', 'Telephone'], emails: ['mail', 'courriel'] }), ROW), [
    ['mail|courriel', null]
  ])
  t.same(absent(mapping({}, { ignore: ['logo'] }), { ' NOM ': 'EPN', Ville: '' }), [])
  t.end()
})

t.test('JSON records may leave out columns that others have', (t) => {
  const nested = mapping({ phone: 'contact.tel', address: { city: 'properties.ville' } })
  t.same(absent(nested, { nom: 'a' }, { nom: 'b', contact: { tel: '1' }, ville: 'Bayeux' }), [])
  t.end()
})

t.test('the report of an import lists them, and a file of another layout is explained', async (t) => {
  const database = await testDatabase(t)
  const csv = join(folder, 'places.csv')
  const yaml = join(folder, 'mapping.json')
  await writeFile(csv, 'nom,ville,telephone\nEspace A,Bayeux,0231000000\n')
  const take = async (written: WrittenMapping) => {
    await writeFile(yaml, JSON.stringify(written))
    return importFile(database, 'declared', csv, { mapping: yaml, maxSize: 1, dryRun: true })
  }
  const report = await take(mapping({ phone: 'téléphone fixe' }))
  t.match(report, { counts: { created: 1 }, absent: [{ columns: ['téléphone fixe'], nearest: 'telephone' }] })
  t.match(
    describeReport(report),
    /Columns of the mapping that the file does not have:\n {2}"téléphone fixe"; did you mean "telephone"\?/
  )
  await t.rejects(take(mapping({}, { id: 'noms' })), {
    name: 'ImportRefused',
    message:
      /no id \(noms\).*does not have: "noms".*Its columns are: nom, ville, telephone\..*import declared/
  })
  for (const source of ['mednum', 'fablabs', 'netpublic', 'france-services'])
    await t.rejects(
      importFile(database, source, csv, { maxSize: 1 }),
      { message: /Its columns are: nom, ville, telephone\..*annuaire mapping FILE.*import declared FILE/ },
      source
    )
})
