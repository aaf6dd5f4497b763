import t from 'tap'
import { siteFor, violations } from './site.ts'

const site = await siteFor(t)

t.test('where the base map cannot be reached, places stand on the outline of the world', async (t) => {
  const page = await site.open(t, '/')
  await page.locator('.map-cluster').first().waitFor()
  await page.getByText('Natural Earth').waitFor()
  const counts = await page.locator('.map-cluster').allTextContents()
  t.ok(counts.map(Number).reduce((sum, count) => sum + count, 0) > 500)
  t.same(await violations(page), [])
})

t.test('no script failed, and nothing was tried that the policy forbids', async (t) => t.same(site.wrong, []))
