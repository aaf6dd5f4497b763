import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { matchDue } from '../domain/merging/match-due.ts'
import type {
  ReviewedRecord,
  Reviewer,
  ReviewPair,
  ReviewPosition,
  ReviewVerdict
} from '../domain/review/review.ts'
import { reviewer } from '../domain/review/reviewer.ts'
import { standingDecisions } from '../domain/review/standing-decisions.ts'
import type { Database } from '../store/db/database.ts'
import { matchPublishing } from '../store/merging/match-writer.ts'
import { reviewPublishing, reviewReader } from '../store/review/review-store.ts'
import { officialTowns } from '../store/territories/official-towns.ts'
import { withDatabase } from './shell/with-database.ts'

/** Number of pairs fetched at a time. */
const PAGE = 50

export function registerMatch(program: Command): void {
  const match = program.command('match').description('decide which records describe the same place')
  match
    .command('run')
    .description(
      'compare the records that are due: all of them after an upgrade that changed the rules. It works in steps, ' +
        'can be stopped and continues where it stopped. Without it, the next import does the same in one go'
    )
    .option('--anew', 'compare all records, even those already compared by the rules of this release')
    .action(async ({ anew = false }: { readonly anew?: boolean }) => {
      let compared = 0
      const onStep = (more: number) => {
        compared += more
        process.stdout.write(`${compared} records compared\n`)
      }
      await withDatabase((database) => matchDue(matchPublishing(database), officialTowns(), { anew, onStep }))
      process.stdout.write('All records have been compared.\n')
    })
  match
    .command('review')
    .description('decide the pairs of records that the evidence leaves undecided, one key press each')
    .requiredOption('--by <name>', 'who decides; stored with each decision')
    .action(async ({ by }: { readonly by: string }) => {
      if (by.trim() === '') throw new Error('Say who decides with --by NAME.')
      await withDatabase((database) => review(reviewerOf(database), by.trim()))
    })
  match
    .command('decisions')
    .description('print the decisions of people as NDJSON, for fitting and measuring the matching')
    .action(writeDecisions)
}

const reviewerOf = (database: Database): Reviewer =>
  reviewer({
    reader: reviewReader(database),
    publishing: reviewPublishing(database),
    towns: officialTowns
  })

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

const KEYS: Readonly<Record<string, ReviewVerdict | 'skip' | 'quit'>> = {
  s: 'same',
  d: 'different',
  u: 'undo',
  n: 'skip',
  q: 'quit'
}

const HELP = '[s]ame  [d]ifferent  [n]ext without deciding  [u]ndo the last decision  [q]uit'

async function review(pairs: Reviewer, by: string): Promise<void> {
  const keys = pressedKeys()
  let decided: string | null = null
  let count = 0
  try {
    for await (const pair of queue(pairs)) {
      process.stdout.write(`\n${describePair(pair)}\n${HELP}\n`)
      for (;;) {
        const pressed = KEYS[(await keys.next()).value ?? 'q']
        if (pressed === 'quit') return
        if (pressed === 'skip') break
        if (pressed === 'undo') {
          if (decided !== null) await pairs.decide(decided, 'undo', by)
          process.stdout.write(decided === null ? 'Nothing to undo.\n' : `Undone: ${decided}\n`)
          count -= decided === null ? 0 : 1
          decided = null
        } else if (pressed !== undefined) {
          await pairs.decide(pair.id, pressed, by)
          process.stdout.write(`${pair.id}: ${pressed}\n`)
          decided = pair.id
          count++
          break
        }
      }
    }
    process.stdout.write('\nNo more pairs to decide.\n')
  } finally {
    await keys.return(undefined)
    process.stdout.write(`${count} decided.\n`)
  }
}

async function* queue(pairs: Reviewer): AsyncGenerator<ReviewPair> {
  let after: ReviewPosition | null = null
  do {
    const { items, next }: Awaited<ReturnType<Reviewer['page']>> = await pairs.page(after, PAGE)
    yield* items
    after = next
  } while (after !== null)
}

/** Yields single key presses on a terminal; otherwise the letters of the input, until it ends. */
async function* pressedKeys(): AsyncGenerator<string, undefined> {
  const { stdin } = process
  if (!stdin.isTTY) {
    for await (const line of createInterface({ input: stdin })) yield* line
    return
  }
  stdin.setRawMode(true)
  try {
    for await (const chunk of stdin) {
      // In raw mode, Ctrl-C no longer ends the process.
      for (const key of String(chunk)) yield key === '\u0003' ? 'q' : key
    }
  } finally {
    stdin.setRawMode(false)
  }
  return
}

/** Both records side by side; equal values are marked, so that the differences stand out. */
function describePair({ id, records: [left, right], distance_m, decision }: ReviewPair): string {
  const lines = ROWS.map(([name, read]) => [name, read(left), read(right)] as const).filter(
    ([, one, other]) => one !== '' || other !== ''
  )
  const width = Math.max(...lines.map(([, one]) => one.length), 20)
  const table = lines.map(
    ([name, one, other]) => `${name.padEnd(9)} ${one === other ? '=' : ' '} ${one.padEnd(width)}  │ ${other}`
  )
  const away = distance_m === null ? 'distance unknown' : `${Math.round(distance_m)} m apart`
  const reasons = decision.reasons.map(
    ({ evidence, level, weight }) =>
      `  ${weight > 0 ? '+' : ''}${weight.toFixed(2).padEnd(6)} ${evidence}: ${level}`
  )
  const sure = `${Math.round(100 * decision.probability)} % the same place`
  return [`${id}  ${sure}, ${away}`, ...table, ...reasons].join('\n')
}

const ROWS: readonly (readonly [string, (record: ReviewedRecord) => string])[] = [
  ['source', ({ source, id }) => `${source} ${id}`],
  ['name', ({ content }) => content.name],
  ['types', ({ content }) => content.types.join(' ')],
  ['street', ({ content: { address } }) => [address.street, address.complement].filter(Boolean).join(', ')],
  ['town', ({ content: { address } }) => [address.postcode, address.city].filter(Boolean).join(' ')],
  ['phone', ({ content }) => content.contacts.phone ?? ''],
  ['e-mail', ({ content }) => content.contacts.emails.join(' ')],
  ['site', ({ content }) => content.contacts.websites.join(' ')],
  ['SIRET', ({ content }) => content.siret ?? ''],
  ['RNA', ({ content }) => content.rna ?? ''],
  ['place', ({ place }) => place]
]
