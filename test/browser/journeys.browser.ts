import t from 'tap'
import { testDatabase } from '../support/database.ts'
import { writePlaces } from '../support/places.ts'
import { INVENTED } from './journeys/invented.ts'
import { JOURNEYS } from './journeys/journeys.ts'
import { siteOver } from './site.ts'

t.test('the ten journeys over invented places with the gaps of the real ones', async (t) => {
  const database = await testDatabase(t)
  await writePlaces(database, INVENTED)
  const site = await siteOver(t, database, { MAP_STYLE: 'outline', REPORT_TO: 'erreurs@annuaire.example' })
  for (const [who, journey] of JOURNEYS) {
    for (const lang of ['fr', 'en'] as const) await t.test(`${who}, ${lang}`, (t) => journey(t, site, lang))
  }
})
