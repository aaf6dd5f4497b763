import { getHeapStatistics } from 'node:v8'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import { HttpProblem } from '../http-problem.ts'

export type Pressure = {
  /** 0 means no limit. */
  readonly maxEventLoopDelayMs: number
  readonly sampleIntervalMs: number
  /** By how many milliseconds the event loop is late; measured by default. */
  readonly delayMs?: () => number
  readonly onRefused?: () => void
}

/**
 * A delay of a second means that every request, even for a single place, has waited that long before its
 * handler started. Event loop utilisation is not checked: a healthy process that answers as fast as it can is
 * at 100 %.
 */
export const PRESSURE: Pressure = { maxEventLoopDelayMs: 1_000, sampleIntervalMs: 1000 }

/** However late the process is, it refuses nothing. */
export const UNPRESSED: Pressure = { ...PRESSURE, maxEventLoopDelayMs: 0, delayMs: () => 0 }

/** Refuses requests at once while the process is overloaded, instead of answering them late. */
export async function pressure(app: FastifyInstance, options: Pressure): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: options.maxEventLoopDelayMs,
    sampleInterval: options.sampleIntervalMs,
    // Above this size, V8 spends its time on garbage collection; then the process dies, with every request in
    // progress.
    maxHeapUsedBytes: getHeapStatistics().heap_size_limit * 0.9,
    pressureHandler: async () => {
      options.onRefused?.()
      throw new HttpProblem('temporary-reduced-capacity', 'The service is overloaded at the moment.', {
        retryAfter: 2
      })
    }
  })
}

/** Route option for probes and metrics, which must answer even if the process is overloaded. */
export const underAnyPressure = { pressureHandler: () => undefined }
