import type {
  ImportSession,
  KnownRecord,
  StagedRecord,
  StagedRejection
} from '../../domain/imports/import-ports.ts'
import type { MappedRecord } from '../../domain/places/source-record.ts'
import { normaliseLabel } from '../../domain/vocabularies/read-label.ts'
import type { Source } from '../source.ts'

type Parted = {
  readonly records: readonly StagedRecord[]
  readonly rejections: readonly StagedRejection[]
}

/**
 * Rejects records that name no producer and whose id the directory knows for another place. Two producers may both
 * number their places from 1, and the second file would turn the places of the first into its own. A place that only
 * moves or is only renamed is updated.
 */
export async function rejectOthersIds(
  records: readonly StagedRecord[],
  { producerColumn }: Pick<Source, 'producerColumn'>,
  session: Pick<ImportSession, 'known'>
): Promise<Parted> {
  if (producerColumn === undefined) return { records, rejections: [] }
  // A recalled record was read from the same words before, so it describes the same place.
  const unnamed = records.flatMap(({ id, mapped }) => (mapped === null || id.includes(':') ? [] : [id]))
  const known = unnamed.length === 0 ? NONE : await session.known(unnamed)
  const rejections = records.flatMap(({ line, id, raw, mapped }) => {
    const before = known.get(id)
    if (before === undefined || mapped === null || !isAnotherPlace(before, mapped)) return []
    return [{ line, record_id: id, reasons: [reasonOf(id, before, mapped, producerColumn)], raw }]
  })
  const refused = new Set(rejections.map(({ line }) => line))
  return { records: records.filter(({ line }) => !refused.has(line)), rejections }
}

const NONE: ReadonlyMap<string, KnownRecord> = new Map()

/** Another name and another commune; without a town on either side, nothing is concluded. */
function isAnotherPlace(before: KnownRecord, { content: { name, address } }: MappedRecord): boolean {
  return isAnotherTown(before, address) && isAnotherName(before.name, name)
}

function isAnotherTown(before: KnownRecord, after: Pick<KnownRecord, 'city' | 'commune'>): boolean {
  if (before.commune !== null && after.commune !== null) return before.commune !== after.commune
  if (before.city === null || after.city === null) return false
  return normaliseLabel(before.city) !== normaliseLabel(after.city)
}

/** "Médiathèque" and "Médiathèque de Bayeux" are the same name, written at more or less length. */
function isAnotherName(before: string, after: string): boolean {
  const [shorter = '', longer = ''] = [before, after]
    .map((name) => ` ${normaliseLabel(name)} `)
    .toSorted((left, right) => left.length - right.length)
  return !longer.includes(shorter)
}

const reasonOf = (id: string, before: KnownRecord, { content }: MappedRecord, column: string): string =>
  `the id ${id} is that of ${described(before.name, before)} in the directory, not of ${described(content.name, content.address)}: ` +
  `if two producers use the same ids, name the producer of each record in the column ${column}; ` +
  'if the place was renamed and has moved, give it a new id'

const described = (name: string, { city, commune }: Pick<KnownRecord, 'city' | 'commune'>): string =>
  `${JSON.stringify(name)} in ${city ?? commune}`
