import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { importFile } from '../../src/commands/imports/import.ts'
import { describeReport } from '../../src/commands/imports/import-report.ts'
import { suspicionOf } from '../../src/domain/offers/suspect-names.ts'
import { testDatabase } from '../support/database.ts'

t.test(
  'an import reports names that let doubt that there is such a place and cells with lost letters, and takes them in',
  async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'annuaire-suspect-'))
    t.teardown(() => rm(folder, { recursive: true }))
    const file = join(folder, 'mednum.json')
    const record = (id: string, nom: string) => ({
      id,
      nom,
      commune: 'Nevers',
      code_postal: '58000',
      source: 'hinaura'
    })
    await writeFile(
      file,
      JSON.stringify([
        record('1', 'Médiathèque Jean Jaurès'),
        record('2', 'Point info (à supprimer)'),
        record('3', 'ANCT Test'),
        record('4', 'M\ufffddiath\ufffdque de Nevers')
      ])
    )
    const database = await testDatabase(t)
    const report = await importFile(database, 'mednum', file, { maxSize: 10 })
    t.match(report.counts, { created: 4, rejected: 0 })
    t.match(report.suspect, [
      { field: 'name', value: 'Point info (à supprimer)', reason: 'marked as not to be used', count: 1 },
      { field: 'name', value: 'ANCT Test', reason: 'a test', count: 1 }
    ])
    t.same(
      report.unmapped.filter(({ field }) => field === 'name'),
      [],
      'they were mapped'
    )
    t.match(
      describeReport(report),
      /Suspect names:\n {2}1 × name: "Point info \(à supprimer\)": marked as not to be used/
    )
    t.match(report.damaged, [{ field: 'nom', value: 'M\ufffddiath\ufffdque de Nevers', count: 1 }])
    t.match(
      describeReport(report),
      /lost before the file was received \(U\+FFFD\):\n {2}1 × nom: "M\ufffddia/
    )
    const { rows } = await database.pool.query('SELECT name FROM place WHERE weight < 0.5 ORDER BY name')
    t.same(rows, [{ name: 'ANCT Test' }, { name: 'Point info (à supprimer)' }])

    const again = await importFile(database, 'mednum', file, { maxSize: 10 })
    t.same(again.suspect, report.suspect, 'recalled as well as read')
    t.same(again.damaged, report.damaged)
  }
)

t.test('a place that its name says is closed for good is suspect', async (t) => {
  t.equal(suspicionOf('Cyber-base (fermée définitivement)'), 'marked as not to be used')
  t.equal(suspicionOf('Cyber-base (fermée le lundi)'), null)
})
