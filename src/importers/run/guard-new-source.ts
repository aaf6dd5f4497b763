import type { ImportWriter } from '../../domain/imports/import-ports.ts'
import { type Influence, influenceOf } from '../../domain/imports/influence.ts'
import { ImportHeld } from '../refused.ts'

/**
 * A directory of a town or a network shares a few dozen places with others; one that shares more is either a national
 * one, which an operator knows about, or a forged one. The places that it changes are fewer, because people rely on them.
 */
export const MOST_JOINED = 50
export const MOST_CHANGED = 20

type Guarded = Pick<ImportWriter, 'recordsOf' | 'standing' | 'sharedPlaces' | 'accept'>

/**
 * Runs the work. If the source has not been accepted yet and its records change too many places of other sources, it
 * throws `ImportHeld`, which undoes the transaction. All runs of the source count together, so that it cannot pass in
 * small steps. Places that another source joined to those of this one do not count. The first source of an empty
 * directory is accepted.
 */
export async function guardNewSource(
  writer: Guarded,
  source: string,
  isAccepted: boolean,
  work: () => Promise<void>
): Promise<void> {
  const standing = isAccepted ? 'accepted' : await writer.standing()
  if (standing !== 'new') {
    await work()
    if (isAccepted || standing === 'alone') await writer.accept()
    return
  }
  const influence = async () => influenceOf(writer, source, await writer.sharedPlaces())
  const before = await influence()
  await work()
  const after = await influence()
  if (exceeds(before, after))
    throw new ImportHeld(source, after, { joined: MOST_JOINED, changed: MOST_CHANGED })
}

const exceeds = (before: Influence, after: Influence): boolean =>
  (after.joined > MOST_JOINED && after.joined > before.joined) ||
  (after.changed > MOST_CHANGED && after.changed > before.changed)
