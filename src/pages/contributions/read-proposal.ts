import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { readEmail } from '../../domain/accounts/email.ts'
import { TEXT_MOST } from '../../domain/contributions/contribution.ts'
import type { Language } from '../../domain/language.ts'
import { isCode } from '../../domain/vocabularies/vocabularies.ts'
import type { FieldFault } from '../forms/form.tsx'
import { listIn, textIn, type Values } from '../forms/receive.ts'
import { PROPOSAL } from '../wording/proposal.ts'

/** The names of the fields that say what its author has seen before sending. */
export const SEEN = { places: 'lieux_vus', hours: 'horaires_vus' } as const
/** The name of the button that leads back to the form. */
export const CHANGE = 'modifier'

/** The fields of one line, by the name that forms give them. */
const LINES = [
  'nom',
  'genre',
  'rue',
  'complement',
  'code_postal',
  'commune',
  'telephone',
  'courriel_lieu',
  'site',
  'horaires',
  'precisions',
  'courriel'
] as const

export type TypedProposal = Readonly<Record<(typeof LINES)[number], string>> & {
  readonly services: readonly string[]
  readonly publics: readonly string[]
}

export function typedProposal(values: Values): TypedProposal {
  const lines = Object.fromEntries(LINES.map((name) => [name, textIn(values, name)]))
  return {
    ...(lines as Record<(typeof LINES)[number], string>),
    services: listIn(values, 'services').filter((code) => isCode('service', code)),
    publics: listIn(values, 'publics').filter((code) => isCode('audience', code))
  }
}

const LONGEST = { line: 200, hours: 1_000 } as const

/** Who is signed in needs no address: the account has one that is confirmed. */
export function proposalFaults(
  typed: TypedProposal,
  lang: Language,
  isSignedIn: boolean
): readonly FieldFault[] {
  const says = PROPOSAL[lang]
  const faults: FieldFault[] = []
  const refuse = (name: (typeof LINES)[number], text: string) => faults.push({ name, text })
  if (typed.nom === '') refuse('nom', says.needsName)
  if (!isCode('type', typed.genre)) refuse('genre', says.needsKind)
  if (typed.code_postal !== '' && !/^\d{5}$/.test(typed.code_postal)) refuse('code_postal', says.badPostcode)
  if (typed.commune === '') refuse('commune', says.needsTown)
  if (typed.telephone !== '' && phoneOf(typed) === undefined) refuse('telephone', says.badPhone)
  if (typed.courriel_lieu !== '' && readEmail(typed.courriel_lieu) === undefined)
    refuse('courriel_lieu', says.badEmail)
  if (typed.site !== '' && !URL.canParse(siteOf(typed))) refuse('site', says.badSite)
  if (typed.courriel === '') {
    if (!isSignedIn) refuse('courriel', says.needsEmail)
  } else if (readEmail(typed.courriel) === undefined) refuse('courriel', says.badEmail)
  for (const name of LINES) {
    const most = name === 'precisions' ? TEXT_MOST : name === 'horaires' ? LONGEST.hours : LONGEST.line
    if (typed[name].length > most) refuse(name, says.tooLong(most))
  }
  return faults
}

/** The place as the API takes it. */
export const placeOf = (typed: TypedProposal) => ({
  name: typed.nom,
  types: [typed.genre],
  street: typed.rue || null,
  complement: typed.complement || null,
  postcode: typed.code_postal || null,
  city: typed.commune,
  phone: phoneOf(typed) ?? null,
  emails: typed.courriel_lieu ? [typed.courriel_lieu] : [],
  websites: typed.site ? [siteOf(typed)] : [],
  opening_hours: typed.horaires || null,
  services: typed.services,
  audiences: typed.publics
})

function phoneOf({ telephone }: TypedProposal): string | undefined {
  const phone = parsePhoneNumberFromString(telephone, 'FR')
  return phone?.isValid() ? phone.number : undefined
}

/** People leave the scheme out; nothing says that the site has a certificate. */
const siteOf = ({ site }: TypedProposal): string => (/^https?:\/\//i.test(site) ? site : `http://${site}`)

/** Where a fault of the API stands in the form. */
export const FIELD_OF: Readonly<Record<string, (typeof LINES)[number]>> = {
  name: 'nom',
  types: 'genre',
  street: 'rue',
  complement: 'complement',
  postcode: 'code_postal',
  city: 'commune',
  phone: 'telephone',
  emails: 'courriel_lieu',
  websites: 'site',
  opening_hours: 'horaires',
  email: 'courriel',
  text: 'precisions'
}
