import { recompose } from '../publishing/recompose.ts'
import type { Contribution } from './contribution.ts'
import type { ContributionWriter } from './contribution-ports.ts'

/**
 * Takes the record of a proposed place out of the directory, if it had been accepted before: what is rejected must not stay
 * there. A place that no other source lists is withdrawn. Accepted again, the record is imported again, and the place is back
 * under its id.
 */
export async function withdrawNewPlace(
  writer: Pick<ContributionWriter, 'contributed'>,
  { kind, reference }: Pick<Contribution, 'kind' | 'reference'>,
  by: string
): Promise<void> {
  if (kind !== 'new_place') return
  await writer.contributed.run(by, async (contributed) => {
    const places = await contributed.withdrawRecord(reference)
    if (places.length > 0) await recompose(contributed, pageOf(places))
  })
}

async function* pageOf(places: readonly string[]): AsyncGenerator<readonly string[]> {
  yield places
}
