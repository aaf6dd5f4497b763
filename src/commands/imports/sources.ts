import { type Command, InvalidArgumentError } from 'commander'
import { CORRECTIONS } from '../../domain/places/corrections.ts'
import { findSource } from '../../importers/sources/sources.ts'
import { createSource } from '../../store/imports/source-definitions.ts'
import { withDatabase } from '../shell/with-database.ts'

type Creation = {
  readonly name: string
  readonly licence: string
  readonly priority: number
  readonly homepage?: string
  readonly publishesPersons?: boolean
}

export function registerSources(program: Command): void {
  const sources = program.command('sources').description('directories that send their records by HTTP')
  sources
    .command('create')
    .description('announce a source, so that PUT /v1/sources/SLUG/records takes its records')
    .argument('<slug>', 'its name in addresses and scopes', readSlug)
    .requiredOption('--name <name>', 'its name as people read it')
    .requiredOption('--licence <licence>', 'SPDX id or name of the licence of its records')
    .requiredOption(
      '--priority <n>',
      'the higher, the more it is believed where sources disagree',
      readPriority
    )
    .option('--homepage <url>', 'its own page')
    .option('--publishes-persons', 'it permits showing the phone and e-mail of the person in charge')
    .action(async (slug: string, options: Creation) => {
      await create(slug, options)
      process.stdout.write(
        `Created ${slug}. A key for it: annuaire keys create --scope sources:write:${slug} --name …\n`
      )
    })
}

async function create(slug: string, options: Creation): Promise<void> {
  const { name, licence, priority, homepage = null, publishesPersons = false } = options
  const definition = {
    source: slug,
    name,
    licence,
    priority,
    homepage,
    publishes_persons: publishesPersons,
    gives: 'places' as const
  }
  await withDatabase(async ({ batch }) => {
    if (!(await createSource(batch, definition))) throw new Error(`There is a source ${slug} already.`)
  })
}

function readSlug(text: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) {
    throw new InvalidArgumentError('small letters, digits and hyphens, as mediatheques-normandie.')
  }
  if (text === CORRECTIONS.source || findSource(text) !== undefined) {
    throw new InvalidArgumentError('the program has a source of this name already.')
  }
  return text
}

function readPriority(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('a whole number from 0 to 9999; the national standard has 50.')
}
