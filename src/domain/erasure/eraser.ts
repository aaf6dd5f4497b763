import type { Towns } from '../matching/towns.ts'
import type { Publishing } from '../publishing/publishing.ts'
import { applyPlan } from './apply-plan.ts'
import type { Eraser, ErasureOptions, ErasureReport, ErasureRequest, PlaceRequest } from './erasure.ts'
import type { ErasureWriter } from './erasure-ports.ts'
import { type Digester, digester, distinctHolds, type Hold, holdsOf } from './holds.ts'
import { matcherOf } from './matcher.ts'
import type { Person } from './person.ts'
import { personOf, withLinked } from './person-of.ts'
import { isEmptyPlan, type Plan } from './plan.ts'
import { planPerson } from './plan-person.ts'
import { placeHold, planPlace } from './plan-place.ts'
import { reportOf } from './report.ts'

type EraserDeps = {
  readonly publishing: Publishing<ErasureWriter>
  /** Built on first use, because that takes a moment. */
  readonly towns: () => Towns
  readonly newId: () => string
  readonly now: () => Date
}

export const eraser = ({ publishing, towns, newId, now }: EraserDeps): Eraser => ({
  erase: async (request, options) => {
    // A person who is not described well enough is refused before the transaction begins.
    const subject = subjectOf(request)
    return publishing.run(options.by, (writer) =>
      erase(writer, { subject, ...options }, { towns, newId, now })
    )
  },
  release: (id, by) => publishing.run(by, (writer) => writer.release(id))
})

/** What is erased, with the description of a person read. */
type Subject = PlaceRequest | { readonly what: 'person'; readonly person: Person; readonly doubtful: boolean }

const subjectOf = (request: ErasureRequest): Subject =>
  request.what === 'place'
    ? request
    : { what: 'person', person: personOf(request), doubtful: request.doubtful }

type Erasing = ErasureOptions & { readonly subject: Subject }

/** A plan, and all that is held against later imports. */
type Planned = { readonly plan: Plan; readonly holds: readonly Hold[]; readonly person: Person | null }

async function erase(
  writer: ErasureWriter,
  erasing: Erasing,
  { towns, newId, now }: Omit<EraserDeps, 'publishing'>
): Promise<ErasureReport> {
  const { subject, dryRun } = erasing
  const digest = digester(await writer.secret())
  const before = await writer.holds()
  const { plan, holds, person } = await planOf(writer, subject, before, digest)
  const known = new Set(before.map((each) => each.digest))
  const isHeld = holds.every((each) => known.has(each.digest))
  const earlier = isHeld && isEmptyPlan(plan) ? await writer.earlier(holds) : null
  if (earlier !== null)
    return reportOf(plan, {
      id: dryRun ? null : earlier.id,
      at: earlier.at,
      dryRun,
      repeated: true,
      places: []
    })
  // A person is held even if nothing is found, because the next file may contain them.
  const isNothing = subject.what === 'place' && plan.records.length === 0
  if (dryRun || isNothing)
    return reportOf(plan, { id: null, at: null, dryRun, repeated: false, places: null })
  const id = newId()
  const places = await applyPlan(writer, plan, {
    id,
    what: subject.what,
    holds: distinctHolds([...holds, ...plan.holds]),
    matcher: matcherOf(distinctHolds([...before, ...holds, ...plan.holds]), digest),
    person,
    towns: towns()
  })
  return reportOf(plan, { id, at: now().toISOString(), dryRun, repeated: false, places })
}

async function planOf(
  writer: ErasureWriter,
  subject: Subject,
  before: readonly Hold[],
  digest: Digester
): Promise<Planned> {
  if (subject.what === 'place') {
    const plan = await planPlace(writer, subject, digest)
    return { plan, holds: [placeHold(subject, digest)], person: null }
  }
  const person = await withLinked(writer, subject.person, digest)
  const holds = holdsOf(person, digest)
  const matcher = matcherOf(distinctHolds([...before, ...holds]), digest)
  const { doubtful } = subject
  return { plan: await planPerson(writer, { person, matcher, digest, doubtful }), holds, person }
}
