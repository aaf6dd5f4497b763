import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { type InputFault, invalidInput } from '../../../domain/errors.ts'
import { HttpProblem } from '../http-problem.ts'
import { pointerToken } from '../input-faults.ts'

/**
 * The address in a form that the router accepts. A path with broken percent-encoding is kept as literal text,
 * so that it passes every hook and is refused below with a problem document.
 */
export function routableUrl(request: Pick<IncomingMessage, 'url'>): string {
  const url = request.url ?? '/'
  const [path = '/'] = url.split('?', 1)
  return isText(path) ? url : path.replaceAll('%', '%25') + url.slice(path.length)
}

/**
 * Refuses addresses and bodies that are not valid text: Node would decode bad UTF-8 as U+FFFD and search for
 * a different word, and PostgreSQL cannot store NUL.
 */
export function readableText(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const faults = [...pathFaults(request.originalUrl, request.params), ...queryFaults(request.originalUrl)]
    if (faults.length > 0) throw invalidInput(faults)
  })
  app.addHook('preValidation', async (request) => {
    const fault = request.body === undefined ? undefined : bodyFault(request.body, '', 0)
    if (fault) throw invalidInput([fault])
  })
  readJson(app)
}

/** Accepts only JSON in UTF-8, with any of its media types. */
function readJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  const parse = app.getDefaultJsonParser('error', 'error')
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  app.addContentTypeParser(
    /^application\/([\w.-]+\+)?json\b/,
    { parseAs: 'buffer' },
    (request, body, done) => {
      const coding = request.headers['content-encoding'] ?? 'identity'
      if (coding !== 'identity') {
        done(new HttpProblem('unsupported-media-type', 'The body must not be compressed.'), undefined)
        return
      }
      try {
        parse(request, utf8.decode(body as Buffer), done)
      } catch {
        done(invalidInput([{ pointer: '', detail: 'The body is not valid UTF-8 text.' }]), undefined)
      }
    }
  )
}

function pathFaults(url: string, params: unknown): InputFault[] {
  const [path = ''] = url.split('?', 1)
  if (isText(path)) return []
  const detail = 'Not percent-encoded UTF-8 text, or contains a NUL character.'
  const values = Object.entries(params ?? {}) as [string, unknown][]
  const names = values
    // `*` is the router's name for the rest of the path.
    .filter(([name, value]) => name !== '*' && typeof value === 'string' && !isText(value))
    .map(([name]) => name)
  return names.length === 0
    ? [{ detail: `The path: ${detail}` }]
    : names.map((parameter) => ({ parameter, detail }))
}

function queryFaults(url: string): InputFault[] {
  const start = url.indexOf('?')
  if (start < 0) return []
  const pairs = url.slice(start + 1).split('&')
  return pairs
    .filter((pair) => !isText(pair))
    .map((pair) => {
      const [name = ''] = pair.split('=', 1)
      // A name that cannot be decoded is reported as it was sent.
      const parameter = isText(name) ? decodeURIComponent(name.replaceAll('+', ' ')) : name
      return { parameter, detail: 'Not percent-encoded UTF-8 text, or contains a NUL character.' }
    })
}

// GeoJSON is nested 6 levels deep. Without a limit, a body of brackets would exhaust the stack.
const MAX_DEPTH = 32

function bodyFault(value: unknown, pointer: string, depth: number): InputFault | undefined {
  if (typeof value === 'string') return stringFault(value, pointer)
  if (typeof value !== 'object' || value === null) return undefined
  if (depth > MAX_DEPTH) return { pointer, detail: `Nested more than ${MAX_DEPTH} levels deep.` }
  for (const [key, inner] of Object.entries(value)) {
    const fault = stringFault(key, pointer) ?? bodyFault(inner, `${pointer}/${pointerToken(key)}`, depth + 1)
    if (fault) return fault
  }
  return undefined
}

function stringFault(text: string, pointer: string): InputFault | undefined {
  return /[\0\p{Surrogate}]/u.test(text)
    ? { pointer, detail: 'Contains a NUL character or half of a surrogate pair.' }
    : undefined
}

function isText(encoded: string): boolean {
  try {
    return !decodeURIComponent(encoded).includes('\0')
  } catch {
    return false
  }
}
