import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Command } from 'commander'
import { readHours } from '../domain/hours/read/read-hours.ts'

export function registerHours(program: Command): void {
  program
    .command('hours')
    .description(
      'read opening hours in French from standard input, one per line, and print one JSON object per line'
    )
    .action(() => readLines(process.stdin, process.stdout))
}

/**
 * Reads line by line, at the speed at which the output is consumed, so a file of any size needs little
 * memory.
 */
export async function readLines(input: Readable, output: Writable): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const { raw, osm, confidence, leftover } = readHours(line)
    if (!output.write(`${JSON.stringify({ raw, osm, confidence, leftover })}\n`)) await once(output, 'drain')
  }
}
