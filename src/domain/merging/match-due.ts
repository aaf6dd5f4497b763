import { matchingRules } from '../matching/rules.ts'
import type { Towns } from '../matching/towns.ts'
import type { Publishing } from '../publishing/publishing.ts'
import type { MatchWriter } from './match-writer.ts'
import { settleSome } from './settle.ts'

/** Records per transaction. A transaction takes a minute or two, during which no import can commit. */
const STEP = 20_000

type MatchRun = {
  /** Compares all records, even if the rules have not changed since they were compared. */
  readonly anew?: boolean
  /** Called after each step with the number of records compared in it. */
  readonly onStep?: (compared: number) => void
  readonly step?: number
}

/**
 * Compares the records that are due; after an upgrade with other matching rules, these are all records. Each
 * step commits and leaves the directory consistent, so the run can be stopped at any time and continues from
 * there.
 */
export async function matchDue(
  publishing: Publishing<MatchWriter>,
  towns: Towns,
  { anew = false, onStep, step = STEP }: MatchRun = {}
): Promise<void> {
  await publishing.run(AUTHOR, async (writer) => {
    if (anew) await writer.forgetRules()
    await writer.renew(matchingRules())
  })
  for (;;) {
    const compared = await publishing.run(AUTHOR, (writer) => settleSome(writer, towns, step))
    if (compared === 0) return
    onStep?.(compared)
  }
}

const AUTHOR = 'matching'
