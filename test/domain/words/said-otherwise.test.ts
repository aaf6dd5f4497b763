import t from 'tap'
import { AREAS } from '../../../src/domain/territories/areas.ts'
import { readWords } from '../../../src/domain/words/read-words.ts'
import { territoryRows } from '../../../src/store/territories/administrative-data.ts'
import { knowledgeOf } from '../../support/knowledge.ts'

const KNOWLEDGE = knowledgeOf({ place: 300, quai: 30, marche: 40, caf: 300, cafe: 900, macon: 40 })
const read = (text: string) => readWords(text, KNOWLEDGE)
const codes = (text: string) => read(text).wishes.flatMap((wish) => wish.codes.map(({ code }) => code))

t.test('the words of a street are no kind of place, and the town beside it is where', async (t) => {
  for (const [q, town, street] of [
    ['aide démarches place de la Mairie Vitré', 'Vitré', 'place de la mairie'],
    ['démarches place du marché Vitré', 'Vitré', 'place du marche'],
    ['Vitré place de la Mairie', 'Vitré', 'place de la mairie'],
    ['aide quai de Loire Orléans', 'Orléans', 'quai de loire'],
    ['cours informatique avenue Jean Jaurès Lyon', 'Lyon', 'avenue jean jaures'],
    ['esplanade du général de Gaulle Rennes wifi', 'Rennes', 'esplanade du general de gaulle'],
    ['cours Gambetta Lyon imprimer', 'Lyon', 'cours gambetta']
  ] as const) {
    const { where, wishes } = read(q)
    t.match(where, { name: town, address: street }, q)
    t.equal(wishes.find(({ typed }) => typed === street)?.required, false, q)
    t.notOk(codes(q).includes('MUNI'), q)
  }
  t.ok(codes('démarches place du marché Vitré').includes('aide-aux-demarches-administratives'))
})

t.test('words such as "place" and "cours" are no street in other phrases', async (t) => {
  for (const q of ["cours d'anglais Lyon", 'cours Excel Lyon', 'place en crèche Lyon'])
    t.match(read(q).where, { name: 'Lyon', address: null }, q)
  t.ok(codes('Maison de quartier de la Place Vitré').includes('MQ'))
})

t.test('a village that a misspelt word resembles does not join the town behind "à"', async (t) => {
  const { where } = read('jé bezoin d aide pour fére mé impo a chalon sur saone')
  t.match(where, { name: 'Chalon-sur-Saône', also: [] })
  t.match(read('médiathèque à Vannes ou Auray').where, { name: 'Vannes', also: [{ name: 'Auray' }] })
})

t.test('what people ask for is understood as they hear it', async (t) => {
  for (const q of ['ede pour la caffe a Beauvais', 'kaf Beauvais']) t.ok(codes(q).includes('CAF'), q)
  t.ok(read('maison pour tou Pontivy').wishes[0]?.same.includes('maison pour tous'))
})

t.test('what is refused is not wished for', async (t) => {
  for (const [q, code] of [
    ['je ne veux pas de France services à Nancy', 'RFS'],
    ['aide démarches Nancy sauf CAF', 'CAF'],
    ['mairie ou CCAS à Lens mais pas France services', 'RFS'],
    ['imprimer Lyon sauf bibliothèque et mairie', 'MUNI']
  ] as const) {
    t.notOk(codes(q).includes(code), q)
    t.ok(
      read(q).refused.some((refused) => refused.code === code),
      q
    )
    t.ok(
      read(q).readings.some(({ as }) => as === 'refused'),
      q
    )
  }
})

t.test('a time that is refused is reported as not understood', async (t) => {
  const { wishes, ignored } = read('bibliothèque Rouen pas le matin')
  t.same(
    wishes.map(({ typed }) => typed),
    ['bibliotheque']
  )
  t.match(ignored, [{ typed: 'pas le matin' }])
})

t.test('"pas" that negates a verb, or expresses a need, refuses nothing', async (t) => {
  for (const q of ['je comprends pas la caf Lens', 'la caf ne répond pas Lens', "pas d'ordinateur Lens"])
    t.same(read(q).refused, [], q)
})

t.test('worn names of digital places', async (t) => {
  for (const q of ["point d'accès numérique Montreuil", 'point numérique Quimper', 'cyber-base Toulouse'])
    t.ok(codes(q).includes('EPN'), q)
  t.ok(codes('point info Bagnols-sur-Cèze').includes('RFS'))
})

t.test('a town abroad is no place of the directory, a name with a town abroad is', async (t) => {
  for (const [q, name] of [
    ['Bruxelles ordinateur', 'Bruxelles'],
    ['France services à Genève', 'Genève'],
    ['ordinateur près de Luxembourg', 'Luxembourg'],
    ['Monaco', 'Monaco']
  ] as const) {
    t.match(read(q), { abroad: { name }, wishes: [], where: null }, q)
  }
  t.equal(read('restaurant Le Bruxelles').abroad, null)
  t.match(read('rue de Genève Lyon imprimer'), { abroad: null, where: { name: 'Lyon' } })
})

t.test('natural areas are the intercommunalities that bear their name', async (t) => {
  for (const [q, name] of [
    ['fablab Vercors', 'Vercors'],
    ['aide démarches Cévennes', 'Cévennes'],
    ['Bessin', 'Bessin'],
    ['Vexin', 'Vexin'],
    ['aide démarches le Perche', 'Perche']
  ] as const)
    t.match(read(q).where, { kind: 'area', name }, q)
  const named = new Map(territoryRows().map(({ kind, code, name }) => [`${kind} ${code}`, name]))
  const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '')
  for (const { name, of, codes } of AREAS.filter(({ of }) => of === 'epci'))
    for (const code of codes) {
      const own = plain(named.get(`${of} ${code}`) ?? '')
      t.ok(name === 'Bessin' ? own !== '' : own.includes(plain(name)), `${name}: ${own}`)
    }
})

t.test('a surname behind a given name is no misspelt town', async (t) => {
  t.equal(read('Emmanuel Macron').where, null)
})

t.test('a single digit and words in another script are reported as not understood', async (t) => {
  for (const q of ['0', 'مساعدة', 'помощь']) t.match(read(q), { wishes: [], ignored: [{}] }, q)
})
