import { JSONParser, TokenType } from '@streamparser/json'
import { ImportRefused } from '../refused.ts'
import { jsonRecord } from './json-record.ts'
import type { Row, Rows } from './row.ts'

/** `key` is the index in a list, or the name of a property. */
type Element = { readonly value: unknown; readonly key: string | number | undefined }

/** Characters in which at least one record must end: what is between two records is held in memory. */
const LONGEST_STRETCH = 4 * 1024 * 1024
/**
 * Above the limit of a record, so that one which is nested too deep is rejected alone. The parser takes 250 bytes for each
 * level, and for a list beside the records a time that grows with the square of its levels: 0.3 s for these.
 */
const DEEPEST = 25_000

/**
 * Reads a list of objects, or an object that contains one such list: `[…]`, `{ "places": […] }`, or
 * `{ "result": { "records": […] } }` as in the answers of open-data portals. In GeoJSON it reads the features,
 * because another list may be the bounding box.
 */
export async function jsonRows(head: string, text: AsyncIterable<string>): Promise<Rows> {
  const path = /^\s*\[/.test(head) ? '$.*' : isGeoJson(head) ? '$.features.*' : (innerList(head) ?? '$.*.*')
  const rows = rowsOf(elementsOf(text, path))
  const first = await rows.next()
  return {
    format: 'json',
    columns: first.done === true ? [] : Object.keys(first.value.raw),
    rows: from(first, rows)
  }
}

const isGeoJson = (head: string): boolean =>
  /^\s*\{(?:(?!"features")[\s\S])*"type"\s*:\s*"FeatureCollection"/.test(head)

/**
 * The path of the first list of objects that is not directly in the outermost object; null if the outermost object
 * itself contains a list of objects. Lists named `fields` are skipped, because CKAN describes the columns in one
 * beside the records.
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

/**
 * Matches brackets, a bracket that opens a list of objects, names of properties, and strings, which may contain
 * brackets.
 */
const TOKENS = /"((?:[^"\\]|\\.)*)"\s*:|"(?:[^"\\]|\\.)*"|\[\s*\{|[{}[\]]/g

/** The values at the path, as the text arrives. */
async function* elementsOf(text: AsyncIterable<string>, path: string): AsyncGenerator<Element> {
  // keepStack is off, so that parsed elements do not accumulate in their list.
  const parser = new JSONParser({ paths: [path], keepStack: false })
  let found: Element[] = []
  let stretch = 0
  let depth = 0
  parser.onValue = ({ value, key }) => {
    found.push({ value, key })
  }
  parser.onToken = ({ token }) => {
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) depth++
    if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) depth--
    if (depth > DEEPEST) throw tooDeep()
  }
  for await (const chunk of withoutBom(text)) {
    stretch += chunk.length
    parsing(() => parser.write(chunk))
    if (found.length > 0) stretch = 0
    if (stretch > LONGEST_STRETCH) throw tooLong()
    yield* found
    found = []
  }
  if (!parser.isEnded) parsing(() => parser.end())
  yield* found
}

async function* withoutBom(text: AsyncIterable<string>): AsyncIterable<string> {
  let first = true
  for await (const chunk of text) {
    yield first ? chunk.replace(/^\ufeff/, '') : chunk
    first = false
  }
}

function parsing(step: () => void): void {
  try {
    step()
  } catch (error) {
    if (error instanceof ImportRefused) throw error
    const { message } = error as Error
    throw new ImportRefused(
      `The JSON is truncated or damaged: ${message} Fetch the whole file again.`,
      'input',
      `Le JSON est incomplet ou abîmé : ${message} Téléchargez-le de nouveau.`
    )
  }
}

const tooDeep = (): ImportRefused =>
  new ImportRefused(
    `The JSON is nested more than ${DEEPEST} levels deep, so it is no list of places.`,
    'input',
    `Le JSON a plus de ${DEEPEST} niveaux : ce n’est pas une liste de lieux.`
  )

const tooLong = (): ImportRefused =>
  new ImportRefused(
    'The JSON has 4 MB without the end of a record, so it is no list of places.',
    'input',
    'Le JSON a 4 Mo sans la fin d’un lieu : ce n’est pas une liste de lieux.'
  )

async function* rowsOf(elements: AsyncIterable<Element>): AsyncGenerator<Row> {
  let line = 0
  for await (const { value, key } of elements) {
    // If the outermost value is an object, the parser also emits its other properties; only elements of a list
    // are records.
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
}

async function* from(first: IteratorResult<Row>, rest: AsyncGenerator<Row>): AsyncIterable<Row> {
  if (first.done === true) return
  yield first.value
  yield* rest
}
