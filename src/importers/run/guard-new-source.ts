import type { ImportWriter } from '../../domain/imports/import-ports.ts'
import { type Influence, influenceOf } from '../../domain/imports/influence.ts'
import { ImportHeld } from '../refused.ts'

/**
 * Maximum numbers of places of other sources that a new source may join or change before it is accepted. The
 * directory of a town or a network shares a few dozen places with others. A source that shares more is either a
 * national directory, which an operator knows about, or a forged one. Fewer places may be changed than joined,
 * because people rely on them.
 */
export const MOST_JOINED = 50
export const MOST_CHANGED = 20

type Guarded = Pick<ImportWriter, 'recordsOf' | 'standing' | 'sharedPlaces' | 'accept'>

/**
 * Runs the work. If the source has not been accepted yet and its records change too many places of other sources,
 * it throws `ImportHeld`, which undoes the transaction. The influence of all runs of the source is counted
 * together, so that it cannot pass in small steps. Places of this source that another source joined do not count.
 * The first source of an empty directory is accepted.
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
