import type { Change, ChangeAnswer } from '../../../domain/places/changes.ts'
import type { LatestChange } from '../../../domain/places/latest-changes.ts'

/** The JSON of a page of changes; the stored JSON text of places is inserted as it is. */
export function presentChanges(answer: ChangeAnswer, next: string | null, withPlaces: boolean): string {
  const items = answer.items.map((change) => presentChange(change, withPlaces))
  return `{"items":[${items.join(',')}],${JSON.stringify({ next, cursor: answer.cursor }).slice(1)}`
}

function presentChange({ kind, id, survivor, fields, at, place }: Change, withPlaces: boolean): string {
  const json = JSON.stringify({
    kind,
    id,
    ...(survivor !== null && { survivor }),
    ...(kind === 'updated' && { fields }),
    at
  })
  return withPlaces ? `${json.slice(0, -1)},"place":${place?.json ?? null}}` : json
}

export const presentLatest = (changes: readonly LatestChange[]) => ({
  items: changes.map(({ survivor, fields, ...change }) => ({
    ...change,
    ...(survivor !== null && { survivor }),
    ...(change.kind === 'updated' && { fields })
  }))
})
