import type { PlaceSketch } from './places.ts'

type Town = Required<Pick<PlaceSketch, 'at' | 'address'>>

const town = (
  at: readonly [number, number],
  [postcode, city, commune, epci, department, region]: readonly [
    ...[string, string, string, string | null, string, string]
  ]
): Town => ({ at, address: { postcode, city, commune, epci, department, region } })

/** Real towns with positions near their town halls. */
export const TOWNS = {
  bayeux: town([49.2764, -0.7024], ['14400', 'Bayeux', '14047', '241400555', '14', '28']),
  caen: town([49.1829, -0.3707], ['14000', 'Caen', '14118', '200065597', '14', '28']),
  lisieux: town([49.146, 0.2265], ['14100', 'Lisieux', '14366', '200069532', '14', '28']),
  quimper: town([47.996, -4.1024], ['29000', 'Quimper', '29232', '200068120', '29', '53']),
  brest: town([48.3904, -4.4861], ['29200', 'Brest', '29019', '242900314', '29', '53']),
  strasbourg: town([48.5734, 7.7521], ['67000', 'Strasbourg', '67482', '246700488', '67', '44']),
  ajaccio: town([41.9192, 8.7386], ['20000', 'Ajaccio', '2A004', '242010056', '2A', '94']),
  paris11: town([48.8592, 2.3806], ['75011', 'Paris', '75111', '200054781', '75', '11']),
  paris20: town([48.8647, 2.3984], ['75020', 'Paris', '75120', '200054781', '75', '11']),
  lyon3: town([45.7597, 4.85], ['69003', 'Lyon', '69383', '200046977', '69', '84']),
  saintDenis: town([-20.8789, 55.4481], ['97400', 'Saint-Denis', '97411', '249740119', '974', '04']),
  fortDeFrance: town([14.6037, -61.0742], ['97200', 'Fort-de-France', '97209', '249720061', '972', '02']),
  mataUtu: town([-13.2825, -176.1736], ['98600', 'Mata-Utu', '98613', null, '986', '986']),
  // A former commune that is now part of Vire Normandie (14762).
  vaudry: town([48.8419, -0.8672], ['14500', 'Vaudry', '14730', '200068799', '14', '28'])
} as const
