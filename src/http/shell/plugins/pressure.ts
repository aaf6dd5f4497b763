import { getHeapStatistics } from 'node:v8'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import { HttpProblem } from '../http-problem.ts'

export type Pressure = {
  /** 0 for any. */
  readonly maxEventLoopDelayMs: number
  readonly sampleIntervalMs: number
  readonly onRefused?: () => void
}

/**
 * A delay of a second means that every request, even one for a single place, has waited that long before its first
 * line ran. Utilisation is not looked at: a process that answers as fast as it can is at 100 % and well.
 */
export const PRESSURE: Pressure = { maxEventLoopDelayMs: 1_000, sampleIntervalMs: 1000 }

/** Refuses at once what would only be answered late, while the process cannot keep up. */
export async function pressure(app: FastifyInstance, options: Pressure): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: options.maxEventLoopDelayMs,
    sampleInterval: options.sampleIntervalMs,
    // Beyond, V8 spends its time collecting, and then the process dies with every request it held.
    maxHeapUsedBytes: getHeapStatistics().heap_size_limit * 0.9,
    pressureHandler: async () => {
      options.onRefused?.()
      throw new HttpProblem('temporary-reduced-capacity', 'The service is overloaded at the moment.', {
        retryAfter: 2
      })
    }
  })
}

/** For routes that must answer all the more when the process is in trouble: probes and metrics. */
export const underAnyPressure = { pressureHandler: () => undefined }
