// Speed and CPU figures of the API under a load of requests, and their median over several rounds.
import type { Load } from './http-load.ts'
import { median, percentile } from './statistics.ts'

export type ApiFigures = {
  readonly rate: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /**
   * CPU milliseconds per answer: `cpuMs` for the process of the API, `askingMs` for our own process, which sends
   * the requests.
   */
  readonly cpuMs: number | null
  readonly askingMs: number
  readonly failures: Load['failures']
}

export function figuresOf(done: Load, cpuSeconds: number | null): ApiFigures {
  const { answers, latenciesMs } = done
  return {
    rate: answers / done.seconds,
    p50: percentile(latenciesMs, 0.5),
    p95: percentile(latenciesMs, 0.95),
    p99: percentile(latenciesMs, 0.99),
    cpuMs: cpuSeconds === null ? null : (cpuSeconds * 1000) / answers,
    askingMs: (done.cpuSeconds * 1000) / answers,
    failures: done.failures
  }
}

export function middleOf(rounds: readonly ApiFigures[]): ApiFigures {
  const of = (pick: (figures: ApiFigures) => number) => median(rounds.map(pick))
  const failures: Record<string, number> = {}
  for (const [status, count] of rounds.flatMap((round) => Object.entries(round.failures))) {
    failures[status] = (failures[status] ?? 0) + count
  }
  return {
    rate: of(({ rate }) => rate),
    p50: of(({ p50 }) => p50),
    p95: of(({ p95 }) => p95),
    p99: of(({ p99 }) => p99),
    cpuMs: rounds.some(({ cpuMs }) => cpuMs === null) ? null : of(({ cpuMs }) => cpuMs ?? 0),
    askingMs: of(({ askingMs }) => askingMs),
    failures
  }
}
