import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { SHARED } from '../../../scripts/real-files.ts'
import { importFile } from '../../../src/commands/imports/import.ts'
import { testDatabase } from '../../support/database.ts'
import { sourcesIn } from '../../support/inspect.ts'

t.setTimeout(280_000)

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/declared/${name}`, import.meta.url))

t.test(
  'a file is imported by its mapping, and a second time without a change',
  { timeout: 280_000 },
  async (t) => {
    const database = await testDatabase(t)
    const options = { mapping: fixture('mapping.yaml'), maxSize: 1 }
    const first = await importFile(database, 'declared', fixture('places.csv'), options)
    t.match(first, { source: 'essai', counts: { read: 3, created: 2, rejected: 1 } })
    t.match(first.rejections, [{ line: 4, record_id: null, reasons: ['closed: ville-d-essai:3'] }])
    const again = await importFile(database, 'declared', fixture('places.csv'), options)
    t.match(again.counts, { read: 3, created: 0, updated: 0, unchanged: 2, withdrawn: 0, rejected: 1 })
    t.match(await sourcesIn(database), [{ slug: 'essai', name: 'Lieux d’essai', licence: 'etalab-2.0' }])
    await t.rejects(importFile(database, 'declared', fixture('places.csv'), { maxSize: 1 }), {
      name: 'ImportRefused',
      message: /needs --mapping/
    })
  }
)

const SERVICES = (day: string) => join(SHARED, `public-services/france-services-${day}.csv`)
const absent = !existsSync(SERVICES('20240801')) && 'the real files are not there'

t.test(
  'France services, two years apart: known, new and missing records',
  { skip: absent, timeout: 280_000 },
  async (t) => {
    const database = await testDatabase(t)
    const counts = async (day: string) =>
      (await importFile(database, 'france-services', SERVICES(day), { maxSize: 16 })).counts
    t.match(await counts('20221201'), { read: 2683, created: 2683, rejected: 0 })
    const next = await counts('20240801')
    t.match(next, { read: 2845, created: 364, withdrawn: 202, rejected: 0 })
    t.equal(next.updated + next.unchanged, 2481)
    t.match(await counts('20240801'), { created: 0, updated: 0, unchanged: 2845, withdrawn: 0 })
  }
)
