import fc from 'fast-check'
import t from 'tap'
import type { CommuneClues } from '../../../src/domain/territories/clues.ts'
import { resolveCommune } from '../../../src/domain/territories/resolve-commune.ts'
import { timezoneOf } from '../../../src/domain/territories/timezone.ts'
import { communeRows } from '../../../src/store/territories/administrative-data.ts'
import { officialCommunes } from '../../../src/store/territories/official-towns.ts'

const rows = communeRows()
const index = officialCommunes()
const resolve = (clues: CommuneClues) => {
  const found = resolveCommune(index, clues)
  return found.commune ? [found.commune.code, found.by] : found.reason
}

t.test('a commune is found by its code, whatever else is missing', async (t) => {
  t.same(resolve({ code: '14047' }), ['14047', 'code'])
  t.same(resolve({ code: '2a004' }), ['2A004', 'code'], 'the letter of Corsica may be lower case')
  t.same(resolve({ code: '1004' }), ['01004', 'code'], 'a spreadsheet dropped the zero')
})

t.test('a former code leads to the current commune', async (t) => {
  t.same(resolve({ code: '01018' }), ['01033', 'former-code'], 'Bellegarde-sur-Valserine is in Valserhône')
  t.same(resolve({ code: '97123' }), ['97701', 'former-code'], 'Saint-Barthélemy left Guadeloupe')
})

t.test('a name and a postcode find the commune in any spelling', async (t) => {
  t.same(resolve({ name: 'SAINT LO', postcode: '50000' }), ['50502', 'name-and-postcode'])
  t.same(resolve({ name: 'St-Lô', postcode: '50000' }), ['50502', 'name-and-postcode'])
  t.same(resolve({ name: 'HAVRE (LE)', postcode: '76600' }), ['76351', 'name-and-postcode'])
  t.same(resolve({ name: 'Bry s/ Marne', postcode: '94360' }), ['94015', 'name-and-postcode'])
  t.same(
    resolve({ name: 'Lomme', postcode: '59160' }),
    ['59350', 'name-and-postcode'],
    'associated with Lille'
  )
  t.same(resolve({ name: 'Saint-Barthélemy', postcode: '97133' }), ['97701', 'name-and-postcode'])
})

t.test('a CEDEX postcode does not prevent finding a unique name', async (t) => {
  t.same(resolve({ name: 'Bayeux CEDEX', postcode: '14406' }), ['14047', 'name-and-cedex'])
  t.equal(
    resolve({ name: 'Bayeux', postcode: '75999' }),
    'the postcode 75999 does not belong to the named commune'
  )
})

t.test('Paris, Lyon and Marseille are resolved to the arrondissement', async (t) => {
  t.same(resolve({ code: '75056', postcode: '75011' }), ['75111', 'code'])
  t.same(
    resolve({ name: 'Paris', postcode: '75116' }),
    ['75116', 'name-and-postcode'],
    'the 16th arrondissement has two'
  )
  t.same(resolve({ name: 'LYON 03', postcode: '69003' }), ['69383', 'name-and-postcode'])
  t.same(resolve({ postcode: '13008' }), ['13208', 'postcode'])
  t.same(resolve({ code: '75111' }), ['75111', 'code'])
  t.same(resolve({ code: '13055' }), ['13055', 'code'], 'without a postcode, nothing is guessed')
})

t.test('a postcode is enough only if it belongs to one commune', async (t) => {
  t.same(resolve({ postcode: '59000' }), ['59350', 'postcode'])
  t.equal(resolve({ postcode: '14400' }), 'several communes share the postcode 14400')
  t.same(
    resolve({ name: 'Zone artisanale', postcode: '59000' }),
    ['59350', 'postcode'],
    'a hamlet is no contradiction'
  )
  t.equal(
    resolve({ name: 'Toulouse', postcode: '59000' }),
    'the postcode 59000 does not belong to the named commune'
  )
})

t.test('a département is never derived from a postcode', async (t) => {
  const found = resolveCommune(index, { name: 'Saint-Pierre-Laval', postcode: '42620' })
  t.match(
    found,
    { commune: { code: '03250', department: '03' } },
    'postcode of the Loire, commune of the Allier'
  )
})

t.test('a code loses to a name and a postcode that agree on another commune', async (t) => {
  const bayeux = ['14047', 'name-and-postcode']
  t.same(
    resolve({ code: '14400', name: 'Bayeux', postcode: '14400' }),
    bayeux,
    'the postcode in the wrong column'
  )
  t.same(resolve({ code: '31555', name: 'Bayeux', postcode: '14400' }), bayeux, 'the code of another commune')
})

