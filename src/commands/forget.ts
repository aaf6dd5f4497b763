import { type Command, InvalidArgumentError } from 'commander'
import { v7 as uuidv7 } from 'uuid'
import { accountsWith, forgetAddresses } from '../domain/accounts/manage-account.ts'
import { eraser } from '../domain/erasure/eraser.ts'
import type { Eraser, ErasureReport, ErasureRequest } from '../domain/erasure/erasure.ts'
import { accountActs } from '../store/accounts/account-writer.ts'
import { dataVersionReader } from '../store/db/data-version.ts'
import type { Database } from '../store/db/database.ts'
import { erasurePublishing } from '../store/erasure/erasure-store.ts'
import { readJournal } from '../store/erasure/hold-reader.ts'
import { officialTowns } from '../store/territories/official-towns.ts'
import { print } from './shell/print.ts'
import { textTable } from './shell/text-table.ts'
import { withDatabase } from './shell/with-database.ts'

type Options = {
  readonly person?: readonly string[]
  readonly email?: readonly string[]
  readonly phone?: readonly string[]
  readonly place?: string
  readonly source?: string
  readonly doubtful?: boolean
  readonly dryRun?: boolean
  readonly list?: boolean
  readonly release?: string
  readonly by?: string
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function registerForget(program: Command): void {
  program
    .command('forget')
    .description('erase a person, or the records of a place, now and against later imports')
    .option(
      '--person <name>',
      'first name and family name; repeat it for other names of the same person',
      gather
    )
    .option('--email <address>', 'an e-mail address of the person', gather)
    .option('--phone <number>', 'a phone number of the person', gather)
    .option('--doubtful', 'also spellings that may mean somebody else, such as initials')
    .option('--place <id>', 'take the records of this place out as a whole', readId)
    .option('--source <slug>', 'with --place: only the records of this source')
    .option('--list', 'list what was erased, without the persons')
    .option('--release <id>', 'no longer hold a mistaken erasure against imports', readId)
    .option('--by <name>', 'who erases or releases, for the journal')
    .option('--dry-run', 'show what would be taken out and where, and change nothing')
    .action(async ({ by: given, dryRun = false, list = false, release, ...options }: Options) => {
      const by = given?.trim() || 'annuaire forget'
      if (list || release !== undefined) {
        if (dryRun || (list && release !== undefined) || Object.keys(options).length > 0)
          throw new Error('--list and --release stand alone; only --release takes --by.')
        return print(await (release === undefined ? listed() : released(release, by)))
      }
      const request = requestOf(options)
      await withDatabase(async (database) => {
        print(describe(await eraserOf(database).erase(request, { by, dryRun })))
        const emails = options.email ?? []
        const closed = dryRun
          ? await accountsWith(accountsOf(database), emails)
          : await forgetAddresses(accountsOf(database), emails, 'system')
        const accounts = closed === 1 ? 'one account' : `${closed} accounts`
        if (closed > 0) print(dryRun ? `Would close ${accounts}.\n` : `Closed ${accounts}.\n`)
      })
    })
}

const eraserOf = (database: Pick<Database, 'batch'>): Eraser =>
  eraser({
    publishing: erasurePublishing(database),
    towns: officialTowns,
    newId: uuidv7,
    now: () => new Date()
  })

const accountsOf = (database: Database) => ({
  acts: accountActs(database),
  secret: dataVersionReader(database).secret,
  now: () => new Date()
})

async function listed(): Promise<string> {
  const erasures = await withDatabase(({ batch }) => readJournal(batch))
  if (erasures.length === 0) return 'Nothing was erased.\n'
  const rows = erasures.map(({ id, at, what, by, places, holds, released_at, released_by }) => [
    id,
    at.slice(0, 10),
    what,
    places.length,
    holds,
    by,
    released_at === null ? '' : `${released_at.slice(0, 10)} by ${released_by}`
  ])
  return `${textTable([['id', 'erased', 'what', 'places', 'holds', 'by', 'released'], ...rows])}\n`
}

async function released(id: string, by: string): Promise<string> {
  const release = await withDatabase((database) => eraserOf(database).release(id, by))
  if (release === 'unknown') throw new Error(`Nothing was erased under the id ${id}; see --list.`)
  if (release === 'again') return 'It was released before; nothing was changed.\n'
  return 'Released. The next import of each source brings back what it still lists; --force reads unchanged files again.\n'
}

function requestOf({
  person,
  email,
  phone,
  doubtful,
  place,
  source
}: Omit<Options, 'by' | 'dryRun' | 'list' | 'release'>): ErasureRequest {
  const [names, emails, phones] = [person ?? [], email ?? [], phone ?? []]
  const isPerson = names.length + emails.length + phones.length > 0
  if (place !== undefined) {
    if (isPerson || doubtful === true) throw new Error('Erase a person and a place with two commands.')
    return { what: 'place', place, source: source ?? null }
  }
  if (!isPerson) throw new Error('Say whom to erase: --person, --email, --phone or --place.')
  if (source !== undefined) throw new Error('--source is only for --place.')
  return { what: 'person', names, emails, phones, doubtful: doubtful ?? false }
}

function describe(report: ErasureReport): string {
  const { id, dry_run, repeated, erased_at, counts, places, found, doubtful } = report
  const lines = [
    ...found.map(({ table, row, field, found: words }) =>
      words === null ? `${table} ${row}: the whole row` : `${table} ${row}, ${field}: ${words}`
    ),
    ...(counts.length === 0
      ? []
      : [
          textTable([
            ['table', 'changed', 'deleted'],
            ...counts.map(({ table, changed, deleted }) => [table, changed, deleted])
          ])
        ]),
    ...places.map((place) => `${place.id}  ${place.outcome}`),
    ...doubtful.map(
      ({ source, record, place, found: words }) =>
        `left: ${source}/${record}${place === null ? '' : `, place ${place}`}${words.length === 0 ? '' : `: ${words.join(', ')}`}`
    )
  ]
  return [...lines, closing(), ''].join('\n')

  function closing(): string {
    if (repeated) return `Erased on ${erased_at?.slice(0, 10)} already; nothing is left to take out.`
    if (dry_run)
      return `${places.length} ${places.length === 1 ? 'place' : 'places'} would change. Nothing was changed.`
    if (id === null) return 'No record of the place was found. Nothing was changed.'
    const left =
      doubtful.length === 0
        ? ''
        : ` ${doubtful.length} records were left, see above; --doubtful takes them too.`
    return `Erased (${id}), and held against later imports.${left}`
  }
}

const gather = (text: string, earlier: readonly string[] = []): readonly string[] => [...earlier, text]

function readId(text: string): string {
  if (UUID.test(text)) return text.toLowerCase()
  throw new InvalidArgumentError('It must be an id, a UUID.')
}
