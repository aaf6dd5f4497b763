import t from 'tap'
import { testDatabase } from '../support/database.ts'
import { JOURNEYS } from './journeys/journeys.ts'
import { loadRealDirectory, realFilesAbsent } from './journeys/real-directory.ts'
import { siteOver } from './site.ts'

/** The départements of Bayeux, Mende, Lyon, Lille and Paris, and the four of Bretagne. */
const DEPARTMENTS = ['14', '22', '29', '35', '48', '56', '59', '69', '75']

t.test('the ten journeys over the real places', { skip: realFilesAbsent, timeout: 900_000 }, async (t) => {
  const database = await testDatabase(t)
  await loadRealDirectory(t, database, DEPARTMENTS)
  const site = await siteOver(t, database, { MAP_STYLE: 'outline', REPORT_TO: 'erreurs@annuaire.example' })
  for (const [who, journey] of JOURNEYS) {
    for (const lang of ['fr', 'en'] as const) await t.test(`${who}, ${lang}`, (t) => journey(t, site, lang))
  }
})
