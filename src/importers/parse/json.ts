import { pipeline, Readable } from 'node:stream'
import { JSONParser } from '@streamparser/json-node'
import { ImportRefused } from '../refused.ts'
import { jsonRecord } from './json-record.ts'
import type { Row, Rows } from './row.ts'

type Element = { readonly value: unknown; readonly key: string | number | undefined }

/**
 * Reads a list of objects, or an object with one such list: `[…]`, `{ "places": […] }` or, as open-data portals answer,
 * `{ "result": { "records": […] } }`. In GeoJSON it reads the features, because another list may be the bounding box.
 */
export async function jsonRows(head: string, text: AsyncIterable<string>): Promise<Rows> {
  const path = /^\s*\[/.test(head) ? '$.*' : isGeoJson(head) ? '$.features.*' : (innerList(head) ?? '$.*.*')
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

/**
 * The path of the first list of objects that lies deeper than in the outermost object; null if that one has a list
 * itself. CKAN describes the columns in a list `fields` beside the records.
 */
function innerList(head: string): string | null {
  const open: (string | null)[] = []
  let key = ''
  let found: string | null = null
  for (const [token, name] of head.matchAll(TOKENS)) {
    if (name !== undefined) key = name
    else if (token === '}' || token === ']') open.pop()
    else if (token === '{') open.push(key)
    else if (token.startsWith('[')) {
      const within = [...open.slice(1), key]
      const isList = token.endsWith('{') && key !== 'fields' && open.every((each) => each !== null)
      if (isList && within.length === 1) return null
      if (isList) found ??= `$.${within.map((each) => (/^\w+$/.test(each ?? '') ? each : '*')).join('.')}.*`
      open.push(null)
      if (token.endsWith('{')) open.push(key)
    }
  }
  return found
}

/** Brackets, a bracket that opens a list of objects, the names of properties, and texts, which may contain brackets. */
const TOKENS = /"((?:[^"\\]|\\.)*)"\s*:|"(?:[^"\\]|\\.)*"|\[\s*\{|[{}[\]]/g

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
      yield jsonRecord(value, line)
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

async function* from(first: IteratorResult<Row>, rest: AsyncGenerator<Row>): AsyncIterable<Row> {
  if (first.done === true) return
  yield first.value
  yield* rest
}
