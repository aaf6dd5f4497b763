import fc from 'fast-check'
import t from 'tap'
import { mendMojibake } from '../../../src/importers/clean/mojibake.ts'
import { read } from '../mapping.ts'

/**
 * Decodes UTF-8 text with a wrong encoding. `stream` is needed, because Node 20 otherwise decodes Latin-1 instead
 * of Windows-1252.
 */
const misread = (text: string, as: 'windows-1252' | 'macintosh'): string =>
  new TextDecoder(as).decode(new TextEncoder().encode(text), { stream: true })
const misreadAsLatin1 = (text: string): string => Buffer.from(text).toString('latin1')

const WORDS = [
  ...[
    'Médiathèque',
    'CHÂTEAU',
    'l’été',
    'CÔTÉ',
    'âge',
    '«',
    '»',
    'ÎLE',
    'œuvre',
    'À',
    'où',
    'hôtel',
    '10 €',
    '–'
  ],
  ...[
    'À LA CRÈCHE',
    'ÇA',
    'ÎLOT',
    'RÔLE',
    'AOÛT',
    'OÙ',
    'NOËL',
    'MAÏS',
    'ŒUVRE',
    '“ici”',
    '‘là’',
    'Œ',
    'œ',
    '™'
  ],
  ...['SACRÉ-CŒUR', 'naïf', 'reçu', 'Où', 'n° 3', 'sûr…', 'Noël', '«ÉTÉ»', 'ÊTRE']
]
const TEXTS = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((words) => words.join(' '))

t.test('text that was decoded with the wrong character set is repaired', async () => {
  fc.assert(
    fc.property(TEXTS, (text) => {
      const windows = misread(text, 'windows-1252')
      const twice = misread(windows, 'windows-1252')
      const latin1 = misreadAsLatin1(text)
      const ways = [
        ...[windows, twice, misread(twice, 'windows-1252')],
        ...[latin1, misreadAsLatin1(latin1), misread(text, 'macintosh')]
      ]
      return ways.every((way) => mendMojibake(way) === text)
    }),
    { numRuns: 150 }
  )
})

t.test('French text that is right stays as it is', async () => {
  fc.assert(
    fc.property(TEXTS, (text) => mendMojibake(text) === text),
    { numRuns: 150 }
  )
})

t.test('each text of a place is repaired', async (t) => {
  const double = (text: string) => misread(text, 'windows-1252')
  const { content } = read({
    nom: double('Médiathèque'),
    adresse: double('12 rue de l’Évêché'),
    complement_adresse: double('Bâtiment B'),
    commune: double('Évreux'),
    code_postal: '27000',
    presentation_resume: double('Libre accès'),
    presentation_detail: double('Dès 9 h'),
    structure_parente: double('Département de l’Eure'),
    services: double('Compréhension du monde numérique'),
    frais_a_charge: double('Gratuit : Je peux accéder gratuitement au lieu'),
    typologie: 'BIB',
    horaires: double('fermé à l’été')
  })
  t.match(content, {
    name: 'Médiathèque',
    address: { street: '12 rue de l’Évêché', complement: 'Bâtiment B', city: 'Évreux', commune: '27229' },
    summary: 'Libre accès',
    description: 'Dès 9 h',
    parent_organisation: 'Département de l’Eure',
    services: ['comprehension-du-monde-numerique'],
    fees: ['gratuit'],
    opening_hours: { raw: 'fermé à l’été' }
  })
})
