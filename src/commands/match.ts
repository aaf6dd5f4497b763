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

/** Pairs fetched at a time: a screenful of decisions. */
const PAGE = 50

export function registerMatch(program: Command): void {
  const match = program.command('match').description('which records describe one place')
  match
    .command('run')
    .description(
      'compare the records that are due: after an upgrade that judges otherwise all of them, step by step, as the next ' +
        'import would at once; it may be stopped, and goes on from there'
    )
    .option('--anew', 'all records, even those that were compared by the rules of this release')
    .action(async ({ anew = false }: { readonly anew?: boolean }) => {
      let compared = 0
      const onStep = (more: number) => {
        compared += more
        process.stdout.write(`${compared} records compared\n`)
      }
      await withDatabase((database) => matchDue(matchPublishing(database), officialTowns(), { anew, onStep }))
      process.stdout.write('All records are compared.\n')
    })
  match
    .command('review')
    .description('decide, pair by pair and key by key, what the evidence leaves open')
    .requiredOption('--by <name>', 'who decides: kept with each decision')
    .action(async ({ by }: { readonly by: string }) => {
      if (by.trim() === '') throw new Error('Say who decides, by --by NAME.')
      await withDatabase((database) => review(reviewerOf(database), by.trim()))
    })
  match
    .command('decisions')
    .description('what people decided, as NDJSON: to fit and measure the matching with')
    .action(writeDecisions)
}

const reviewerOf = (database: Database): Reviewer =>
  reviewer({
    reader: reviewReader(database),
    publishing: reviewPublishing(database),
    towns: officialTowns
  })

/** One decision a line, which `scripts/fit-matching.ts` and `npm run bench -- matching` learn from and measure on. */
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

const HELP = '[s]ame  [d]ifferent  [n]ext, undecided  [u]ndo the last  [q]uit'

async function review(pairs: Reviewer, by: string): Promise<void> {
  const keys = pressedKeys()
  let decided: string | null = null
  let count = 0
  try {
    for await (const pair of queue(pairs)) {
      process.stdout.write(`\n${shown(pair)}\n${HELP}\n`)
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
    process.stdout.write('\nNothing else is open.\n')
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

/** One key at a time on a terminal; elsewhere the letters of what is written to it, and the end is the end. */
async function* pressedKeys(): AsyncGenerator<string, undefined> {
  const { stdin } = process
  if (!stdin.isTTY) {
    for await (const line of createInterface({ input: stdin })) yield* line
    return
  }
  stdin.setRawMode(true)
  try {
    for await (const chunk of stdin) {
      // Raw, the terminal no longer ends the process by itself.
      for (const key of String(chunk)) yield key === '\u0003' ? 'q' : key
    }
  } finally {
    stdin.setRawMode(false)
  }
  return
}

/** Side by side; what both say alike is marked, so that the eye goes to the rest. */
export function shown({ id, records: [left, right], distance_m, decision }: ReviewPair): string {
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
  const sure = `${Math.round(100 * decision.probability)} % one place`
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
