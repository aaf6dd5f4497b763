// The people and programs that an attack must not hurt. Each has an address of its own, asks at a steady pace, and does
// not ask again before it has an answer.
import { setTimeout as wait } from 'node:timers/promises'
import type { Random } from '../../../src/seed/random.ts'
import { percentile } from '../statistics.ts'
import { openConnection, type Reply } from './connection.ts'

export type Others = {
  /** What they do, for the report. */
  readonly asks: string
  readonly number: number
  /** Milliseconds between two requests of one of them. */
  readonly paceMs: number
  /** The next request of one of them, as bytes. */
  readonly next: (one: number, random: Random) => string
  /** Whether an answer is what they asked for. */
  readonly isServed: (status: number) => boolean
}

export type Served = {
  /** Requests served per second. */
  readonly rate: number
  /** Milliseconds in which 95 of 100 of them were served. */
  readonly p95: number
  /** Answers that were not what they asked for, by status. */
  readonly failures: Readonly<Record<string, number>>
}

/** Lets them ask for some seconds. */
export async function serve(
  port: number,
  { number, paceMs, next, isServed }: Others,
  seconds: number,
  random: Random
): Promise<Served> {
  const end = performance.now() + seconds * 1000
  const replies: Reply[] = []
  const one = async (index: number) => {
    const connection = openConnection(port)
    await wait((index * paceMs) / number)
    while (performance.now() < end) {
      const begun = performance.now()
      replies.push(await connection.send(next(index, random)))
      await wait(Math.max(0, paceMs - (performance.now() - begun)))
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: number }, (_, index) => one(index)))
  const served = replies.filter(({ status }) => isServed(status))
  const failures: Record<string, number> = {}
  for (const { status } of replies.filter((reply) => !served.includes(reply)))
    failures[status] = (failures[status] ?? 0) + 1
  return {
    rate: served.length / seconds,
    p95: percentile(
      served.map(({ ms }) => ms),
      0.95
    ),
    failures
  }
}
