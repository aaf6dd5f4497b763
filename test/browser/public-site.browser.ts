import t from 'tap'
import { testDatabase } from '../support/database.ts'
import { writePlaces } from '../support/places.ts'
import { idOf, SMALL_DIRECTORY } from '../support/small-directory.ts'
import { siteOver, violations } from './site.ts'

const database = await testDatabase(t)
await writePlaces(database, SMALL_DIRECTORY)
const site = await siteOver(t, database, {
  MAP_STYLE: 'outline',
  REPORT_TO: 'numerique@bayeux.example',
  OPERATOR_NAME: 'Ville de Bayeux',
  ACCESSIBILITY_STATUS: 'partial',
  ACCESSIBILITY_ISSUES: 'Un tableau n’a pas de titre.'
})

const PATHS = [
  '/mentions-legales',
  '/accessibilite',
  '/donnees-personnelles',
  '/contact',
  `/contact?lieu=${idOf('EPN de Bayeux')}`,
  '/a-propos',
  '/sources',
  '/donnees',
  '/docs',
  '/docs/searchPlaces',
  '/docs/decideReview?lang=en',
  '/docs/Place'
]

for (const colorScheme of ['light', 'dark'] as const) {
  t.test(
    `the pages of a public site and the reference break no rule of accessibility, ${colorScheme}`,
    async (t) => {
      const page = await site.open(t, '/robots.txt', { colorScheme, viewport: { width: 320, height: 640 } })
      for (const path of PATHS) {
        await page.goto(site.origin + path)
        t.same(await violations(page), [], path)
        t.ok(
          await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
          `${path} at 400 %`
        )
      }
    }
  )
}

t.test('nothing was blocked by the policy', async (t) => t.same(site.wrong, []))
