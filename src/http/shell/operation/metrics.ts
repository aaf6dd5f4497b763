import type { FastifyInstance } from 'fastify'
import type { Registry } from 'prom-client'
import { z } from 'zod'
import { underAnyPressure } from '../plugins/pressure.ts'

const config = { cacheControl: 'no-store', rateLimit: false, ...underAnyPressure } as const

export function metrics(app: FastifyInstance, registry: Registry): void {
  app.get('/metrics', { config, schema: METRICS }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics())
  )
}

const METRICS = {
  operationId: 'getMetrics',
  tags: ['Operation'],
  summary: 'Metrics for Prometheus',
  description:
    'Request rates and durations by route, database connections, refused requests, memory and event loop of this process.',
  response: {
    200: { description: 'Prometheus text format', content: { 'text/plain': { schema: z.string() } } }
  }
}
