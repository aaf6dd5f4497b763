import { readConfig } from '../src/config.ts'
import { isDefault, servicesDenied } from '../src/domain/offers/denied.ts'
import { RULES } from '../src/domain/offers/implications.ts'
import { kindsByName } from '../src/domain/offers/kinds-by-name.ts'
import type { OfferParameter, Rule } from '../src/domain/offers/rule.ts'
import type { Declaration } from '../src/domain/places/compose-place.ts'
import { isValidOn, type PlaceContent } from '../src/domain/places/place.ts'
import { type Database, openDatabase } from '../src/store/db/database.ts'
import { declarationsOf } from '../src/store/places/refresh-offers.sql.ts'
import { loadOffering } from '../src/store/writing/offering.ts'

// Measures how well the places of a directory confirm the rules of `src/domain/offers`. For each rule, it takes the
// places to which the rule applies and whose records say something about the field. It prints how many of these
// places say what the rule concludes, and how many times as often they do so as places in general.
//
//   DATABASE_URL=… npx tsx scripts/measure-offers.ts

type Judged = {
  readonly content: PlaceContent
  /** Types that the name of the place indicates, but its records do not mention. */
  readonly named: readonly string[]
  readonly labels: readonly string[]
  /** Services that the place does not offer according to its sources. */
  readonly denied: readonly string[]
}

/** Whether the place says that it offers the code; null if it says nothing about the field. */
type Saying = (place: Judged, code: string) => boolean | null

const oneOf = (codes: readonly string[], code: string): boolean | null =>
  codes.length === 0 ? null : codes.includes(code)

const SAYS: { readonly [parameter in OfferParameter]: Saying } = {
  service: ({ content: { services }, denied }, code) => {
    if (services.includes(code)) return isDefault(services) ? null : true
    return denied.includes(code) ? false : null
  },
  audience: ({ content }, code) => oneOf(content.audiences, code),
  fee: ({ content }, code) => oneOf(content.fees, code),
  access: ({ content }, code) => oneOf(content.access, code)
}

type Premise = { readonly text: string; readonly has: (place: Judged) => boolean }

function premisesOf({ from }: Rule): readonly Premise[] {
  if ('labels' in from) {
    return from.labels.map((code) => ({
      text: `label:${code}`,
      // Places that also have the type RFS are left out: a sure rule about the type already reaches this conclusion.
      has: ({ labels, content: { types } }) =>
        labels.includes(code) && !(code === 'france-services' && types.includes('RFS'))
    }))
  }
  return from.types.flatMap((code) => [
    { text: `type:${code}`, has: ({ content }: Judged) => content.types.includes(code) },
    { text: `name:${code}`, has: ({ named }: Judged) => named.includes(code) }
  ])
}

function measure(some: readonly Judged[], parameter: OfferParameter, code: string) {
  const answers = some.map((place) => SAYS[parameter](place, code)).filter((answer) => answer !== null)
  return { known: answers.length, share: answers.filter(Boolean).length / Math.max(1, answers.length) }
}

function* linesOf(rule: Rule, places: readonly Judged[]): Generator<string> {
  for (const { text, has } of premisesOf(rule)) {
    const such = places.filter(has)
    for (const [parameter, codes] of Object.entries(rule.implies) as [OfferParameter, string[]][]) {
      for (const code of codes) {
        const { known, share } = measure(such, parameter, code)
        const lift = share / measure(places, parameter, code).share
        const figures = `${such.length} places, ${share.toFixed(2)} of ${known} (×${lift.toFixed(1)})`
        yield `${rule.sure ? 'sure  ' : 'likely'} ${text} → ${code}: ${figures}`
      }
    }
  }
}

async function readPlaces({ batch }: Database): Promise<readonly Judged[]> {
  const today = new Date().toISOString().slice(0, 10)
  const { says } = await loadOffering(batch)
  const { rows } = await batch.query<{ id: string; document: string }>(
    `SELECT id, document::text AS document FROM place WHERE status = 'active'`
  )
  const declared = new Map<string, Declaration[]>()
  const stated = declarationsOf(rows.map(({ id }) => id))
  for (const { place_id: id, ...one } of (await batch.query<Declaration & { place_id: string }>(stated))
    .rows) {
    declared.set(id, [...(declared.get(id) ?? []), one])
  }
  return rows.map(({ id, document }) => {
    const content = JSON.parse(document) as PlaceContent
    return {
      content,
      named: kindsByName(content.name).filter((type) => !content.types.includes(type)),
      labels: content.labels.filter((label) => isValidOn(label, today)).map(({ code }) => code),
      denied: servicesDenied(content, declared.get(id) ?? [], says)
    }
  })
}

const database = await openDatabase(readConfig())
try {
  const places = await readPlaces(database)
  for (const rule of RULES) for (const line of linesOf(rule, places)) console.log(line)
} finally {
  await database.close()
}
