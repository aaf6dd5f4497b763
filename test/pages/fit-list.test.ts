import { render } from 'preact-render-to-string'
import t from 'tap'
import type { Fitting } from '../../src/pages/parts/fit.ts'
import { FitList } from '../../src/pages/parts/fit-list.tsx'
import { WORDING } from '../../src/pages/wording/wording.ts'

const listed = (...fits: readonly Fitting[]): string => {
  const list = FitList({ fits, canCall: true, says: WORDING.fr })
  return list === null ? '' : render(list)
}

t.test('a place of another kind than was asked for is not said to refuse', async (t) => {
  const html = listed(
    { label: 'CAF', fit: 'no', because: null, about: 'type' },
    { label: 'accès en fauteuil roulant', fit: 'no', because: null, about: 'wheelchair' }
  )
  t.match(html, 'Autre genre de lieu que\u00a0: CAF')
  t.match(html, 'Non\u00a0: accès en fauteuil roulant')
  t.notMatch(html, 'Non\u00a0: CAF')
})
