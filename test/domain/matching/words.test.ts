import fc from 'fast-check'
import t from 'tap'
import { overlap } from '../../../src/domain/matching/similarity.ts'
import { streetWords } from '../../../src/domain/matching/street.ts'
import { nameWords } from '../../../src/domain/matching/words.ts'

const words = (name: string, ...towns: string[]) => nameWords(name, towns)
const evenly = () => 1
const lists = fc.uniqueArray(
  fc.constantFrom('j', 'jean', 'jeans', 'jeanne', 'paul', 'jp', 'moulin', 'moulins', 'prevert')
)

t.test('a name is read without its kind, its town and function words', async (t) => {
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

t.test('letters that were lost from a name (U+FFFD) stand for any letters', async (t) => {
  const lost = (name: string) => name.replace(/\P{ASCII}/gu, '\ufffd')
  const [whole, damaged] = ['Médiathèque Éloïse Mérimée', lost('Médiathèque Éloïse Mérimée')].map((name) =>
    words(name)
  )
  t.same(damaged?.kinds, ['library'])
  t.ok(overlap(damaged?.own ?? [], whole?.own ?? [], evenly) >= 0.9)
  t.same(words(lost('Bibliothèque municipale')).kinds, ['library'])
  t.equal(overlap(words(lost('École Mérimée')).own, words('École Moreau').own, evenly) < 0.9, true)
  t.equal(overlap(words('M\ufffdn').own, words('Moulin').own, evenly), 0, 'two letters say too little')
})

t.test('numbers, "annexe" and cardinal points distinguish one of several', async (t) => {
  t.same(words('Mairie annexe nord').branch, ['annexe', 'nord'])
  t.same(words('Mairie du 14ème').branch, ['14'])
  t.same(words('Mairie de Paris 14', 'Paris 14').branch, [])
  t.ok(words('Bus France services').mobile)
})

t.test('a cardinal point or a letter distinguishes one of several only at the end of a name', async (t) => {
  const branches: readonly (readonly [string, readonly string[]])[] = [
    ['Centre social B', ['b']],
    ['Médiathèque Sud-Est', ['est', 'sud']],
    ['Agence Ouest', ['ouest']],
    ['Est Ensemble', []],
    ['Communauté de communes Sud Sarthe Loir', []],
    ['Espace socioculturel Grand Ouest', []],
    ['Maison de quartier du Bas Vernet', []]
  ]
  for (const [name, branch] of branches) t.same(words(name).branch, branch, name)
})

t.test('the kind of a place is not that of its owner', async (t) => {
  const kinds: readonly (readonly [string, readonly string[]])[] = [
    ['CCAS - Ville de Sens', ['social-action']],
    ["Centre communal d'action sociale de la commune de Sens", ['social-action']],
    ['Centre social Les Champs-Plaisants - Ville de Sens', ['social-centre']],
    ['Mairie de Sens - CCAS', ['social-action']],
    ['Commune de Sens', ['town-hall']],
    ['Ville de Sens', ['town-hall']],
    ['Maison des services de Saint-Aigulin', ['france-services']],
    ['Maison de services au public', ['france-services']],
    ['Haut Léon Communauté', ['intercommunality']]
  ]
  for (const [name, kind] of kinds) t.same(words(name).kinds, kind, name)
  for (const bus of ['Justibus', 'Le fourgon numérique', 'Navette France services'])
    t.ok(words(bus).mobile, bus)
})

t.test('a street is read as its number and its distinctive words', async (t) => {
  t.same(streetWords('48 bis, rue de Beauvais'), { numbers: [48], words: ['beauvais'] })
  t.same(streetWords('5-9 Rue des Papetiers'), { numbers: [5, 7, 9], words: ['papetiers'] })
  t.same(streetWords('13 avenue de Verdun 14400 Bayeux'), { numbers: [13], words: ['verdun'] })
  t.same(streetWords('8 place du 8 mai 1945'), { numbers: [8], words: ['8', 'mai', '1945'] })
  for (const nameless of ['Le Bourg', 'Place de la Mairie', 'Mairie', '', null]) {
    t.equal(streetWords(nameless), null, String(nameless))
  }
})

t.test('a street is the same in every notation', async (t) => {
  t.same(streetWords('12 av. du Gal de Gaulle'), streetWords('12 avenue du Général-de-Gaulle'))
  t.same(streetWords('5 à 9 rue des Papetiers')?.numbers, [5, 7, 9], 'a letter for one side of the street')
  t.same(streetWords('12, 15 rue de Caen')?.numbers, [12, 15], 'not a range')
  t.same(
    streetWords('Place de la 5ème République')?.words,
    streetWords('Place de la Cinquième République')?.words
  )
  t.same(
    streetWords('2 Place des Ecoles'),
    { numbers: [2], words: ['ecoles'] },
    'a distinctive word, if it is a street'
  )
  t.equal(streetWords('nc nc nc'), null)
  t.same(streetWords('Résidence la Mariélie - Bâtiment A')?.words, ['marielie'])
})

t.test('the owner and the address are not part of a name', async (t) => {
  t.same(words('VILLE DE TOULON - Mairie de Quartier du Mourillon', 'Toulon').own, ['quartier', 'mourillon'])
  t.same(words('Département du Puy-de-Dôme  - Maison des solidarités d’Issoire', 'Issoire'), {
    ...words('Maison des Solidarités d’Issoire', 'Issoire')
  })
  t.same(words('Mairie de Lille - Médiathèque du Vieux-Lille', 'Lille').kinds, ['library'])
  t.same(words('Mairie de Lille - annexe Fives', 'Lille').kinds, ['town-hall'])
  t.same(words('Mairie de Pierrefitte 12 route de Coulanges', 'Pierrefitte').branch, [])
  t.same(words('Ville de Sens', 'Sens').kinds, ['town-hall'], 'unless there is nothing else')
})

t.test('names match the abbreviations of company registers', async (t) => {
  const long = words('Centre communal d’action sociale de Miramas', 'Miramas')
  t.same(words('CTRE COM ACTION SOCIALE DE MIRAMAS', 'Miramas').kinds, long.kinds)
  t.same(words('CTRE SOCIAL INTER COM VALLEE L AUTHRE').own.at(-1), 'authre')
  t.same(words('CTRE SOCIAL INTER COM VALLEE L AUTHRE').kinds, ['social-centre'])
})

t.test('numbers belong to a name or distinguish one of several', async (t) => {
  t.same(words('Régie des Deux Rives').own, words('Régie des 2 Rives').own)
  t.same(nameWords('Point Info 14 France services', [], '14').branch, [], 'the name of its département')
  t.same(words('PIMMS Bourgogne du Sud').branch, [], 'a region')
  t.same(words('Annexe sud').branch, ['annexe', 'sud'])
})

t.test('names in regional languages have the same kinds', async (t) => {
  for (const name of ['Mediateca', 'Levraoueg Tregad', 'Bibli@thèque', 'Mediathek', 'Biblioteca'])
    t.same(words(name).kinds, ['library'], name)
})

t.test('words match in any order, with a typing error, or as initials', async (t) => {
  t.equal(overlap(['jean', 'moulin'], ['moulin', 'jean'], evenly), 1)
  t.equal(overlap(['lafayette'], ['lafayete'], evenly), 0.9)
  t.equal(overlap(['mdm'], ['maison', 'metropole'], evenly), 0)
  t.equal(
    overlap(['afpa'], ['association', 'formation', 'professionnelle', 'adultes'], evenly),
    1,
    'initials stand for all their words'
  )
  t.equal(overlap(['rue'], ['rux'], evenly), 0, 'short words that differ are different words')
  t.equal(overlap([], ['moulin'], evenly), 0)
  t.equal(overlap(['j', 'prevert'], ['jacques', 'prevert'], evenly), 0.95, 'an initial stands for its name')
  t.equal(overlap(['jp', 'sartre'], ['jean', 'paul', 'sartre'], evenly), 1)
  t.equal(overlap(['jp', 'sartre'], ['jeanne', 'sartre'], evenly), 0.5)
  fc.assert(
    fc.property(lists, lists, (one, other) => {
      const [there, back] = [overlap(one, other, evenly), overlap(other, one, evenly)]
      return (
        there >= 0 &&
        there <= 1 &&
        Math.abs(there - back) < 1e-9 &&
        overlap(one, one, evenly) === (one.length ? 1 : 0)
      )
    })
  )
})
