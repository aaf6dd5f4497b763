import type { InputFault } from '../../domain/errors.ts'
import type { HttpProblemCode } from './problem-types.ts'

type Extras = {
  readonly retryAfter?: number
  readonly faults?: readonly InputFault[]
  readonly cause?: unknown
}

/** A problem that exists only in HTTP, not in the domain. */
export class HttpProblem extends Error {
  readonly code: HttpProblemCode
  readonly faults: readonly InputFault[]
  readonly retryAfter: number | undefined

  constructor(code: HttpProblemCode, detail: string, { retryAfter, faults = [], cause }: Extras = {}) {
    super(detail, { cause })
    this.code = code
    this.faults = faults
    this.retryAfter = retryAfter
  }
}
