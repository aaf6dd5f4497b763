import { filtersOf } from '../../pages/choices.ts'
import type { Told } from '../../pages/told.ts'

const told = JSON.parse(document.getElementById('told')?.textContent ?? 'null') as Told
const container = document.createElement('div')
container.className = 'map'
document.getElementById('search')?.append(container)

const { createMap, FRANCE } = await import('../map/create-map.ts')
await createMap(container, {
  api: '',
  filters: filtersOf(told.choices),
  language: told.lang,
  base: told.base,
  view: FRANCE
})
