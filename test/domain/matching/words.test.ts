import t from 'tap'
import { overlap } from '../../../src/domain/matching/similarity.ts'
import { nameWords, streetWords } from '../../../src/domain/matching/words.ts'

const words = (name: string, ...towns: string[]) => nameWords(name, towns)
const evenly = () => 1

t.test('a name is read without its kind, its town and the little words', async (t) => {
  t.match(words('Médiathèque municipale de Bain-de-Bretagne « La Bulle »', 'Bain-de-Bretagne'), {
    own: ['bulle'],
    kinds: ['library']
  })
  t.match(words('EPN Cyberbase - Les motordus'), { own: ['motordus'], kinds: ['digital'] })
  t.match(words('France services Pimms Médiation Saint-Chamond', 'Saint-Chamond'), {
    own: [],
    kinds: ['france-services', 'pimms']
  })
  t.same(words('Bibliothèque municipale').own, [])
})

t.test('accents, case, hyphens, "Saint" and dotted initials are spelling', async (t) => {
  t.same(words('MEDIATHEQUE SAINT-EXUPERY').own, words('Médiathèque St Exupéry').own)
  t.same(words('F.J.T. Habitat').all, words('FJT habitat').all)
})

t.test('numbers, "annexe" and cardinal points say which of several', async (t) => {
  t.same(words('Mairie annexe nord').branch, ['annexe', 'nord'])
  t.same(words('Mairie du 14ème').branch, ['14'])
  t.same(words('Mairie de Paris 14', 'Paris 14').branch, [])
  t.ok(words('Bus France services').mobile)
})

t.test('a street is its number and its own words', async (t) => {
  t.same(streetWords('48 bis, rue de Beauvais'), { numbers: [48], words: ['beauvais'] })
  t.same(streetWords('5-9 Rue des Papetiers'), { numbers: [5, 9], words: ['papetiers'] })
  t.same(streetWords('13 avenue de Verdun 14400 Bayeux'), { numbers: [13], words: ['verdun'] })
  t.same(streetWords('8 place du 8 mai 1945'), { numbers: [8], words: ['8', 'mai', '1945'] })
  for (const nameless of ['Le Bourg', 'Place de la Mairie', 'Mairie', '', null]) {
    t.equal(streetWords(nameless), null, String(nameless))
  }
})

t.test('words are alike in any order, with a slip, or as initials', async (t) => {
  t.equal(overlap(['jean', 'moulin'], ['moulin', 'jean'], evenly), 1)
  t.equal(overlap(['lafayette'], ['lafayete'], evenly), 0.9)
  t.equal(overlap(['mdm'], ['maison', 'metropole'], evenly), 0)
  t.equal(
    overlap(['afpa'], ['association', 'formation', 'professionnelle', 'adultes'], evenly),
    1,
    'initials stand for all the words that they are of'
  )
  t.equal(overlap(['rue'], ['rux'], evenly), 0, 'short words that differ are other words')
  t.equal(overlap([], ['moulin'], evenly), 0)
})
