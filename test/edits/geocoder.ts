import { type Answer, sends } from '../support/file-server.ts'

/** Two numbers of Nevers, one of another town, a street and a hamlet, as the geocoder of the State writes them. */
const FOUND = [
  ['2 Rue de la Préfecture 58000 Nevers', 0.97, 'housenumber', '58194', 46.9905, 3.1603],
  ['Rue de la Préfecture 58000 Nevers', 0.74, 'street', '58194', 46.9911, 3.1611],
  ['2 Rue de la Préfecture 18000 Bourges', 0.81, 'housenumber', '18033', 47.0839, 2.3962],
  ['La Préfecture 58160 Imphy', 0.41, 'locality', '58134', 46.93, 3.26],
  ['Nevers', 0.38, 'municipality', '58194', 46.98, 3.15]
] as const

const features = FOUND.map(([label, score, type, citycode, lat, lon]) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [lon, lat] },
  properties: { label, score, type, citycode }
}))

export const findsNevers: Answer = sends(JSON.stringify({ type: 'FeatureCollection', features }))
export const findsNothing: Answer = sends('{"type":"FeatureCollection","features":[]}')
