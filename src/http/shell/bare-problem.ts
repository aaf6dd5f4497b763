import { randomUUID } from 'node:crypto'
import { PROBLEM_TYPES, type ProblemCode } from './problem-types.ts'
import { toProblem } from './problems.ts'

/** A problem document with its headers, for answers that pass no hook. */
export function bareProblem(code: ProblemCode, detail: string) {
  const { status } = PROBLEM_TYPES[code]
  const body = JSON.stringify(toProblem({ code, status, detail, faults: [] }, `urn:uuid:${randomUUID()}`))
  const headers = {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'access-control-allow-origin': '*',
    'cache-control': 'no-store'
  }
  return { status, body, headers }
}
