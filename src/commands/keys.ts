import { type Command, InvalidArgumentError } from 'commander'
import { type AccessKey, isOpen, isScope, newKey } from '../domain/access/api-keys.ts'
import { keyStore } from '../store/access/key-store.ts'
import { print } from './shell/print.ts'
import { withDatabase } from './shell/with-database.ts'

type Creation = { readonly scope: readonly string[]; readonly name: string; readonly expires?: string }

export function registerKeys(program: Command): void {
  const keys = program.command('keys').description('manage the keys for writing over HTTP')
  keys
    .command('create')
    .description('create a key, and show it once')
    .requiredOption(
      '--scope <scope>',
      'sources:write:SLUG, review, privacy, contributions:write or moderation; repeat the option for several',
      gatherScopes
    )
    .requiredOption('--name <name>', 'holder of the key')
    .option('--expires <date>', 'last day on which it is valid, for example 2027-12-31', readDay)
    .action(async ({ scope, name, expires }: Creation) => {
      const { id, token, digest } = newKey()
      // Valid until the end of that day in UTC.
      const expires_at = expires === undefined ? null : `${expires}T23:59:59.999Z`
      await withDatabase(({ batch }) => keyStore(batch).add({ id, name, digest, scopes: scope, expires_at }))
      process.stderr.write('This is the key. It is not stored and will not be shown again:\n')
      print(`${token}\n`)
    })
  keys
    .command('list')
    .description('list all keys, without their secrets')
    .action(async () => {
      const all = await withDatabase(({ batch }) => keyStore(batch).list())
      print(`${all.map((key) => describe(key, new Date())).join('\n') || 'There are no keys.'}\n`)
    })
  keys
    .command('revoke')
    .description('make a key invalid at once')
    .argument('<id>', 'the twelve characters between the underscores of the key')
    .action(async (id: string) => {
      if (!(await withDatabase(({ batch }) => keyStore(batch).revoke(id)))) {
        throw new Error(`There is no active key with the id ${id}.`)
      }
      print(`Revoked ${id}.\n`)
    })
}

function describe(key: AccessKey, now: Date): string {
  const { id, name, scopes, created_at, expires_at, revoked_at, last_used_on } = key
  const state =
    revoked_at !== null
      ? `revoked on ${revoked_at.slice(0, 10)}`
      : isOpen(key, now)
        ? `valid${expires_at === null ? '' : ` until ${expires_at.slice(0, 10)}`}`
        : `expired on ${expires_at?.slice(0, 10)}`
  const used = last_used_on === null ? 'never used' : `last used on ${last_used_on}`
  return `${id}  ${name}: ${scopes.join(' ')}; created on ${created_at.slice(0, 10)}, ${state}, ${used}`
}

function gatherScopes(text: string, earlier: readonly string[] = []): readonly string[] {
  if (!isScope(text))
    throw new InvalidArgumentError(
      'A scope is sources:write:SLUG, review, privacy, contributions:write or moderation.'
    )
  return [...new Set([...earlier, text])]
}

function readDay(text: string): string {
  const day = new Date(`${text}T00:00:00Z`)
  if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && text.length === 10) return text
  throw new InvalidArgumentError('It must be a day, for example 2027-12-31.')
}
