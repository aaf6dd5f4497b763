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
  /**
   * Accepted records that may come from another producer, because name and street both differ from the known
   * record.
   */
  readonly doubted: readonly StagedRejection[]
}

/**
 * Rejects records that name no producer and have an id that belongs to another place in the directory. Two
 * producers may both number their places from 1, so that the second file would turn the places of the first
 * producer into its own. A place that has only moved or has only been renamed is updated.
 */
export async function rejectOthersIds(
  records: readonly StagedRecord[],
  { producerColumn }: Pick<Source, 'producerColumn'>,
  session: Pick<ImportSession, 'known'>
): Promise<Parted> {
  if (producerColumn === undefined) return { records, rejections: [], doubted: [] }
  // Recalled records are not compared: their rows have not changed since they were read, so they describe the same
  // place.
  const unnamed = records.flatMap(({ id, mapped }) => (mapped === null || id.includes(':') ? [] : [id]))
  const known = unnamed.length === 0 ? NONE : await session.known(unnamed)
  const compared = records.flatMap(({ line, id, raw, mapped }) => {
    const before = known.get(id)
    if (before === undefined || mapped === null) return []
    const likeness = compare(before, mapped)
    if (likeness === 'same') return []
    const reasons = [reasonOf(id, before, mapped, producerColumn)]
    return [{ likeness, rejection: { line, record_id: id, reasons, raw } }]
  })
  const of = (wanted: Likeness) =>
    compared.filter(({ likeness }) => likeness === wanted).map(({ rejection }) => rejection)
  const rejections = of('other')
  const refused = new Set(rejections.map(({ line }) => line))
  return { records: records.filter(({ line }) => !refused.has(line)), rejections, doubted: of('doubtful') }
}

const NONE: ReadonlyMap<string, KnownRecord> = new Map()

/**
 * `doubtful` means that both name and street differ: one such place may have been renamed and have moved, but not
 * most places of a file.
 */
type Likeness = 'same' | 'doubtful' | 'other'

/**
 * Compares a record with the known record of the same id. They describe different places if the name and the
 * commune differ, or if within one commune the name, the street and the phone differ. A part is compared only if
 * both records have it.
 */
function compare(before: KnownRecord, { content: { name, address, contacts } }: MappedRecord): Likeness {
  if (!isOtherText(before.name, name)) return 'same'
  if (isAnotherTown(before, address)) return 'other'
  const { street, phone } = before
  if (street === null || address.street === null || !isOtherText(street, address.street)) return 'same'
  if (phone === null || contacts.phone === null) return 'doubtful'
  return phone === contacts.phone ? 'same' : 'other'
}

function isAnotherTown(
  before: Pick<KnownRecord, 'city' | 'commune'>,
  after: Pick<KnownRecord, 'city' | 'commune'>
): boolean {
  if (before.commune !== null && after.commune !== null) return before.commune !== after.commune
  if (before.city === null || after.city === null) return false
  return normaliseLabel(before.city) !== normaliseLabel(after.city)
}

/**
 * Whether two names or streets differ. "Médiathèque" and "Médiathèque de Bayeux" count as the same name, since one
 * contains the other.
 */
function isOtherText(before: string, after: string): boolean {
  const [shorter = '', longer = ''] = [before, after]
    .map((text) => ` ${normaliseLabel(text)} `)
    .toSorted((left, right) => left.length - right.length)
  return !longer.includes(shorter)
}

const reasonOf = (id: string, before: KnownRecord, { content }: MappedRecord, column: string): string =>
  `the id ${id} is that of ${described(before.name, before)} in the directory, not of ${described(content.name, content.address)}: ` +
  `if two producers use the same ids, name the producer of each record in the column ${column}; ` +
  'if the place was renamed and has moved, give it a new id'

const described = (
  name: string,
  { street, city, commune }: Pick<KnownRecord, 'street' | 'city' | 'commune'>
): string => `${JSON.stringify(name)}${street === null ? '' : `, ${street},`} in ${city ?? commune}`
