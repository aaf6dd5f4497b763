import t from 'tap'
import { MEDNUM } from '../../../src/importers/sources/mednum.ts'
import { LOOKUPS, read } from '../mapping.ts'

t.test('a position', async (t) => {
  const at = (latitude: unknown, longitude: unknown) => {
    const { content, reported, repaired } = read({ latitude, longitude })
    const { lat, lon } = content.location ?? { lat: null, lon: null }
    return { at: [lat, lon], reported: [...reported, ...repaired].join('; ').replace(/^.*: /, '') }
  }
  t.same(at(49.2764, -0.7024), { at: [49.2764, -0.7024], reported: '' })
  t.same(at('46,9871', '3,1503').at, [46.9871, 3.1503], 'decimal commas')
  t.same(at('-20.8977', '55.5523').at, [-20.8977, 55.5523], 'La Réunion')
  t.same(at(4.08, 44.123), { at: [44.123, 4.08], reported: 'swapped latitude and longitude' })
  t.same(at(55.5523, -20.8977).at, [-20.8977, 55.5523], 'swapped, in La Réunion')
  // The expected positions were computed with proj, for the square in front of Notre-Dame de Paris and for Bayeux.
  t.same(at(6862035.25942, 652469.02271), {
    at: [48.8566, 2.3522],
    reported: 'converted Lambert-93 to WGS 84'
  })
  t.same(at(430628.93753, 6914845.52266).at, [49.2764, -0.7024], 'x and y in each other’s column')
  t.same(at(1_290_000, 7_190_000), { at: [null, null], reported: 'Lambert-93 coordinates outside France' })
  t.same(at(91, 200), { at: [null, null], reported: 'outside the range of WGS 84' })
  t.same(at(0, 0), { at: [null, null], reported: '0, 0 means that the position is missing' })
  t.same(at(40.7, -74), { at: [null, null], reported: 'outside France' }, 'New York')
  t.same(at('Nevers', 3.15), { at: [null, null], reported: 'not two numbers' })
  t.same(at(46.98, ''), { at: [null, null], reported: 'not two numbers' }, 'half a position is no position')
  t.same(at('', null), { at: [null, null], reported: '' }, 'no position is not a fault')
})

t.test('a position in degrees, minutes and seconds, or in one cell', async (t) => {
  const at = (latitude: string, longitude: string) => {
    const { content, reported } = read({ latitude, longitude })
    return [content.location?.lat, content.location?.lon, ...reported]
  }
  const nevers = [46.98, 3.15]
  t.same(at('46°58\'48"N', "3°9'E"), nevers)
  t.same(at('46,98° N', '3,15° E'), nevers)
  t.same(at('N 46.98', 'E 3.15'), nevers)
  t.same(at('49° 16′ 33,6″', "0°42'08,64'' O"), [49.276, -0.7024])
  t.same(at('20.9 S', '55.4 E'), [-20.9, 55.4])
  t.same(at('\u221221.1', '55.5'), [-21.1, 55.5], 'a typographic minus sign')
  t.same(at('46.98, 3.15', ''), nevers)
  t.same(at('46.98,3.15', '46.98,3.15'), nevers)
  t.same(at('', '46,98 ; 3,15'), nevers)
})

t.test(
  'of a wrong position, the value that is wrong is reported with its column, as it stands',
  async (t) => {
    const reported = (latitude: unknown, longitude: unknown) => read({ latitude, longitude }).reported
    t.same(reported(999, 3.15), ['latitude: 999: outside the range of WGS 84'])
    t.same(reported('46,98', '1 999,5'), ['longitude: 1 999,5: outside the range of WGS 84'])
    t.same(reported('999', '-999'), ['latitude, longitude: 999, -999: outside the range of WGS 84'])
    t.same(reported('Nevers', '3,15'), ['latitude: Nevers: not two numbers'])
    t.same(reported('46,98', ''), ['latitude: 46,98: not two numbers'])
    t.same(reported('40,7', '-74'), ['latitude, longitude: 40,7, -74: outside France'])
  }
)

t.test('a position far away is left out if name and postcode agree on the commune', async (t) => {
  const at = (columns: Record<string, unknown>) => {
    const { content, reported } = read(columns)
    return [content.location?.lat ?? null, ...reported.map((each) => each.split(': ').at(-1))]
  }
  const leftOut = (commune: string, km = 100) =>
    `more than ${km} km from the centre of the commune ${commune}, which the rest of the address confirms; left out`
  const toulouse = { latitude: 43.6, longitude: 1.44 }
  t.same(at({ commune: 'Nevers', code_postal: '58000', ...toulouse }), [null, leftOut('58194')])
  t.same(at({ code_insee: '58194', code_postal: '58000', ...toulouse }), [null, leftOut('58194')])
  t.same(at({ commune: 'NEVERS CEDEX', code_postal: '58000', ...toulouse }), [null, leftOut('58194')])
  t.same(at({ commune: 'Paris', code_postal: '75011', ...toulouse }), [null, leftOut('75111')])
  t.same(at({ commune: 'Saint-Denis', code_postal: '97400', ...toulouse }), [null, leftOut('97411')])
  t.same(
    at({ code_insee: '58194', ...toulouse }),
    [43.6, 'more than 20 km from the centre of the commune 58194; kept'],
    'a code alone may be the mistake'
  )
  t.same(
    at({ commune: 'Nevers', code_postal: '58000', latitude: 47.3, longitude: 3.9 }),
    [47.3, 'more than 20 km from the centre of the commune 58194; kept'],
    'a town nearby'
  )
  // Valence is 18 km from Romans-sur-Isère, and Bourg-lès-Valence next to it.
  const romans = { latitude: 45.06, longitude: 5.05 }
  t.match(at({ commune: 'Valence', code_postal: '26000', ...romans }), [
    null,
    /in the middle of the commune 26281/
  ])
  t.same(at({ code_insee: '26362', ...romans }), [45.06], 'a code alone may be the mistake')
  // Maripasoula is 250 km from Cayenne, but in Guyane, whose communes may be that large.
  const maripasoula = { latitude: 3.64, longitude: -54.03 }
  t.same(at({ commune: 'Cayenne', code_postal: '97300', ...maripasoula }), [3.64])
  t.same(at({ commune: 'Cayenne', code_postal: '97300', ...toulouse }), [null, leftOut('97302', 500)])
  const { findings } = read({ commune: 'Nevers', code_postal: '58000', ...toulouse })
  t.match(findings, [{ kind: 'unreadable', field: 'latitude, longitude', position: 'refused' }])
})

t.test('a position far from its commune is kept and reported', async (t) => {
  const far = (columns: Record<string, unknown>) => {
    const { content, reported } = read({ code_insee: '14047', ...columns })
    return [content.location?.lat, ...reported.map((each) => each.split(': ').at(-1))]
  }
  t.same(far({ latitude: 49.27, longitude: -0.7 }), [49.27])
  t.same(far({ latitude: 49.18, longitude: -0.37 }), [
    49.18,
    'more than 20 km from the centre of the commune 14047; kept'
  ])
  // The program has no centre for a small commune; the directory has one, once its territories are loaded.
  const small = { code_insee: '14003', latitude: 43.6, longitude: 1.44 }
  t.same(far(small), [43.6])
  const centres = new Map([['14003', { lat: 49.33, lon: -0.39 }]])
  const { findings } = MEDNUM.map({ id: '1', nom: 'EPN', ...small }, { ...LOOKUPS, centres })
  t.match(findings, [
    { position: 'flagged', reason: 'more than 20 km from the centre of the commune 14003; kept' }
  ])
})
