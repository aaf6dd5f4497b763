import { type Command, InvalidArgumentError } from 'commander'
import { type Email, readEmail } from '../../domain/accounts/email.ts'
import type { Language } from '../../domain/language.ts'
import {
  endFeedback,
  findFeedback,
  isFeedbackRefused,
  setFeedback
} from '../../store/feedback/feedback-store.ts'
import { print } from '../shell/print.ts'
import { withDatabase } from '../shell/with-database.ts'

type Options = { readonly email?: Email; readonly language?: Language; readonly stop?: boolean }

/** The address is shown here and nowhere else: who runs commands administers the directory. */
export function registerFeedback(sources: Command): void {
  sources
    .command('feedback')
    .description(
      'show or set where the owner of a source gets the accepted corrections of its records, once a week'
    )
    .argument('<slug>', 'name of the source')
    .option('--email <address>', 'the address', readFeedbackAddress)
    .option('--language <language>', 'of the mails: fr (the default) or en', readLanguage)
    .option('--stop', 'delete the address, so that no mail is sent')
    .action(async (slug: string, options: Options) => {
      print(`${await act(slug, options)}\n`)
    })
}

const act = (slug: string, { email, language, stop = false }: Options): Promise<string> =>
  withDatabase(async (database) => {
    if (stop && (email ?? language) !== undefined) throw new Error('--stop takes no other options.')
    const known = await findFeedback(database, slug)
    if (stop && (await endFeedback(database, slug))) return `The owner of ${slug} gets no mails any more.`
    const address = email ?? known?.email
    if (!stop && (email ?? language) !== undefined && address !== undefined) {
      const given = { email: address, language: language ?? known?.language ?? 'fr', now: new Date() }
      if (!(await setFeedback(database, slug, given))) throw new Error(`There is no source ${slug}.`)
    }
    const set = await findFeedback(database, slug)
    if (set === null) return `No address is set for ${slug}.`
    const refused = await isFeedbackRefused(database, set.email)
    const state = refused ? ' This address accepts no mail: give another one.' : ''
    return `The owner of ${slug} gets corrections at ${set.email} (${set.language}), on Mondays.${state}`
  })

export function readFeedbackAddress(text: string): Email {
  const email = readEmail(text)
  if (email === undefined)
    throw new InvalidArgumentError('It must be one e-mail address, such as fichier@example.org.')
  return email
}

function readLanguage(text: string): Language {
  if (text === 'fr' || text === 'en') return text
  throw new InvalidArgumentError('It must be fr or en.')
}
