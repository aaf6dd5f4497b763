import t from 'tap'
import { EXAMPLES } from '../pages/page-examples.ts'
import { testDatabase } from '../support/database.ts'
import { writePlaces } from '../support/places.ts'
import { idOf, SMALL_DIRECTORY } from '../support/small-directory.ts'
import { siteOver } from './site.ts'

const database = await testDatabase(t)
await writePlaces(database, SMALL_DIRECTORY)
const site = await siteOver(t, database, { MAP_STYLE: 'outline' })

/** Every page, and the other faces that some of them have. */
const PATHS = [
  ...Object.values(EXAMPLES),
  '/?all=1',
  '/?q=fablab+lisieux',
  '/?commune=14047',
  '/?q=zzzzzz',
  '/departements?service=aide-aux-demarches-administratives',
  '/lieux/region/normandie',
  '/lieux/region/la-reunion',
  '/lieux/commune/bayeux',
  '/lieux/commune/herouville-saint-clair',
  '/orientation?need=aide-aux-demarches-administratives',
  '/orientation?where=Bayeux&commune=14047',
  '/integrer?where=Bayeux',
  `/contact?lieu=${idOf('EPN de Bayeux')}`,
  '/docs/Place',
  '/lieux/lieu-0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90',
  '/lieu-de-rien'
]

for (const javaScriptEnabled of [true, false]) {
  t.test(
    `no page scrolls sideways on the narrowest phone, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`,
    async (t) => {
      const page = await site.open(t, '/robots.txt', {
        viewport: { width: 320, height: 640 },
        javaScriptEnabled
      })
      for (const path of PATHS) {
        for (const lang of ['fr', 'en']) {
          await page.goto(`${site.origin}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
          t.same(await tooWide(page), [], `${path} (${lang})`)
        }
      }
    }
  )
}

/** What reaches beyond the right edge of a page that scrolls sideways. */
const tooWide = (page: import('playwright-core').Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    document.documentElement.scrollWidth <= innerWidth
      ? []
      : [...document.querySelectorAll('body *')]
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
          .map((element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 40)}`)
          .slice(-3)
  )

t.test('the browser has nothing to complain about', async (t) => t.same(site.wrong, []))
