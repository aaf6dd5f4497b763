import t from 'tap'
import { communeName } from '../../../../src/domain/territories/commune-name.ts'
import { readWords } from '../../../../src/domain/words/read-words.ts'
import type { Named } from '../../../../src/domain/words/where/named.ts'
import { knowledgeOf, NAMES } from '../../../support/knowledge.ts'

const KNOWLEDGE = knowledgeOf({})
const whereOf = (text: string) => readWords(text, KNOWLEDGE).where

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase()

/**
 * The ways in which people write a town. A postcode or a département tells which of two towns with the same name is
 * meant.
 */
const STYLES: Readonly<Record<string, (town: Named) => string>> = {
  'as it is': ({ name }) => name,
  'spaces for hyphens': ({ name }) => name.replace(/[-’']/g, ' '),
  'no accents': ({ name }) => plain(name).replace(/[-’']/g, ' '),
  'in capitals': ({ name }) => name.toUpperCase(),
  'behind a kind of place': ({ name }) => `médiathèque ${name}`,
  'before a kind of place': ({ name }) => `${plain(name)} médiathèque`,
  'with "à"': ({ name }) => `aide ordinateur à ${name}`,
  'behind its postcode': ({ name, postcodes: [first = ''] }) => `${first} ${name}`,
  'before its postcode': ({ name, postcodes: [first = ''] }) => `${name} ${first}`,
  'its postcode in brackets': ({ name, postcodes: [first = ''] }) => `${name} (${first})`,
  'its département in brackets': ({ name, department }) => `${name} (${department})`,
  'as on an envelope': ({ name, postcodes: [first = ''] }) => `${first} ${plain(name).toUpperCase()} CEDEX`
}
const SAY_WHICH = new Set(Object.keys(STYLES).slice(7))

const TOWNS = NAMES.filter(
  ({ kind, whole, population, postcodes }) =>
    kind === 'commune' && !whole && population >= 5_000 && postcodes.length > 0
)

const isMeant = (town: Named, style: string, { code = '', name = '' } = {}): boolean =>
  code === town.code ||
  town.postcodes.includes(code) ||
  // A longer name may also be right: 69001 is the first arrondissement of Lyon.
  name.startsWith(`${town.name} `) ||
  (!SAY_WHICH.has(style) && communeName(name) === communeName(town.name))

t.test(
  'each town of 5 000 people is found, however it is written: a shorter name is a larger city',
  async (t) => {
    const styles = Object.entries(STYLES)
    t.ok(TOWNS.length > 2_200)
    // Each town is written in one style, and each style is used for 190 towns. All pairs would take a minute.
    const missed = TOWNS.flatMap((town, index) => {
      const [style, write] = styles[index % styles.length] ?? ['', String]
      const where = whereOf(write(town))
      return where && isMeant(town, style, where) ? [] : [`${write(town)}: ${where?.name ?? 'nowhere'}`]
    })
    t.same(
      missed.filter((miss) => !/: (Clermont-Ferrand|Le Lamentin)$/.test(miss)),
      []
    )
  }
)

t.test(
  'the name of a former commune is the town that it belongs to, or a town of the same name',
  async (t) => {
    const former = NAMES.filter(({ kind, whole }) => kind === 'commune' && whole).filter(
      (_, index) => index % 5 === 0
    )
    t.ok(former.length > 900)
    const found = former.map((part) => ({ part, where: whereOf(part.name) }))
    const elsewhere = found.filter(
      ({ part, where }) =>
        where?.kind === 'commune' &&
        where.code !== part.code &&
        where.commune !== part.whole?.code &&
        !communeName(part.name).includes(communeName(where.name)) &&
        !communeName(where.name).includes(communeName(part.name))
    )
    t.same(
      elsewhere.map(({ part, where }) => `${part.name}: ${where?.name}`),
      []
    )
    const nowhere = found.filter(({ where }) => !where)
    t.ok(
      nowhere.length < former.length / 100,
      `only everyday words: ${nowhere.map(({ part }) => part.name).join()}`
    )
  }
)

t.test('each postcode is a place', async (t) => {
  const all = [...new Set(NAMES.flatMap(({ postcodes }) => postcodes))]
  const postcodes = all.filter((_, index) => index % 3 === 0)
  t.ok(postcodes.length > 2_000)
  t.same(
    postcodes.filter((postcode) => {
      const where = whereOf(postcode)
      return where?.code !== postcode && where?.postcode !== postcode
    }),
    []
  )
})

t.test('a town is told from a street, a person and a village', async (t) => {
  const cases: readonly (readonly [text: string, name: string, code: string])[] = [
    ['Ruelle-sur-Touvre', 'Ruelle-sur-Touvre', '16291'],
    ['médiathèque ruelle sur touvre (16)', 'Ruelle-sur-Touvre', '16291'],
    ['12 rue de Paris Lille', 'Lille', '59350'],
    ['rue de Vienne Rouen', 'Rouen', '76540'],
    ['place de la République Lyon', 'Lyon', '69123'],
    ['Le Blanc', 'Le Blanc', '36018'],
    ['le blanc mesnil', 'Le Blanc-Mesnil', '93007'],
    ['fablab Clermont', 'Clermont-Ferrand', '63113'],
    ['Clermont (60)', 'Clermont', '60157'],
    ['aide papiers Saint-Ouen', 'Saint-Ouen-sur-Seine', '93070'],
    ['Saint-Ouen (41)', 'Saint-Ouen', '41226'],
    ['aide informatique Saint-Germain 78', 'Saint-Germain-en-Laye', '78551'],
    ['aide papier Montreuil 62', 'Montreuil-sur-Mer', '62588'],
    ['cours 69', 'Cours', '69066'],
    ['59 aide Villeneuve', "Villeneuve-d'Ascq", '59009']
  ]
  for (const [text, name, code] of cases) t.match(whereOf(text), { name, code }, text)
})
