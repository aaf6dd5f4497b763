import fc from 'fast-check'
import t from 'tap'
import { FACETS, type Facet, isTerritoryFacet } from '../../src/domain/search/search-question.ts'
import { SEARCHABLE_FEATURES } from '../../src/domain/vocabularies/accessibility.ts'
import { codesOf } from '../../src/domain/vocabularies/vocabularies.ts'
import { type Api, apiOver, searchUrl } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { analyse, SOURCES, writePlaces } from '../support/places.ts'
import { somePlaces } from '../support/properties/arbitrary-places.ts'
import { questions } from '../support/properties/arbitrary-questions.ts'
import type { SearchParameters } from '../support/properties/oracle.ts'
import { runs } from '../support/properties/property-runs.ts'

const CODES: Readonly<Partial<Record<Facet, readonly string[]>>> = {
  accessibility: SEARCHABLE_FEATURES,
  source: SOURCES,
  department: ['14', '29', '2A', '974', '986', '01'],
  region: ['28', '53', '94', '986', '84']
}

const codesOfFacet = (facet: Facet): readonly string[] =>
  facet in CODES || isTerritoryFacet(facet) || facet === 'accessibility' || facet === 'source'
    ? (CODES[facet] ?? [])
    : codesOf(facet)

/** Parameters that modify the filter of a facet, and therefore its counts. */
const NUANCED: Readonly<Partial<Record<Facet, SearchParameters>>> = {
  accessibility: { accessibility_unknown: 'include' },
  audience: { audience_unknown: 'include' },
  fee: { fee_unknown: 'include' },
  service: { service_basis: 'declared' }
}

const nuanced = (facet: Facet): fc.Arbitrary<SearchParameters> =>
  questions.map((asked) => ({ ...asked, ...NUANCED[facet] }))

/** Checks that the count of a value is the number of results with that value as the facet's only filter. */
async function check(
  { get }: Api,
  asked: SearchParameters,
  facet: Facet,
  codes: readonly string[]
): Promise<void> {
  const { facets } = await get(searchUrl({ ...asked, facets: facet, limit: 1 }))
  const values = facets?.[facet] ?? []
  const counts = values.map(({ count }) => count)
  if (counts.some((count, index) => count > (counts[index - 1] ?? count))) throw new Error('not by frequency')
  for (const code of codes) {
    const { total } = await get(searchUrl({ ...asked, [facet]: code, limit: 1 }))
    const count = values.find((value) => value.code === code)?.count ?? 0
    if (count !== total?.value) throw new Error(`${facet}=${code}: ${count} told, ${total?.value} found`)
  }
}

t.test('facets count what each value would find', async (t) => {
  const database = await testDatabase(t)
  await writePlaces(database, somePlaces(600, 29_232))
  await analyse(database)
  const api = await apiOver(t, database)
  for (const facet of FACETS) {
    await fc.assert(
      fc.asyncProperty(
        facet in NUANCED ? fc.oneof(questions, nuanced(facet)) : questions,
        fc.uniqueArray(fc.constantFrom(...codesOfFacet(facet)), { minLength: 1, maxLength: 4 }),
        (asked, codes) => check(api, asked, facet, codes)
      ),
      { numRuns: runs(facet in NUANCED ? 24 : 8) }
    )
    t.pass(facet)
  }
})

t.test('facets are the same one by one and all at once', async (t) => {
  const database = await testDatabase(t)
  await writePlaces(database, somePlaces(300, 29_019))
  const { get } = await apiOver(t, database)
  await fc.assert(
    fc.asyncProperty(questions, async (asked) => {
      const together = await get(searchUrl({ ...asked, facets: FACETS.join(','), limit: 1 }))
      for (const facet of FACETS) {
        const alone = await get(searchUrl({ ...asked, facets: facet, limit: 1 }))
        const [one, other] = [together, alone].map(({ facets }) => JSON.stringify(facets?.[facet]))
        if (one !== other) throw new Error(`${facet}: ${one} together, ${other} alone`)
      }
    }),
    { numRuns: runs(6) }
  )
  t.pass(`${FACETS.length} facets`)
})
