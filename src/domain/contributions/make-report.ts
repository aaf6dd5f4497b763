import { standingPlace } from '../places/get-place.ts'
import type { PlaceFinder } from '../places/place-finder.ts'
import { ABOUT, type Category } from './categories.ts'
import type { Contribution, Proposal } from './contribution.ts'
import { type KeepDeps, keepContribution, type Sending } from './keep-contribution.ts'

/** A report about a place, as it is sent. */
type NewReport = Sending & {
  readonly place: string
  readonly category: Category
  readonly text: string | null
  readonly proposal: Proposal | null
  readonly versionSeen: string | null
}

export type ReportDeps = KeepDeps & { readonly places: PlaceFinder }

/** Keeps a report. Throws `placeNotFound`, `placeWithdrawn`, and as `keepContribution` does. */
export async function makeReport(deps: ReportDeps, report: NewReport): Promise<Contribution> {
  const { category, text, proposal, versionSeen } = report
  const { id, display_name: name, address } = await standingPlace(deps.places, report.place)
  const said = { ...{ category, text, proposal, versionSeen }, place: id, kind: ABOUT[category].kind }
  return keepContribution(deps, said, report, { name, city: address.city })
}
