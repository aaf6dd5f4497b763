import { senselessQuestion } from '../errors.ts'
import type { CommuneIndex } from '../territories/communes.ts'
import type { Contribution } from './contribution.ts'
import { type KeepDeps, keepContribution, type Sending } from './keep-contribution.ts'
import { type ProposedPlace, readNewPlace } from './new-place.ts'

type ProposeDeps = KeepDeps & { readonly communes: () => CommuneIndex }

type Proposal = Sending & { readonly newPlace: ProposedPlace; readonly text: string | null }

/**
 * Keeps the proposal of a place. It needs an author: an address to confirm, an account, or a partner site with its key.
 * Throws `senselessQuestion` without one, and the errors of `readNewPlace` and `keepContribution`.
 */
export async function proposePlace(
  deps: ProposeDeps,
  { newPlace: proposed, text, ...sending }: Proposal
): Promise<Contribution> {
  if (sending.email === null && sending.actor.kind === 'anonymous')
    throw senselessQuestion([
      { pointer: '/email', detail: 'Is required with kind new_place: its reader gets a code to confirm it.' }
    ])
  const newPlace = readNewPlace(proposed, deps.communes(), '/new_place')
  return keepContribution(
    deps,
    { kind: 'new_place', category: 'other', place: '', text, proposal: { newPlace }, versionSeen: null },
    sending,
    { name: newPlace.name, city: newPlace.address.city }
  )
}
