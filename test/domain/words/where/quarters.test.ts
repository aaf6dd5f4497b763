import t from 'tap'
import { metresBetween } from '../../../../src/domain/geo/sphere.ts'
import { TOWN_CENTRES } from '../../../../src/domain/territories/town-centres.ts'
import { readWords } from '../../../../src/domain/words/read-words.ts'
import { QUARTERS } from '../../../../src/domain/words/where/quarters.ts'
import { GAZETTEER, knowledgeOf } from '../../../support/knowledge.ts'

const KNOWLEDGE = knowledgeOf({ numerique: 2_000, bibliotheque: 900, droits: 200 })
const read = (q: string) => readWords(q, KNOWLEDGE)
const whereOf = (q: string) => read(q).where?.name ?? null

t.test('a well-known quarter stands for its part of the town', async (t) => {
  for (const [q, name] of [
    ['imprimer Le Mirail', 'Le Mirail (Toulouse)'],
    ['bibliothèque part-dieu', 'La Part-Dieu (Lyon)'],
    ['aide caf croix rousse', 'La Croix-Rousse (Lyon)'],
    ['Belsunce France services', 'Belsunce (Marseille)'],
    ['la duchère aide numérique', 'La Duchère (Lyon)'],
    ['coworking à La Défense', 'La Défense (Puteaux)'],
    ['imprimer gare de Lyon Part-Dieu', 'La Part-Dieu (Lyon)'],
    ['Toulouse le mirail imprimer', 'Le Mirail (Toulouse)'],
    ['fablab Lyon Confluence', 'Confluence (Lyon)'],
    ['bibliothèque Lille moulins', 'Moulins (Lille)'],
    ['imprimer planoise Besançon', 'Planoise (Besançon)']
  ] as const) {
    t.equal(whereOf(q), name, q)
    t.same(read(q).ignored, [], `${q}: every word is read`)
  }
  const { where } = read('imprimer Le Mirail')
  t.equal(where?.commune, '31555')
  t.ok(where?.centre, 'the search starts in the quarter')
})

t.test('a name that means something else too is a quarter only beside its town', async (t) => {
  for (const [q, name] of [
    ['médiathèque Moulins', 'Moulins'],
    ['aide retraite Castellane', 'Castellane'],
    ['mairie Maurepas', 'Maurepas'],
    ['centre social Confluence', null],
    ['maison de quartier Bellevue', null],
    ['défense des droits', null],
    ['défense', null]
  ] as const)
    t.equal(whereOf(q), name, q)
})

t.test('each quarter lies in a known town, at most 9 km from its centre', async (t) => {
  for (const { commune, name, lat, lon } of QUARTERS) {
    const town = GAZETTEER.commune(commune)
    t.equal(town?.code, commune, name)
    t.notOk(town?.whole, `${name}: ${commune} is a whole commune`)
    const centre = TOWN_CENTRES.find((each) => each.commune === commune)
    if (centre) t.ok(metresBetween(centre, { lat, lon }) < 9_000, `${name} (${town?.name})`)
  }
})
