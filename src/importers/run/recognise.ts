import type { ImportSession, StagedRecord, Staging } from '../../domain/imports/import-ports.ts'
import { type Recognition, recognise } from '../../domain/imports/recognise-place.ts'
import type { MappedRecord } from '../../domain/places/source-record.ts'
import { knownFeatures } from '../../domain/vocabularies/accessibility.ts'
import type { Ledger } from './report.ts'
import { isChange } from './staged.ts'

type Recognising = {
  readonly session: ImportSession
  readonly ledger: Ledger
  readonly dryRun: boolean
}

/**
 * For sources that create no places, finds the places to which records belong. This is done for changed records,
 * and again for records without a place so far, because a place may have been added.
 */
export async function recogniseStaged(
  records: readonly StagedRecord[],
  stagings: readonly (Staging | undefined)[],
  { session, ledger, dryRun }: Recognising
): Promise<void> {
  // Records of such a source are never recalled, so `mapped` is present, and records without a place are tried in
  // each run.
  const mapped = records.flatMap((record) => record.mapped ?? [])
  const known = mapped.filter((_, index) => stagings[index]?.state === 'unchanged')
  const loose = new Set(await session.loose(known.map(({ id }) => id)))
  const changed = mapped.filter((_, index) => isChange(stagings[index]))
  const asked = [...changed, ...known.filter(({ id }) => loose.has(id))]
  ledger.placed.kept += known.length - loose.size

  const candidates = await session.candidates(asked.filter(saysSomething))
  const placed = asked.map((record) => ({
    record_id: record.id,
    recognition: recognitionOf(record, candidates.get(record.id) ?? [])
  }))
  for (const [index, { record_id, recognition }] of placed.entries()) {
    ledger.placed[recognition.by]++
    if (isNearMiss(recognition) && ledger.unplaced.length < MOST_TOLD)
      ledger.unplaced.push({ record_id, name: asked[index]?.content.name ?? '', by: recognition.by })
  }
  if (dryRun) return
  const found = placed.filter(({ record_id, recognition }) => !loose.has(record_id) || recognition.place_id)
  await session.stagePlaced(found)
  const again = found.map(({ record_id }) => record_id).filter((id) => loose.has(id))
  if (again.length > 0) await session.restage(again)
}

/**
 * Whether a record that matched no place is listed for review. Only near misses are, because hundreds of thousands
 * of records are far from every place. `MOST_TOLD` limits the list.
 */
const isNearMiss = ({ by }: Recognition): boolean => by === 'ambiguous' || by === 'none-alike'
const MOST_TOLD = 1_000

const recognitionOf = (record: MappedRecord, candidates: Parameters<typeof recognise>[1]): Recognition =>
  saysSomething(record) ? recognise(record, candidates) : { place_id: null, by: 'says-nothing' }

/**
 * Whether the record contains any information on accessibility; a form that was opened and left empty contains
 * none.
 */
function saysSomething({ content: { accessibility } }: MappedRecord): boolean {
  const { present, absent } = knownFeatures(accessibility)
  return (
    present.length + absent.length > 0 ||
    accessibility.wheelchair === 'limited' ||
    accessibility.sheet !== null
  )
}
