import type { Reason } from '../../domain/imports/recognise-place.ts'
import type { PlacedCounts, PositionCounts } from '../../domain/imports/run-counts.ts'

/** The origin of the positions of a run, in one line; counts of 0 are left out. */
export function describePositions(positions: PositionCounts): readonly string[] {
  const { source, housenumber, street, municipality, postcode, none, kept } = positions
  const { again, repaired, flagged, refused } = positions
  const counts = listCounts([
    [source, 'given by the source'],
    [housenumber, 'by house number'],
    [street, 'by street'],
    [municipality, 'at the centre of their commune'],
    [postcode, 'at the centre of their postcode'],
    [none, 'without a position'],
    [kept, 'as found before']
  ])
  const doubts = listCounts([
    [repaired, 'repaired'],
    [flagged, 'far from their commune, kept'],
    [refused, 'certainly wrong, left out'],
    [again, 'to be looked up again']
  ])
  if (counts === '') return []
  return [`  positions: ${counts}${doubts === '' ? '' : ` (${doubts})`}`]
}

const REASONS: Readonly<Record<Reason | 'kept', string>> = {
  sheet: 'by their sheet',
  siret: 'by SIRET',
  name: 'by name',
  'name-and-activity': 'by name and activity',
  activity: 'by activity',
  kept: 'as before',
  'none-near': 'with no place nearby',
  'none-alike': 'matching none of the places nearby',
  ambiguous: 'matching several places',
  'says-nothing': 'without usable data'
}

/** How records were assigned to places, for sources that create none. */
export function describePlaced(placed: PlacedCounts | null): readonly string[] {
  if (placed === null) return []
  const counts = listCounts(
    Object.entries(REASONS).map(([reason, words]) => [placed[reason as Reason | 'kept'], words])
  )
  return counts === '' ? [] : [`  places: ${counts}`]
}

const listCounts = (counts: readonly (readonly [number, string])[]): string =>
  counts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join(', ')
