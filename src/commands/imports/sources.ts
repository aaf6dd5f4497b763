import { type Command, InvalidArgumentError } from 'commander'
import type { Email } from '../../domain/accounts/email.ts'
import { TRUSTED_FROM } from '../../domain/places/compose-rules.ts'
import { CORRECTIONS } from '../../domain/places/corrections.ts'
import { findSource } from '../../importers/sources/sources.ts'
import { setFeedback } from '../../store/feedback/feedback-store.ts'
import { acceptSource, createSource } from '../../store/imports/source-definitions.ts'
import { print } from '../shell/print.ts'
import { withDatabase } from '../shell/with-database.ts'
import { readFeedbackAddress, registerFeedback } from './source-feedback.ts'

type Creation = {
  readonly name: string
  readonly licence: string
  readonly priority: number
  readonly homepage?: string
  readonly publishesPersons?: boolean
  readonly mayQuote?: boolean
  readonly feedbackEmail?: Email
}

export function registerSources(program: Command): void {
  const sources = program
    .command('sources')
    .description('manage directories that send their records over HTTP')
  registerCreate(sources)
  registerFeedback(sources)
  sources
    .command('accept')
    .description('accept a source whose runs wait because they would join or change many places of others')
    .argument('<slug>', 'name of the source')
    .action(async (slug: string) => {
      await accept(slug)
      print(`Accepted ${slug}. Import its file again, or let it send its records again.\n`)
    })
}

function registerCreate(sources: Command): void {
  sources
    .command('create')
    .description('create a source, so that PUT /v1/sources/SLUG/records accepts its records')
    .argument('<slug>', 'name of the source in URLs and scopes', readSlug)
    .requiredOption('--name <name>', 'name shown to people')
    .requiredOption('--licence <licence>', 'SPDX id or name of the licence of the records')
    .requiredOption(
      '--priority <n>',
      `if sources disagree, the one with the highest priority wins; below ${TRUSTED_FROM}, it needs a second source for contacts and hours`,
      readPriority
    )
    .option('--homepage <url>', 'website of the source', readHomepage)
    .option(
      '--publishes-persons',
      'the source permits publishing the phone and e-mail of the person in charge'
    )
    .option(
      '--may-quote',
      'numbers of other directories in its records merge them with the records there, if the name or address agrees'
    )
    .option(
      '--feedback-email <address>',
      'where its owner gets the accepted corrections of its records, once a week, in French; never shown in public',
      readFeedbackAddress
    )
    .action(async (slug: string, options: Creation) => {
      await create(slug, options)
      print(`Created ${slug}. A key for it: annuaire keys create --scope sources:write:${slug} --name …\n`)
    })
}

async function accept(slug: string): Promise<void> {
  await withDatabase(async ({ batch }) => {
    if (!(await acceptSource(batch, slug))) throw new Error(`There is no source ${slug}.`)
  })
}

async function create(slug: string, options: Creation): Promise<void> {
  const { name, licence, priority, homepage = null, publishesPersons = false, mayQuote = false } = options
  const { feedbackEmail: email } = options
  const definition = {
    source: slug,
    name,
    licence,
    priority,
    homepage,
    publishes_persons: publishesPersons,
    may_quote: mayQuote,
    gives: 'places' as const
  }
  await withDatabase(async ({ batch }) => {
    if (!(await createSource(batch, definition))) throw new Error(`The source ${slug} already exists.`)
    if (email) await setFeedback({ batch }, slug, { email, language: 'fr', now: new Date() })
  })
}

function readSlug(text: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) {
    throw new InvalidArgumentError(
      'It may contain lower-case letters, digits and hyphens, for example mediatheques-normandie.'
    )
  }
  if (text === CORRECTIONS.source || findSource(text) !== undefined) {
    throw new InvalidArgumentError('A built-in source already has this name.')
  }
  return text
}

/** Pages link to it, so it must not be an address that runs a script. */
function readHomepage(text: string): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : null
  if (protocol === 'http:' || protocol === 'https:') return text
  throw new InvalidArgumentError('It must be an http or https address.')
}

function readPriority(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number from 0 to 9999; the national standard has 50.')
}
