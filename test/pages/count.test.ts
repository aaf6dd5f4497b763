import t from 'tap'
import { countText } from '../../src/pages/search/count.ts'

const said = (text: string) => text.replaceAll('\u00a0', ' ')
const heading = (
  items: Parameters<typeof countText>[0]['items'],
  nearestM: number | null,
  lang: 'fr' | 'en' = 'fr'
) =>
  said(
    countText(
      {
        items,
        total: { value: 0, relation: 'eq' },
        within: { radius_m: 40_000, count: 0, nearest_m: nearestM }
      },
      {},
      lang
    )
  )

t.test('the heading does not contradict the list', async (t) => {
  const near = { distance_m: 1_200, fits: false }
  const far = { distance_m: 69_200, beyond_radius: true as const }
  t.equal(heading([far], 69_200), 'Aucun lieu à moins de 40 km ; le plus proche est à 69,2 km')
  t.equal(
    heading([near, far], 69_200),
    'Aucun lieu à moins de 40 km n’est connu pour répondre à toute la demande ; le plus proche qui y répond est à 69,2 km'
  )
  t.equal(
    heading([near], 412_975),
    'Aucun lieu à moins de 40 km n’est connu pour répondre à toute la demande'
  )
  t.equal(heading([near], 412_975, 'en'), 'No place within 40 km is known to meet the whole question')
  t.equal(heading([], 6_558_000), 'Aucun lieu à moins de 40 km', 'a place overseas is no help')
})
