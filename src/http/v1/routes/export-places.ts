import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Deps } from '../../../deps.ts'
import type { PlaceText } from '../../../domain/places/place.ts'
import { answeredFilters } from '../../../domain/search/other-reading.ts'
import { withinReach } from '../../../domain/search/relevance/within-reach.ts'
import { entityTag } from '../../shell/entity-tag.ts'
import { writeGeoJson, writeNdjson } from '../present/export.ts'
import { writeCsv } from '../present/standard-csv.ts'
import { exportAnswers } from '../schemas/documented.ts'
import { CsvExportQuery, ExportQuery } from '../schemas/search-query.ts'
import { toFilters } from '../to-question.ts'

type Batches = AsyncIterable<readonly PlaceText[]>

type Export = {
  readonly format: 'ndjson' | 'csv' | 'geojson'
  readonly type: string
  readonly description: string
  readonly query: typeof ExportQuery | typeof CsvExportQuery
  readonly write: (places: Batches, query: CsvExportQuery) => AsyncIterable<string>
}

const EXPORTS: readonly Export[] = [
  {
    format: 'ndjson',
    type: 'application/x-ndjson; charset=utf-8',
    description: 'One place per line, as JSON.',
    query: ExportQuery,
    write: writeNdjson
  },
  {
    format: 'csv',
    type: 'text/csv; charset=utf-8',
    description:
      'The national standard 1.0.2. It cannot express places abroad, or without postcode or city: they are only in the other formats.',
    query: CsvExportQuery,
    write: (places, { safe = false }) => writeCsv(places, safe)
  },
  {
    format: 'geojson',
    type: 'application/geo+json; charset=utf-8',
    description: 'One FeatureCollection.',
    query: ExportQuery,
    write: writeGeoJson
  }
]

export function exportPlaces(app: FastifyInstance, deps: Deps): void {
  for (const kind of EXPORTS) {
    app.get<{ Querystring: CsvExportQuery }>(
      `/v1/exports/places.${kind.format}`,
      { schema: schemaOf(kind), config: { cost: 'heavy', stream: true } },
      async ({ query }, reply) => {
        const filters = await withinReach(
          deps,
          await answeredFilters(deps, toFilters(query, deps.clock()), null)
        )
        const digest = await deps.places.digest(filters)
        const form = query.safe === true ? 'safe csv' : kind.format
        return stream(
          reply,
          kind,
          entityTag(`${form} ${JSON.stringify(filters)} ${digest}`),
          kind.write(inTurns(reply, deps.places.stream(filters)), query)
        )
      }
    )
  }
}

/** Takes a turn for each batch, so that none is held while the client reads the batch before. */
async function* inTurns(reply: FastifyReply, batches: Batches): Batches {
  const lane = reply.request.isInner ? 'inside' : 'stream'
  const each = batches[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await reply.inTurn(lane, () => each.next())
      if (next.done) return
      yield next.value
    }
  } finally {
    await each.return?.()
  }
}

/**
 * The ETag is computed from the filters and a digest of the data, not from the text, which would have to be
 * held in memory or generated twice.
 */
function stream(
  reply: FastifyReply,
  { format, type }: Export,
  tag: string,
  lines: AsyncIterable<string>
): FastifyReply {
  return reply
    .type(type)
    .header('etag', tag)
    .header('content-disposition', `attachment; filename="places.${format}"`)
    .send(Readable.from(lines, { objectMode: false, highWaterMark: 64 * 1024 }))
}

const schemaOf = ({ format, type, description, query }: Export) => ({
  operationId: `exportPlaces${format[0]?.toUpperCase()}${format.slice(1)}`,
  tags: ['Places'],
  summary: `All matching places, streamed as ${format}`,
  description: `${description} The filters are those of the search. With \`q\`, the file contains the places that fit the words: within the radius that a search would tell in \`within\` if they name a town, in the territory if they name another. Places are ordered by id and come without their current opening state, which would be outdated when the file is read.`,
  querystring: query,
  response: exportAnswers(type.split(';')[0] ?? type, description)
})
