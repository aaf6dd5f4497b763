import { pipeline } from 'node:stream/promises'
import { type Command, Option } from 'commander'
import type { Language } from '../../domain/language.ts'
import { matchDue } from '../../domain/merging/match-due.ts'
import type { Reviewer } from '../../domain/review/review.ts'
import { reviewer } from '../../domain/review/reviewer.ts'
import { standingDecisions } from '../../domain/review/standing-decisions.ts'
import type { Database } from '../../store/db/database.ts'
import { matchPublishing } from '../../store/merging/match-writer.ts'
import { reviewPublishing, reviewReader } from '../../store/review/review-store.ts'
import { officialTowns } from '../../store/territories/official-towns.ts'
import { print } from '../shell/print.ts'
import { withDatabase } from '../shell/with-database.ts'
import { accept } from './accept.ts'
import { report } from './report.ts'
import { review } from './review.ts'

export function registerMatch(program: Command): void {
  const match = program.command('match').description('decide which records describe the same place')
  match
    .command('run')
    .description(
      'compare the records that are due: all of them after an upgrade that changed the rules. It works in steps, ' +
        'can be stopped and continues where it stopped. Without it, the next import does the same in one go'
    )
    .option('--anew', 'compare all records, even those already compared by the rules of this release')
    .action(run)
  match
    .command('review')
    .description(
      'decide the questions that the evidence leaves open, one key press each, those that mislead most people first'
    )
    .requiredOption('--by <name>', 'who decides; stored with each decision', readName)
    .addOption(
      new Option('--lang <language>', 'language of the questions').choices(['fr', 'en']).default('en')
    )
    .action(async ({ by, lang }: { readonly by: string; readonly lang: Language }) => {
      await withDatabase((database) => review(reviewerOf(database), by, lang))
    })
  match
    .command('accept')
    .description(
      'decide "same" about all places with the same name, street, number and commune. Left to people: places that ' +
        'one directory lists separately, and places about which a person has decided'
    )
    .requiredOption('--same-door-and-name', 'whatever the capitals, accents and punctuation')
    .option('--by <name>', 'who decides; stored with each decision', readName)
    .option('--dry-run', 'only list what would be accepted')
    .option('--undo', 'end the decisions accepted by this name that still hold')
    .action(accept)
  match
    .command('report')
    .description(
      'count merges, questions, blocked pairs and duplicates left, by pair of sources, with examples'
    )
    .option('--json', 'print JSON, with ten examples of each reason for each pair of sources')
    .action(report)
  match
    .command('decisions')
    .description('print the decisions of people as NDJSON, for fitting and measuring the matching')
    .action(writeDecisions)
}

async function run({ anew = false }: { readonly anew?: boolean }): Promise<void> {
  let compared = 0
  const onStep = (more: number) => {
    compared += more
    print(`${compared} records compared\n`)
  }
  await withDatabase((database) => matchDue(matchPublishing(database), officialTowns(), { anew, onStep }))
  print('All records have been compared.\n')
}

const reviewerOf = (database: Database): Reviewer =>
  reviewer({
    reader: reviewReader(database),
    publishing: reviewPublishing(database),
    towns: officialTowns
  })

function readName(text: string): string {
  if (text.trim() === '') throw new Error('Say who decides with --by NAME.')
  return text.trim()
}

/** Writes one decision per line, for `scripts/fit-matching.ts` and `npm run bench -- matching`. */
async function writeDecisions(): Promise<void> {
  await withDatabase((database) =>
    pipeline(
      async function* () {
        for await (const decision of standingDecisions(reviewReader(database)))
          yield `${JSON.stringify(decision)}\n`
      },
      process.stdout,
      { end: false }
    )
  )
}
