import { type InputFault, invalidInput } from '../errors.ts'
import type { PersonRequest } from './erasure.ts'
import type { ErasureWriter, NamedPerson } from './erasure-ports.ts'
import { type Digester, holdsOf } from './holds.ts'
import { matcherOf } from './matcher.ts'
import {
  canonicalEmail,
  canonicalPhone,
  isMobile,
  isOfficeEmail,
  type Name,
  type Person,
  readName
} from './person.ts'
import { wordsOf } from './screen-record.ts'
import { tracesIn } from './traces.ts'

/** Reads the description of a person. Throws `invalidInput`, which names the entries by number and never repeats them. */
export function personOf({ names, emails, phones }: PersonRequest): Person {
  const faults: InputFault[] = []
  const read = <Value>(
    entries: readonly string[],
    parse: (text: string) => Value | null,
    at: string,
    detail: string
  ) =>
    entries.flatMap((text, index): readonly Value[] => {
      const value = parse(text)
      if (value === null) faults.push({ pointer: `/${at}/${index}`, detail })
      return value === null ? [] : [value]
    })
  const person = {
    names: read(
      names,
      readName,
      'persons',
      'Give a first name and a family name, each of two letters or more.'
    ),
    emails: read(emails, canonicalEmail, 'emails', 'Give a whole e-mail address.'),
    phones: read(phones, canonicalPhone, 'phones', 'Give a whole number, with at least nine digits.')
  }
  if (faults.length > 0) throw invalidInput(faults)
  if (names.length + emails.length + phones.length === 0)
    throw invalidInput([
      { pointer: '', detail: 'Give a name, an e-mail address, a phone number or a place.' }
    ])
  return person
}

/**
 * Adds what records say of the person in charge: the e-mail address and the mobile number beside the name, or the name
 * beside them. Left out is what may be somebody else's: addresses of offices, numbers that are not of mobile phones, and
 * what stands beside another name too.
 */
export async function withLinked(
  writer: Pick<ErasureWriter, 'persons'>,
  person: Person,
  digest: Digester
): Promise<Person> {
  const isHers = recogniser(person, digest)
  const hers = (await writer.persons(person)).filter(isHers)
  const emails = distinct(hers.flatMap(({ email }) => canonicalEmail(email ?? '') ?? [])).filter(
    (email) => !isOfficeEmail(email)
  )
  const phones = distinct(hers.flatMap(({ phone }) => canonicalPhone(phone ?? '') ?? [])).filter(isMobile)
  const names = person.names.length > 0 ? person.names : soleName(hers)
  const found = { names, emails, phones }
  const shared = (await writer.persons({ ...found, names: [] })).filter(
    (other) => !recogniser({ ...person, names }, digest)(other)
  )
  const isShared = (value: string, of: (other: NamedPerson) => string | null) =>
    shared.some((other) => of(other) === value)
  return {
    names,
    emails: distinct([
      ...person.emails,
      ...emails.filter((email) => !isShared(email, (other) => canonicalEmail(other.email ?? '')))
    ]),
    phones: distinct([
      ...person.phones,
      ...phones.filter((phone) => !isShared(phone, (other) => canonicalPhone(other.phone ?? '')))
    ])
  }
}

function recogniser(person: Person, digest: Digester): (named: NamedPerson) => boolean {
  const matcher = matcherOf(holdsOf(person, digest), digest)
  return ({ name, phone, email }) =>
    [name, phone, email].some((text) => tracesIn(text ?? '', matcher).some(({ isSure }) => isSure))
}

/** The name that stands beside an e-mail address or a number, if there is only one. */
function soleName(named: readonly NamedPerson[]): readonly Name[] {
  const names = new Map(named.map(({ name }) => [wordsOf(name).toSorted().join(' '), name]))
  const [name = ''] = names.values()
  const read = names.size === 1 ? readName(name) : null
  return read === null ? [] : [read]
}

const distinct = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)]
