import fc from 'fast-check'
import t from 'tap'
import { normaliseLabel } from '../../../../src/domain/vocabularies/read-label.ts'
import { generatePlaces } from '../../../../src/seed/generate.ts'
import { writeSample } from '../../../../src/seed/write-sample.ts'
import { communeRows } from '../../../../src/store/territories/administrative-data.ts'
import { apiOver, type Page, searchUrl } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { analyse } from '../../../support/places.ts'
import { runs } from '../../../support/properties/property-runs.ts'

type ExplainedPage = Page & {
  readonly interpreted?: {
    readonly where: { readonly name: string; readonly code: string; readonly undo: string } | null
    readonly words: readonly { readonly typed: string; readonly as: string; readonly undo: string }[]
    readonly ignored: readonly { readonly typed: string; readonly undo: string }[]
  }
  readonly instead?: readonly {
    readonly without: readonly { readonly parameter: string; readonly words: string | null }[]
    readonly total: { readonly value: number }
    readonly url: string
  }[]
}

const COUNT = 1_500

const places = [...generatePlaces({ count: COUNT, seed: 3, communes: communeRows() })]
const names: ReadonlySet<string> = new Set(places.map(({ name }) => normaliseLabel(name)))
const towns: ReadonlySet<string> = new Set(communeRows().map(({ name }) => normaliseLabel(name ?? '')))

const MISTAKES = ['left out', 'changed', 'doubled', 'swapped'] as const

/**
 * A random place of these, and its name with a wrong letter. Names that become the name of another place or town
 * are left out, because then the other place or town is meant.
 */
const mistaken = (chosen: typeof places) =>
  fc
    .tuple(fc.constantFrom(...chosen), fc.nat(), fc.nat(), fc.constantFrom(...MISTAKES))
    .map(([place, word, letter, how]) => ({ place, typed: misspelt(place.name, word, letter, how) }))
    .filter(({ place, typed }) => typed === place.name || !names.has(normaliseLabel(typed)))
    .filter(({ place, typed }) => {
      const right = normaliseLabel(place.name).split(' ')
      return !normaliseLabel(typed)
        .split(' ')
        .some((word) => !right.includes(word) && towns.has(word))
    })

const bearers = new Map<string, number>()
for (const { name } of places) bearers.set(name, (bearers.get(name) ?? 0) + 1)
const borneByMany = (name: string): boolean => (bearers.get(name) ?? 0) > 5

