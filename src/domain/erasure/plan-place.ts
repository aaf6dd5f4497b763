import { placeNotFound, sourceNotFound } from '../errors.ts'
import type { PlaceRequest } from './erasure.ts'
import type { ErasableRecord, ErasureWriter } from './erasure-ports.ts'
import { type Digester, distinctHolds, type Hold, hold, ofSource, placeText, recordText } from './holds.ts'
import type { Plan } from './plan.ts'
import { namedTexts, wordsOf } from './screen-record.ts'

/**
 * Takes whole records of a place out, also those that its sources do not list any more, and those of the same name in
 * the same town, because later imports could not tell them apart.
 */
export async function planPlace(
  writer: ErasureWriter,
  { place, source }: PlaceRequest,
  digest: Digester
): Promise<Plan> {
  const group = await writer.around([place])
  const asked = group.find(({ id }) => id === place)
  if (asked === undefined) throw placeNotFound(place)
  if (source !== null && !(await writer.sourceExists(source))) throw sourceNotFound(source)
  // Of a merged place only its own records: the others describe the place that it was merged into.
  const members = asked.status === 'merged' ? [place] : group.map(({ id }) => id)
  const own = (await writer.recordsAt(members)).filter(
    (record) => source === null || record.source === source
  )
  const twins = await twinsOf(writer, own, source)
  const records = [...own, ...twins.filter(({ row }) => own.every((each) => each.row !== row))]
  const around = await writer.around([place, ...records.flatMap((record) => record.place ?? [])])
  const rest = (await writer.recordsAt(around.map(({ id }) => id))).filter(
    ({ row }) => !records.some((each) => each.row === row)
  )
  const survivorOf = new Map(around.map(({ id, survivor }) => [id, survivor]))
  const listed = new Set(rest.map((record) => survivorOf.get(record.place ?? '')))
  const left = around.filter(({ survivor }) => !listed.has(survivor)).map(({ id }) => id)
  return {
    holds: holdsOfRecords(records, source, digest),
    records: records.map((before) => ({ before, after: null, cuts: [] })),
    corrections: (await writer.correctionsAt(left)).map((before) => ({ before, after: null, cuts: [] })),
    cells: [],
    dormant: [],
    around,
    doubtful: []
  }
}

/** Holds the request itself, so that it is recognised when it is repeated. */
export const placeHold = ({ place, source }: PlaceRequest, digest: Digester): Hold =>
  hold(digest, 'record', `${placeText(place)}\n${source ?? ''}`)

const holdsOfRecords = (
  records: readonly ErasableRecord[],
  only: string | null,
  digest: Digester
): readonly Hold[] =>
  distinctHolds(
    records.flatMap(({ source, mapped }) => [
      hold(digest, 'record', recordText(source, mapped.id)),
      ...namedTexts(mapped).map((text) => hold(digest, 'named', only === null ? text : ofSource(only, text)))
    ])
  )

async function twinsOf(
  writer: ErasureWriter,
  records: readonly ErasableRecord[],
  only: string | null
): Promise<readonly ErasableRecord[]> {
  const texts = new Set(records.flatMap(({ mapped }) => namedTexts(mapped)))
  const found = await writer.recordsNamed(records.map(({ mapped }) => wordsOf(mapped.content.name)))
  return found.filter(
    ({ source, mapped }) =>
      (only === null || source === only) && namedTexts(mapped).some((text) => texts.has(text))
  )
}
