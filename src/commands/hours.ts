import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Command } from 'commander'
import { readHours } from '../domain/hours/read/read-hours.ts'
import { printable } from './shell/print.ts'

export function registerHours(program: Command): void {
  program
    .command('hours')
    .description(
      'read opening hours in French from standard input, one per line, and print one JSON object per line'
    )
    .action(() => readLines(process.stdin, process.stdout))
}

/**
 * Parses the opening hours in each line of the input, and writes the results as one JSON document per line. It reads
 * at the speed at which the output is consumed, so a file of any size needs little memory.
 */
export async function readLines(input: Readable, output: Writable): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const { raw, osm, confidence, leftover } = readHours(line)
    const answer = printable(JSON.stringify({ raw, osm, confidence, leftover }))
    if (!output.write(`${answer}\n`)) await once(output, 'drain')
  }
}
