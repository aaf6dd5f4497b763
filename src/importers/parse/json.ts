import { pipeline, Readable } from 'node:stream'
import { JSONParser } from '@streamparser/json-node'
import { ImportRefused } from '../refused.ts'
import type { Row, Rows } from './row.ts'

type Element = { readonly value: unknown; readonly key: string | number | undefined }

/**
 * Reads a list of objects, or an object with one such list: `[…]` or `{ "places": […] }`. In GeoJSON it reads
 * the features, because another list may be the bounding box.
 */
export async function jsonRows(head: string, text: AsyncIterable<string>): Promise<Rows> {
  const path = /^\s*\[/.test(head) ? '$.*' : isGeoJson(head) ? '$.features.*' : '$.*.*'
  // keepStack is off, so that parsed elements do not accumulate in their list.
  const parser = new JSONParser({ paths: [path], keepStack: false })
  pipeline(Readable.from(withoutBom(text)), parser, () => {})
  const elements = elementsOf(parser as AsyncIterable<Element>)
  const first = await elements.next()
  return {
    format: 'json',
    columns: first.done === true ? [] : Object.keys(first.value.raw),
    rows: from(first, elements)
  }
}

const isGeoJson = (head: string): boolean =>
  /^\s*\{(?:(?!"features")[\s\S])*"type"\s*:\s*"FeatureCollection"/.test(head)

async function* withoutBom(text: AsyncIterable<string>): AsyncIterable<string> {
  let first = true
  for await (const chunk of text) {
    yield first ? chunk.replace(/^\ufeff/, '') : chunk
    first = false
  }
}

async function* elementsOf(parsed: AsyncIterable<Element>): AsyncGenerator<Row> {
  let line = 0
  try {
    for await (const { value, key } of parsed) {
      // In an object, its other properties are emitted too; only elements of a list are records.
      if (typeof key !== 'number') continue
      line++
      if (line > 1 && key === 0)
        throw new ImportRefused(
          'The JSON contains two lists; keep the one with the places.',
          'input',
          'Le JSON contient deux listes ; gardez celle des lieux.'
        )
      yield toRow(value, line)
    }
  } catch (error) {
    if (error instanceof ImportRefused || (error as NodeJS.ErrnoException).code !== undefined) throw error
    const { message } = error as Error
    throw new ImportRefused(
      `The JSON is truncated or damaged: ${message} Fetch the whole file again.`,
      'input',
      `Le JSON est incomplet ou abîmé : ${message} Téléchargez-le de nouveau.`
    )
  }
}

const toRow = (value: unknown, line: number): Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { line, raw: value as Row['raw'] }
    : { line, raw: { '': value }, broken: 'is not an object' }

async function* from(first: IteratorResult<Row>, rest: AsyncGenerator<Row>): AsyncIterable<Row> {
  if (first.done === true) return
  yield first.value
  yield* rest
}
