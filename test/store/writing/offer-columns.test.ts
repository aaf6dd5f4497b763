import fc from 'fast-check'
import t from 'tap'
import { RULES } from '../../../src/domain/offers/implications.ts'
import { offersOf } from '../../../src/domain/offers/offers.ts'
import type { Rule } from '../../../src/domain/offers/rule.ts'
import { isValidOn, type PlaceContent } from '../../../src/domain/places/place.ts'
import { codesIn } from '../../../src/domain/places/place-codes.ts'
import { codesOf, STORED_VOCABULARIES } from '../../../src/domain/vocabularies/vocabularies.ts'
import type { TermIds } from '../../../src/store/vocabularies/term-ids.ts'
import { offerColumns } from '../../../src/store/writing/offer-columns.ts'
import { TODAY } from '../../support/places.ts'
import { places } from '../../support/properties/arbitrary-places.ts'

const ids = new Map(
  STORED_VOCABULARIES.flatMap(({ name, terms }) => terms.map(({ code }) => `${name} ${code}`)).map(
    (term, index) => [term, index + 1]
  )
)
const termIds: TermIds = (vocabulary, code) => ({ id: ids.get(`${vocabulary} ${code}`) ?? 0, words: [] })
const service = (code: string) => termIds('services', code).id

/** Any subset of the services. */
const services = fc.subarray([...codesOf('service')])

/**
 * A place, the services that each of its records declares, and all the services that the source of each record
 * declares.
 */
const told = fc
  .tuple(places, fc.array(fc.tuple(services, services), { maxLength: 3 }))
  .map(([{ content, sources }, records]) => ({
    content: { ...content, services: [...new Set(records.flatMap(([declared]) => declared))] },
    sources,
    declarations: records.map(([declared], nth) => ({ source: `source-${nth}`, services: declared })),
    // Each source declares the services of its record here, and other services for other places.
    says: (source: string) => records[Number(source.slice(-1))]?.flat() ?? []
  }))

type Told = typeof told extends fc.Arbitrary<infer Value> ? Value : never

function columnsOf({ content, sources, declarations, says }: Told) {
  const declared = content.services.map(service)
  const offering = { says, spreadOf: () => null }
  const context = { termIds, sources, declarations, offering, today: TODAY }
  return { declared, ...offerColumns(content, declared, context).columns }
}

const always = (property: (place: Told) => void) => fc.assert(fc.property(told, property), { numRuns: 400 })

const fail = (why: string): never => {
  throw new Error(why)
}

t.test('what is declared, sure, likely and denied of any place fits together', async (t) => {
  always((place) => {
    const { codes, codes_declared, codes_likely, codes_denied } = columnsOf(place)
    if (!codes_declared.every((id) => codes.includes(id))) fail('declared, and not found by it')
    if (!codes.every((id) => codes_likely.includes(id))) fail('sure, and not likely')
    if (codes_likely.some((id) => codes_denied.includes(id))) fail('likely, and denied')
    for (const list of [codes, codes_declared, codes_likely, codes_denied]) {
      if (list.some((id, index) => id <= (list[index - 1] ?? 0))) fail('not ascending, or twice')
    }
  })
  t.pass('400 places')
})

t.test('a service is denied only by a source that lists others, and says it elsewhere', async (t) => {
  always((place) => {
    const { codes_denied } = columnsOf(place)
    const { declarations, says } = place
    for (const code of codesOf('service')) {
      const could = declarations.some(
        ({ source, services: listed }) =>
          listed.length > 0 && !listed.includes(code) && says(source).includes(code)
      )
      if (codes_denied.includes(service(code)) && !could)
        fail(`${code}: nobody speaks of it, and it is denied`)
    }
  })
  t.pass('400 places')
})

const premisesOf = ({ from }: Rule): readonly string[] =>
  'labels' in from
    ? from.labels.map((code) => `label:${code}`)
    : from.types.flatMap((code) => [`type:${code}`, `name:${code}`])

t.test('each implied code has a reason that holds, and is not declared', async (t) => {
  const holds = (content: PlaceContent, kinds: readonly string[], because: string): boolean => {
    const [by, code = ''] = because.split(':')
    if (by === 'type') return content.types.includes(code)
    if (by === 'name') return kinds.includes(code) && !content.types.includes(code)
    return content.labels.some((label) => label.code === code && isValidOn(label, TODAY))
  }
  always(({ content }) => {
    const { implied, kinds } = offersOf(content, TODAY)
    const seen = new Set<string>()
    for (const { parameter, code, because, sure } of implied) {
      if (!holds(content, kinds, because)) fail(`${code} because of ${because}`)
      if (codesIn(content, parameter).includes(code)) fail(`${code} is declared, and implied`)
      if (seen.has(`${parameter} ${code}`)) fail(`${code} is implied twice`)
      seen.add(`${parameter} ${code}`)
      const rule = RULES.find(
        (each) =>
          each.sure === sure && each.implies[parameter]?.includes(code) && premisesOf(each).includes(because)
      )
      if (!rule) fail(`no rule says ${because} → ${code}`)
    }
  })
  t.pass('400 places')
})

t.test('a place that says more of itself is never left with fewer codes', async (t) => {
  always((place) => {
    const before = columnsOf(place)
    const content = { ...place.content, types: [...place.content.types, 'RFS'] }
    const after = columnsOf({ ...place, content })
    if (!before.codes.every((id) => after.codes.includes(id))) fail('a type took a code away')
  })
  t.pass('400 places')
})
