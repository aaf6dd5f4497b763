import { type Contacts, type Evidence, evidenceIn, ownDomain } from '../../domain/claims/evidence.ts'
import type { Runner } from '../db/sql.ts'
import { correctedContacts, oldContacts, sitesMentioning } from './claims.sql.ts'

type CorrectedRow = {
  readonly field: 'contacts.emails' | 'contacts.websites'
  readonly value: readonly string[] | null
}

/** What sources have said about a place since before an instant. */
export async function evidenceOf(runner: Runner, place: string, before: Date): Promise<Evidence> {
  const { rows } = await runner.query<Contacts>(oldContacts(place, before))
  const corrections = (await runner.query<CorrectedRow>(correctedContacts(place))).rows
  const corrected = (field: CorrectedRow['field']) => {
    const last = corrections.find((each) => each.field === field)
    return last === undefined ? undefined : (last.value ?? [])
  }
  const [emails, websites] = [corrected('contacts.emails'), corrected('contacts.websites')]
  return evidenceIn(rows, { ...(emails && { emails }), ...(websites && { websites }) })
}

/** More sites than this are not read: so many mention the name of a domain by chance only if it is a very short one. */
const MOST_READ = 500

export async function placesOn(runner: Runner, domain: string, most: number): Promise<number> {
  const { rows } = await runner.query<{ websites: readonly string[] }>(sitesMentioning(domain, MOST_READ))
  if (rows.length === MOST_READ) return most
  return Math.min(
    most,
    rows.filter(({ websites }) => websites.some((site) => ownDomain(site) === domain)).length
  )
}
