import fc from 'fast-check'
import t from 'tap'
import { digester, holdsOf } from '../../../src/domain/erasure/holds.ts'
import { matcherOf } from '../../../src/domain/erasure/matcher.ts'
import { readName } from '../../../src/domain/erasure/person.ts'
import { screenRecord } from '../../../src/domain/erasure/screen-record.ts'
import { mappedSource } from '../../../src/importers/mapped/source.ts'
import { officialCommunes } from '../../../src/store/territories/official-towns.ts'
import { runs } from '../../support/properties/property-runs.ts'

const digest = digester(Buffer.alloc(32, 9))
const name = readName('Maëlle Kervoazou')
if (name === null) throw new Error('not a name')
const matcher = matcherOf(
  holdsOf({ names: [name], emails: ['mk29@example.org'], phones: ['639981234'] }, digest),
  digest
)
const SOURCE = mappedSource(
  {
    source: 'registre',
    name: 'Registre',
    licence: 'etalab-2.0',
    homepage: null,
    priority: 50,
    publishes_persons: true,
    gives: 'places'
  },
  officialCommunes()
)

/** Spellings that name her alone, and some that need something else that is hers. */
const SURE = [
  'Maëlle Kervoazou',
  'KERVOAZOU Maelle',
  'mk29@example.org',
  '06 39 98 12 34',
  'maelle.kervoazou@ville.fr'
]
const DOUBTFUL = ['Mme Kervoazou', 'M. KERVOAZOU', 'Kervoazou M.', 'chez Kervoazou', 'mkervoazou@example.org']
const spelling = fc.constantFrom(...SURE, ...DOUBTFUL)
const around = fc.constantFrom(
  (text: string) => text,
  (text: string) => `Avec ${text}, le mardi`,
  (text: string) => `${text} - Conseillère`,
  (text: string) => `Atelier de ${text} (Quimper)`
)
const written = fc.tuple(spelling, around).map(([text, write]) => write(text))

/** Where a person can stand in a record that is sent over HTTP, each as a path and a value made of a text. */
const FIELDS: readonly (readonly [path: readonly string[], value: (text: string) => unknown])[] = [
  [['content', 'name'], (text) => text],
  [['content', 'summary'], (text) => text],
  [['content', 'description'], (text) => `${text}. Ouvert à tous.`],
  [['content', 'address', 'complement'], (text) => text],
  [['content', 'address', 'street'], (text) => `4 rue Haute, ${text}`],
  [['content', 'contacts', 'emails'], () => ['mk29@example.org', 'mairie@example.org']],
  [['content', 'contacts', 'phone'], () => '+33639981234'],
  [['content', 'contacts', 'person'], (text) => ({ name: text, role: 'Animatrice' })],
  [['content', 'contacts', 'websites'], () => ['https://example.org/maelle-kervoazou']],
  [['content', 'opening_hours', 'raw'], (text) => `Lundi, ${text}`],
  [['content', 'opening_hours', 'osm'], (text) => `Mo 09:00-12:00 "${text}"`],
  [['content', 'parent_organisation'], (text) => text],
  [['content', 'booking_url'], () => 'https://rdv.example.org/kervoazou_maelle?lang=fr'],
  [['url'], () => 'https://example.org/fiche/Ma%C3%ABlle%20Kervoazou'],
  [['quotes', 'france-services'], (text) => text],
  [['id'], () => 'kervoazou-maelle-29']
]

function put(
  record: Record<string, unknown>,
  [first = '', ...rest]: readonly string[],
  value: unknown
): void {
  if (rest.length === 0) record[first] = value
  else {
    const inner = (record[first] ?? {}) as Record<string, unknown>
    record[first] = inner
    put(inner, rest, value)
  }
}

const base = () => ({
  id: '29',
  content: {
    name: 'Espace numérique de Quimper',
    address: { street: '1 rue Kéréon', postcode: '29000', city: 'Quimper', commune: '29232' }
  }
})

/** Looks for her as a reader would: by letters and digits, whatever is between them. */
const standsIn = (value: unknown): boolean => {
  const text = decodeURI(JSON.stringify(value)).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return (
    /kervoazou|mk29@/.test(text) ||
    /6[^0-9a-z]{0,3}3[^0-9a-z]{0,3}9[^0-9a-z]{0,3}98123/.test(text.replace(/[ .]/g, ''))
  )
}

const placed = fc
  .subarray([...FIELDS.keys()], { minLength: 1 })
  .chain((fields) => fc.tuple(...fields.map((field) => written.map((text) => [field, text] as const))))

const recordWith = (parts: readonly (readonly [number, string])[]) => {
  const raw: Record<string, unknown> = base()
  for (const [index, text] of parts) {
    const [path, value] = FIELDS[index] ?? [[], () => null]
    put(raw, path, value(text))
  }
  const mapped = SOURCE.map(raw, { communes: officialCommunes() })
  if (!mapped.ok) throw new Error(mapped.reasons.join())
  return {
    raw,
    mapped: mapped.record,
    told: [{ kind: 'unmapped-value', field: 'Notes', value: parts[0]?.[1], reason: 'x' }]
  }
}

t.test('wherever a person stands in a record, nothing of her is left', async () => {
  fc.assert(
    fc.property(placed, (parts) => {
      const record = recordWith(parts)
      const screening = screenRecord('registre', record, matcher, true)
      if (screening.state === 'out') return true
      if (screening.state !== 'cut') return !standsIn(record)
      return !standsIn(screening.record)
    }),
    { numRuns: runs(400) }
  )
})

t.test('the result is clean: screened again, it stays as it is', async () => {
  fc.assert(
    fc.property(placed, (parts) => {
      const screening = screenRecord('registre', recordWith(parts), matcher, true)
      return (
        screening.state !== 'cut' ||
        screenRecord('registre', screening.record, matcher, true).state === 'clean'
      )
    }),
    { numRuns: runs(200) }
  )
})

t.test(
  'a spelling that may mean somebody else is left, unless something else is certainly hers',
  async (t) => {
    const doubtful = recordWith([[1, 'Atelier avec Mme Kervoazou']])
    t.equal(screenRecord('registre', { ...doubtful, told: null }, matcher).state, 'doubtful')
    const sure = recordWith([
      [1, 'Atelier avec Mme Kervoazou'],
      [6, '']
    ])
    const screening = screenRecord('registre', { ...sure, told: null }, matcher)
    t.equal(screening.state, 'cut')
    if (screening.state === 'cut') t.equal(screening.record.mapped.content.summary, 'Atelier avec […]')
  }
)

t.test('a record without her is as it was', async (t) => {
  t.same(screenRecord('registre', { ...recordWith([]), told: null }, matcher), { state: 'clean' })
})
