import { type Command, InvalidArgumentError } from 'commander'
import { v7 as uuidv7 } from 'uuid'
import type { Account } from '../domain/accounts/account.ts'
import { type Email, emailKey, readEmail } from '../domain/accounts/email.ts'
import { closeAccount, grantRole } from '../domain/accounts/manage-account.ts'
import { ROLES, type Role, type RoleHeld, SCOPE_KINDS, SCOPES_OF, type Scope } from '../domain/permissions.ts'
import { keyFor } from '../domain/seal.ts'
import { accountList } from '../store/accounts/account-reader.ts'
import { accountActs } from '../store/accounts/account-writer.ts'
import { correctionReader } from '../store/corrections/correction-store.ts'
import { dataVersionReader } from '../store/db/data-version.ts'
import type { Database } from '../store/db/database.ts'
import { territoryRows } from '../store/territories/administrative-data.ts'
import { print } from './shell/print.ts'
import { textTable } from './shell/text-table.ts'
import { withDatabase } from './shell/with-database.ts'

type Granting = { readonly email: Email; readonly role: Role; readonly scope: Scope }
type Closing = { readonly email: Email; readonly eraseTexts?: boolean }

export function registerAccounts(program: Command): void {
  const accounts = program.command('accounts').description('manage the accounts of people who take part')
  accounts
    .command('grant')
    .description('give a role to the owner of an address, who need not have signed in before')
    .requiredOption('--email <address>', 'the address that signs in', readAddress)
    .requiredOption('--role <role>', ROLES.join(', '), readRole)
    .option('--scope <scope>', 'all, or a kind and a code, for example territory:department:58', readScope, {
      kind: 'all'
    })
    .action(async ({ email, role, scope }: Granting) => {
      const held = heldOf(role, scope)
      const { account, isNew } = await withDatabase(async (database) => {
        await refuseNoPlace(database, scope)
        const granting = {
          acts: accountActs(database),
          secret: dataVersionReader(database).secret,
          newId: uuidv7,
          now: () => new Date()
        }
        return grantRole(granting, email, held, 'system')
      })
      const name = `${account.id} is ${role}${scope.kind === 'all' ? '' : ` of ${scope.kind} ${scope.code}`}`
      print(isNew ? `${name}.\n` : `${name} already; nothing was changed.\n`)
    })
  accounts
    .command('list')
    .description('list the accounts that are open, with their roles')
    .action(async () => {
      const all = await withDatabase((database) => accountList(database, new Date()))
      print(all.length === 0 ? 'There are no accounts.\n' : `${textTable([HEAD, ...all.map(rowOf)])}\n`)
    })
  accounts
    .command('close')
    .description('close an account: its address and name are erased, and its roles and sessions end')
    .requiredOption('--email <address>', 'the address that signs in', readAddress)
    .option('--erase-texts', 'also erase the texts that its owner sent')
    .action(async ({ email, eraseTexts = false }: Closing) => {
      await withDatabase(async (database) => {
        const key = emailKey(email, keyFor('email', await dataVersionReader(database).secret()))
        const texts = eraseTexts ? 'erased' : 'kept'
        await accountActs(database).run(async (writer) => {
          const account = await writer.findByKey(key)
          if (account === null) throw new Error('No open account has this address.')
          await closeAccount(writer, account.id, { texts, by: 'system', now: new Date() })
        })
      })
      print('Closed.\n')
    })
}

const HEAD = ['id', 'address', 'name', 'last seen', 'roles']

const rowOf = ({ id, email, name, lastSeenOn, roles }: Account) => [
  id,
  email,
  name ?? '',
  lastSeenOn,
  roles
    .map(({ role, scope }) => (scope.kind === 'all' ? role : `${role} (${scope.kind} ${scope.code})`))
    .join(', ')
]

function heldOf(role: Role, scope: Scope): RoleHeld {
  const kinds = SCOPES_OF[role]
  if (!kinds.includes(scope.kind)) throw new Error(`The scope of a ${role} is ${kinds.join(' or ')}.`)
  return { role, scope }
}

async function refuseNoPlace(database: Pick<Database, 'batch'>, scope: Scope): Promise<void> {
  if (scope.kind !== 'place') return
  const isPlace = UUID.test(scope.code) && (await correctionReader(database).exists(scope.code))
  if (!isPlace) throw new Error(`There is no place ${scope.code}. Its id stands in the address of its page.`)
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function readAddress(text: string): Email {
  const email = readEmail(text)
  if (email === undefined)
    throw new InvalidArgumentError('It must be one e-mail address, such as ana@example.org.')
  return email
}

function readRole(text: string): Role {
  const role = ROLES.find((each) => each === text)
  if (role === undefined) throw new InvalidArgumentError(`It must be one of ${ROLES.join(', ')}.`)
  return role
}

function readScope(text: string): Scope {
  const [start = '', ...rest] = text.split(':')
  const kind = SCOPE_KINDS.find((each) => each === start)
  const code = rest.join(':')
  if (kind === 'all' && code === '') return { kind }
  if (kind === undefined || kind === 'all' || !/^[\w:.-]{1,100}$/.test(code))
    throw new InvalidArgumentError('It must be all, or a kind and a code: territory:department:58.')
  if (kind === 'territory' && !isTerritory(code))
    throw new InvalidArgumentError(
      `There is no territory ${code}. Write commune, epci, department or region, and its official code: territory:department:58.`
    )
  return { kind, code }
}

/** A mistyped code would make a moderator of nothing, and nothing would say so. */
const isTerritory = (written: string): boolean =>
  territoryRows().some(({ kind, code }) => `${kind}:${code}` === written)