t.test(
  'between a code and the name of another town, without postcode and position, nothing is decided',
  async (t) => {
    t.equal(resolve({ code: '31555', name: 'Bayeux' }), 'the code is of one commune and the name of another')
    t.same(resolve({ code: '31555', name: 'Le Mirail' }), ['31555', 'code'], 'the name of a quarter')
    const at = { lat: 43.6, lon: 1.44 }
    t.same(
      resolve({ code: '31555', name: 'Bayeux', position: at }),
      ['31555', 'code'],
      'the position decides'
    )
    const away = { lat: 49.28, lon: -0.7 }
    t.same(resolve({ code: '31555', name: 'Bayeux', position: away }), ['14047', 'name-near-position'])
  }
)

t.test('the same digits as code and postcode are one clue, for which other clues decide', async (t) => {
  // 56260 is the code of Vannes and the postcode of Larmor-Plage; 49007 the code of Angers; 33063 that of Bordeaux.
  const both = (digits: string, others: Partial<CommuneClues>) =>
    resolve({ code: digits, postcode: digits, ...others })
  const undecided =
    'the same digits are given as INSEE code and as postcode, and nothing tells which of them they are'
  t.same(both('56260', { name: 'Larmor-Plage' }), ['56107', 'name-and-postcode'])
  t.same(both('56260', { name: 'Vannes' }), ['56260', 'code'])
  t.same(both('56260', { name: 'Vannes', beside: 'Mairie de Larmor Plage' }), ['56107', 'name-and-postcode'])
  t.same(both('56260', { beside: 'Mairie de Larmor Plage' }), ['56107', 'name-and-postcode'])
  t.same(both('56260', { beside: 'Mairie de Vannes' }), ['56260', 'code'])
  t.equal(both('56260', { beside: 'Médiathèque' }), undecided)
  const looked = { name: 'Vannes', isNameOfCode: true }
  t.equal(both('56260', looked), undecided, 'a name that was looked up by the code is no other clue')
  t.same(both('56260', { ...looked, beside: 'Mairie de Larmor Plage' }), ['56107', 'name-and-postcode'])
  t.same(both('56260', { ...looked, position: { lat: 47.66, lon: -2.76 } }), ['56260', 'code'])
  t.match(resolveCommune(index, { code: '56260', postcode: '56260' }), {
    commune: null,
    refused: 'digits',
    territory: { department: '56' }
  })
})

t.test('without any clue, nothing is found', async (t) => {
  t.equal(resolve({}), 'neither a known code nor a postcode')
  t.equal(resolve({ name: 'Saint-Martin' }), 'no postcode to tell homonyms apart')
  t.equal(resolve({ code: '00000', name: '', postcode: '99999' }), 'the postcode 99999 is unknown')
})

t.test(
  'every commune with a postcode is found again by its own name and postcode, or it has a true homonym',
  async () => {
    const current = rows.filter(({ relation, postcodes }) => relation === 'current' && postcodes.length > 0)
    fc.assert(
      fc.property(fc.constantFrom(...current), fc.nat(), fc.boolean(), (row, nth, shout) => {
        const postcode = row.postcodes[nth % row.postcodes.length]!
        const name = shout ? row.name!.toUpperCase().replaceAll('-', ' ') : row.name!
        const found = resolveCommune(index, { name, postcode })
        return found.commune === null
          ? found.reason.startsWith('several')
          : found.commune.commune === row.commune
      }),
      { numRuns: 2_000 }
    )
  }
)

t.test('every code, current or former, leads to a current commune', async () => {
  fc.assert(
    fc.property(fc.constantFrom(...rows), ({ code }) => {
      const { commune } = resolveCommune(index, { code })
      return commune?.relation === 'current' || commune?.relation === 'arrondissement'
    }),
    { numRuns: 2_000 }
  )
})

t.test('overseas time zones are not that of Paris', async (t) => {
  t.equal(timezoneOf('974'), 'Indian/Reunion')
  t.equal(timezoneOf('977'), 'America/St_Barthelemy')
  t.equal(timezoneOf('14'), 'Europe/Paris')
  t.equal(timezoneOf(null), 'Europe/Paris')
  for (const { department } of rows.filter(
    ({ relation }) => relation === 'arrondissement' || relation === 'current'
  )) {
    if (department.length === 3) new Intl.DateTimeFormat('fr', { timeZone: timezoneOf(department) })
  }
})
