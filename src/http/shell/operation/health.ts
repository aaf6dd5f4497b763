import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { databaseUnavailable } from '../../../domain/errors.ts'
import { underAnyPressure } from '../plugins/pressure.ts'
import { refusing } from '../problem-schema.ts'

type Readiness = {
  /** Rejects while the database is unavailable or not migrated. */
  readonly ping: () => Promise<void>
}

// Probes give up after a second (the default of Kubernetes): a slower "no" would count as no answer.
const PATIENCE_MS = 900

const config = { cacheControl: 'no-store', rateLimit: false, ...underAnyPressure } as const

const status = (value: string) => z.object({ status: z.literal(value).describe('Always this value') })

export function health(app: FastifyInstance, { ping }: Readiness): void {
  app.get('/health/live', { config, schema: LIVE }, () => ({ status: 'live' }))
  const isReady = sharePending(() => withTimeout(PATIENCE_MS, ping()))
  app.get('/health/ready', { config, schema: READY }, async (request) => {
    try {
      await isReady()
    } catch (error) {
      request.log.warn({ err: error }, 'not ready')
      throw databaseUnavailable()
    }
    return { status: 'ready' }
  })
}

const LIVE = {
  operationId: 'isLive',
  tags: ['Operation'],
  summary: 'Whether the process is running',
  description:
    'Answers as long as the process is running, whatever the state of the database. If there is no answer, restart the process.',
  response: { 200: status('live').describe('The process is running') }
}

const READY = {
  operationId: 'isReady',
  tags: ['Operation'],
  summary: 'Whether requests can be answered',
  description:
    'Checks the database, with a time limit of one second. Answers 503 while the database is unavailable or not migrated, and 200 again once it is back.',
  response: { 200: status('ready').describe('Requests can be answered'), ...refusing(503) }
}

async function withTimeout(ms: number, answer: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer from the database within ${ms} ms.`)), ms)
  })
  await Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

/** Probes that arrive while one is running share it; otherwise they would pile up if the database hangs. */
function sharePending(ask: () => Promise<void>): () => Promise<void> {
  let underWay: Promise<void> | undefined
  return () => {
    underWay ??= ask().finally(() => {
      underWay = undefined
    })
    return underWay
  }
}
