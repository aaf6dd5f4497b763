import type { OpeningHours } from '../domain/places/opening-hours.ts'
import { type Random, weights } from './random.ts'

type Times = {
  readonly open: string
  readonly noon: string
  readonly after: string
  readonly close: string
}

/** Forms of OpenStreetMap values found in French directories, with their frequency. */
const SHAPES = weights<(times: Times) => string>([
  [({ open, noon, after, close }) => `Mo-Fr ${open}-${noon},${after}-${close}`, 22],
  [({ open, noon, after, close }) => `Mo-Fr ${open}-${noon},${after}-${close}; PH off`, 16],
  [
    ({ open, noon, after, close }) => `Mo-Th ${open}-${noon},${after}-${close}; Fr ${open}-${noon}; PH off`,
    8
  ],
  [
    ({ open, noon, after, close }) => `Tu-Fr ${open}-${noon},${after}-${close}; Sa ${open}-${noon}; PH off`,
    8
  ],
  [({ open, close }) => `Tu,We,Fr,Sa ${open}-${close}; Th ${open}-20:00; PH off`, 5],
  [({ open, noon, after, close }) => `Mo,Tu,Th,Fr ${open}-${noon},${after}-${close}; We ${open}-${noon}`, 6],
  [({ after, close }) => `Mo-Fr ${after}-${close}`, 4],
  [({ open, noon }) => `Mo-Fr ${open}-${noon}`, 4],
  [({ open, noon, after, close }) => `We ${open}-${noon},${after}-${close}; Sa ${open}-${noon}`, 4],
  [({ open, noon }) => `Th ${open}-${noon}`, 3],
  [({ open, close }) => `Mo-Fr ${open}-${close}`, 4],
  [({ open, close }) => `Mo-Sa ${open}-${close}; PH off`, 3],
  [({ open, close }) => `Mo-Su ${open}-${close}`, 1],
  [() => '24/7', 0.2],
  [({ open, noon, after }) => `Mo[1],Mo[3] ${open}-${noon}; Th[2] ${after}-16:30`, 1],
  [({ open, noon, after, close }) => `week 01-53/2 Tu ${open}-${noon}; week 02-52/2 Th ${after}-${close}`, 1],
  [({ open, noon, after, close }) => `Mo-Fr ${open}-${noon},${after}-${close}; SH off; PH off`, 3],
  [({ after, close }) => `Tu,We,Th,Fr ${after}-${close}; SH Mo-Fr 10:00-${close}; PH off`, 2],
  [
    ({ open, noon, after, close }) =>
      `Sep-Jun Tu-Sa ${open}-${noon},${after}-${close}; Jul-Aug Tu-Sa ${open}-13:00`,
    2
  ],
  [
    ({ open, noon, after, close }) =>
      `Mo-Fr ${open}-${noon}; Mo-Fr ${after}-${close} "sur rendez-vous"; PH off`,
    2
  ],
  [() => 'Mo-Fr "sur rendez-vous"', 3]
])

/** Texts that cannot be read as hours and remain raw text. */
const UNREAD = [
  'Selon les ateliers, nous contacter',
  'Un samedi sur deux, voir le programme',
  'Permanence une fois par mois en mairie',
  'Horaires variables'
]

export function hoursOf(random: Random, timezone: string): OpeningHours {
  const chance = random.next()
  if (chance < 0.15) return { osm: null, raw: null, confidence: 'none', timezone }
  if (chance < 0.2) return { osm: null, raw: random.pick(UNREAD), confidence: 'none', timezone }
  const osm = random.weighted(SHAPES)({
    open: random.pick(['08:30', '09:00', '09:00', '09:30', '10:00']),
    noon: random.pick(['12:00', '12:00', '12:30']),
    after: random.pick(['13:30', '14:00', '14:00']),
    close: random.pick(['17:00', '17:00', '17:30', '18:00', '19:00'])
  })
  return { osm, raw: osm, confidence: chance < 0.25 ? 'partial' : 'exact', timezone }
}
