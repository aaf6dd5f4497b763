import type { RequestStore } from '../../domain/access/idempotency.ts'
import type { Runner } from '../db/sql.ts'
import { storableJson } from '../db/storable-json.ts'
import {
  requestAbandon,
  requestAnswer,
  requestClaim,
  requestFind,
  requestRenew,
  requestsForget
} from './idempotent-request.sql.ts'

type Row = { readonly fingerprint: string | null; readonly answer: string | null }

export const requestStore = (runner: Runner, newId: () => string): RequestStore => ({
  claim: async (request) => {
    await runner.query(requestsForget())
    const attempt = newId()
    const { rowCount } = await runner.query(requestClaim(request, attempt))
    if (rowCount === 1) return { state: 'claimed', attempt }
    const { rows } = await runner.query<Row>(requestFind(request))
    const { fingerprint = null, answer = null } = rows[0] ?? {}
    return fingerprint === null || answer === null
      ? { state: 'running' }
      : { state: 'answered', fingerprint, answer: JSON.parse(answer) }
  },
  renew: async (request, attempt) => {
    await runner.query(requestRenew(request, attempt))
  },
  answer: async (request, attempt, fingerprint, answer) => {
    await runner.query(requestAnswer(request, attempt, fingerprint, storableJson(answer)))
  },
  abandon: async (request, attempt) => {
    await runner.query(requestAbandon(request, attempt))
  }
})