t.test('searching by words', async (t) => {
  const database = await testDatabase(t)
  await writeSample(database, { count: COUNT, seed: 3 })
  await analyse(database)
  const api = await apiOver(t, database)
  const find = (parameters: Readonly<Record<string, unknown>>) =>
    api.get<ExplainedPage>(searchUrl(parameters))

  t.test('starts from the place named in the words, and reports it', async (t) => {
    const { items, interpreted } = await find({ q: 'mediateque lion', limit: 5 })
    t.match(interpreted, { where: { typed: 'lion', name: 'Lyon', code: '69123', undo: 'mediateque "lion"' } })
    t.equal(items[0]?.address.city, 'Lyon')
    t.equal((await find({ q: interpreted?.where?.undo })).interpreted?.where, null, 'and can be undone')
    const inOrder = await api.all(searchUrl({ q: 'lyon', sort: 'name', limit: 100 }))
    t.ok(inOrder.length > 0)
    t.ok(
      inOrder.every(({ address }) => address.department === '69'),
      'in another order, it is a filter'
    )
  })

  t.test('a place is among the first ten by its exact name, also with a wrong letter', async (t) => {
    // Common names are left out, because "Centre social Centre" matches every "Centre social".
    const distinctive = mistaken(places).filter(({ place }) => !isCommon(place.name))
    const missed: string[] = []
    for (const { place, typed } of fc.sample(distinctive, { numRuns: 150, seed: 14_400 })) {
      const { items } = await find({ q: typed, limit: 10, total: 'none', fields: 'name' })
      if (!items.some((item) => item.name === place.name)) missed.push(`${place.name}, typed ${typed}`)
    }
    t.same(missed, [])
  })

  t.test('with its town, also by a name that many places share', async (t) => {
    const common = mistaken(places.filter(({ name, location }) => location && borneByMany(name)))
    const missed: string[] = []
    for (const { place, typed } of fc.sample(common, { numRuns: 40, seed: 14_400 })) {
      const { name, address } = place
      const q = `${typed} ${address.city}`
      const { items } = await find({ q, limit: 10, total: 'none', fields: 'name,address' })
      const found = items.some((item) => item.name === name && item.address.city === address.city)
      if (!found) missed.push(`${name} in ${address.city}, typed ${q}`)
    }
    t.same(missed, [])
  })

  t.test('in a sentence, searches for what has a meaning, and reports what it ignored', async (t) => {
    const { items, interpreted } = await find({
      q: 'mon frotzel voudrait brumbler à la médiathèque',
      limit: 5
    })
    t.ok(items.length > 0)
    t.ok(items.every(({ types, name }) => types.includes('BIB') || /m[ée]diath/i.test(name)))
    const ignored = interpreted?.words.filter(({ as }) => as === 'ignored').map(({ typed }) => typed)
    t.ok(ignored?.includes('frotzel') && ignored.includes('brumbler'), String(ignored))
  })

  t.test(
    'a day for which no hours are known yet is ignored, and said so; a near one is a time',
    async (t) => {
      const far = new Date(Date.now() + 100 * 86_400_000)
      const near = new Date(Date.now() + 10 * 86_400_000)
      const months =
        'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
      const said = (day: Date) => `${day.getUTCDate()} ${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`
      const ask = (day: Date) =>
        api.get<Page & { interpreted: unknown }>(searchUrl({ q: `aide lyon ${said(day)}` }))
      t.match(await ask(far), {
        interpreted: { when: null, ignored: [{ typed: normaliseLabel(said(far)) }] }
      })
      const day = near.toISOString().slice(0, 10)
      t.match(await ask(near), { interpreted: { when: { open_between: new RegExp(`^${day}T00:00/`) } } })
    }
  )

  t.test('an additional filter never finds more', async (t) => {
    const words = fc.constantFrom(
      'médiathèque',
      'fablab lyon',
      'mediateqe',
      'cours informatique',
      'epn calvados',
      'seniors'
    )
    const filters = fc.constantFrom(
      { audience: 'seniors' },
      { fee: 'gratuit' },
      { type: 'BIB' },
      { region: '84' },
      { lat: '45.76', lon: '4.83', radius: '50000' },
      { min_quality: '0.7' },
      { service: 'acces-internet-et-materiel-informatique' }
    )
    const ids = async (asked: object) =>
      new Set((await api.all(searchUrl({ ...asked, limit: 100 }))).map(({ id }) => id))
    await fc.assert(
      fc.asyncProperty(words, filters, filters, async (q, one, other) => {
        const [wide, narrow] = [await ids({ q, ...one }), await ids({ q, ...one, ...other })]
        const merged = Object.keys(one).some((name) => name in other)
        return merged || [...narrow].every((id) => wide.has(id))
      }),
      { numRuns: runs(15) }
    )
    t.pass()
  })

  t.test('if nothing matches, reports the cause and which searches have results', async (t) => {
    const parameters = { q: 'médiathèque', department: '75', min_quality: '1', audience: 'seniors' }
    const { items, instead = [] } = await find(parameters)
    t.same(items, [])
    t.ok(instead.length > 0)
    for (const { url, total } of instead)
      t.equal((await api.get<ExplainedPage>(url)).total?.value, total.value, url)

    const unknown = await find({ q: 'fablab xyzzyxw' })
    t.ok(unknown.items.length > 0, 'a word that no place contains is left out')
    t.match(
      unknown.interpreted,
      { ignored: [{ typed: 'xyzzyxw', undo: 'fablab "xyzzyxw"' }] },
      'and reported'
    )
    t.notOk('instead' in (await find({ q: 'fablab' })), 'and is otherwise not mentioned')
    for (const q of ['!!!', '😀', 'le']) {
      const { items, instead } = await find({ q, type: 'BIB' })
      t.same(items, [], `${q} asks for nothing`)
      t.match(instead, [{ without: [{ parameter: 'q', words: null }], q: null }], `${q} can be left out`)
    }
  })
})

/** Whether more than ten names contain all words of this name. */
const isCommon = (name: string): boolean => [...names].filter((other) => saysAll(other, name)).length > 10

const saysAll = (other: string, name: string): boolean =>
  normaliseLabel(name)
    .split(' ')
    .every((word) => other.split(' ').includes(word))

/**
 * Changes one letter in a word of five or more letters, but not its first letter. A name without such a word stays
 * the same.
 */
function misspelt(name: string, word: number, letter: number, how: (typeof MISTAKES)[number]): string {
  const long = [...name.matchAll(/\p{L}{5,}/gu)]
  const chosen = long[word % Math.max(1, long.length)]
  if (!chosen) return name
  const at = chosen.index + 1 + (letter % (chosen[0].length - 2))
  const [before, one = '', two = '', after] = [name.slice(0, at), name[at], name[at + 1], name.slice(at + 2)]
  const wrong = {
    'left out': two,
    changed: `${one === 'e' ? 'a' : 'e'}${two}`,
    doubled: `${one}${one}${two}`,
    swapped: `${two}${one}`
  }
  return `${before}${wrong[how]}${after}`
}
