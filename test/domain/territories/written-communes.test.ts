import fc from 'fast-check'
import t from 'tap'
import { resolveCommune } from '../../../src/domain/territories/resolve-commune.ts'
import type { CommuneRow } from '../../../src/domain/territories/territory.ts'
import { communeRows } from '../../../src/store/territories/administrative-data.ts'
import { officialCommunes } from '../../../src/store/territories/official-towns.ts'

const rows = communeRows()
const index = officialCommunes()

const withoutAccents = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('Œ', 'OE')
const SMALL = /(?<=^|[\s-])(?:d'|l'|(?:le|la|les|de|du|des|en|sur|sous|lès|et|aux?|à)[\s-])/gi
const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz']

type Dice = { readonly at: number; readonly letter: string }

/**
 * Replaces one letter of the name by this letter, or by "q" if it already is this letter. Separators are not
 * replaced.
 */
function wrongLetter(name: string, { at, letter }: Dice): string {
  const letters = [...name]
  const places = letters.flatMap((old, place) => (/\p{L}/u.test(old) ? [place] : []))
  const place = places[at % places.length] ?? 0
  return letters.with(place, letter === letters[place]?.toLowerCase() ? 'q' : letter).join('')
}

/** The styles in which producers write the name of a commune. */
const STYLES: Readonly<Record<string, (name: string, dice: Dice) => string>> = {
  capitals: (name) => name.toUpperCase(),
  'no accents': withoutAccents,
  spaces: (name) => name.replaceAll('-', ' '),
  hyphens: (name) => name.replaceAll(/[ ']/g, '-'),
  St: (name) => name.replaceAll(/\bSaint(e?)(?=[\s-])/g, 'St$1'),
  's/': (name) => name.replaceAll(/[\s-]sur[\s-]/g, ' s/ '),
  'small words dropped': (name) => name.replace(SMALL, '') || name,
  CEDEX: (name) => `${name.toUpperCase()} CEDEX 2`,
  'a letter wrong': wrongLetter,
  'first part': (name) => name.replace(/^(?:le |la |les |l')/i, '').split(/[\s-]/)[0] ?? name
}

/** A key for comparing names. It shares no code with the program, only common rules of spelling. */
const plain = (name: string): string =>
  withoutAccents(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replaceAll(/\bst(e?)\b/g, 'saint$1')
    .replace(/^(?:le|la|les|l) /, '')
    .trim()

const isNameOfAnother = (written: string, postcode: string, { commune }: CommuneRow): boolean =>
  [...(index.byPostcode.get(postcode) ?? []), ...(index.named.byPostcode.get(postcode) ?? [])].some(
    (other) => other.commune !== commune && other.name !== null && plain(other.name) === plain(written)
  )

const current = rows.filter(({ relation, postcodes }) => relation === 'current' && postcodes.length > 0)
const STYLE = fc.constantFrom(...Object.keys(STYLES))
const DICE = fc.record({ at: fc.nat(), letter: fc.constantFrom(...ALPHABET) })

t.test(
  'a commune is found however it is written with its postcode, or none: never another one',
  async (t) => {
    let found = 0
    let asked = 0
    fc.assert(
      fc.property(fc.constantFrom(...current), fc.nat(), STYLE, DICE, (row, nth, style, dice) => {
        const postcode = row.postcodes[nth % row.postcodes.length] ?? ''
        const written = STYLES[style]?.(row.name ?? '', dice) ?? ''
        fc.pre(!isNameOfAnother(written, postcode, row))
        const { commune } = resolveCommune(index, { name: written, postcode })
        asked++
        if (commune !== null) found++
        if (commune !== null && commune.commune !== row.commune)
          throw new Error(`${written} ${postcode} (${style}): ${commune.name}, not ${row.name}`)
      }),
      { numRuns: Number(process.env.RUNS ?? 200) }
    )
    t.ok(found > 0.9 * asked, `${found} of ${asked} are found`)
  }
)

t.test('the styles that leave the name whole find every commune that has no namesake', async () => {
  const whole = ['capitals', 'no accents', 'spaces', 'hyphens', 'St', 's/', 'CEDEX']
  fc.assert(
    fc.property(fc.constantFrom(...current), fc.constantFrom(...whole), DICE, (row, style, dice) => {
      const [postcode = ''] = row.postcodes
      const written = STYLES[style]?.(row.name ?? '', dice) ?? ''
      fc.pre(!isNameOfAnother(row.name ?? '', postcode, row))
      return resolveCommune(index, { name: written, postcode }).commune?.commune === row.commune
    }),
    { numRuns: 200 }
  )
})

t.test('an arrondissement is found by the name of its city and its number', async () => {
  const arrondissements = rows.filter(({ relation }) => relation === 'arrondissement')
  fc.assert(
    fc.property(
      fc.constantFrom(...arrondissements),
      fc.constantFrom('e', 'ème', '', 'e Arrondissement'),
      (row, end) => {
        const [postcode = ''] = row.postcodes
        const [city, number = ''] = (row.name ?? '').split(' ')
        const written = `${city} ${number.replace(/\D/g, '')}${end}`
        return resolveCommune(index, { name: written, postcode }).commune?.code === row.code
      }
    ),
    { numRuns: 100 }
  )
})
