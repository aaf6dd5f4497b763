import type { Category, ContributionKind } from '../../domain/contributions/categories.ts'
import type { ContributionState } from '../../domain/contributions/machine.ts'
import type { Language } from '../../domain/language.ts'
import { trackingAddress } from '../addresses/report-address.ts'
import { Section } from '../parts/prose.tsx'
import { ACCOUNT } from '../wording/account.ts'
import { CONTRIBUTIONS } from '../wording/contributions.ts'
import { longDay } from '../wording/day.ts'
import { whatOf } from '../wording/sent.ts'

/** A report or a proposal as `/v1/account/contributions` lists it. */
export type SentContribution = {
  readonly reference: string
  readonly kind: ContributionKind
  readonly edit: 'proposed' | 'published' | null
  readonly category: Category
  readonly state: ContributionState
  readonly created_at: string
  readonly about: { readonly name: string; readonly city: string | null } | null
}

type Props = { readonly sent: readonly SentContribution[]; readonly lang: Language }

/** What was reported and proposed with the account: about which place, and what became of it. */
export function Sent({ sent, lang }: Props) {
  const says = ACCOUNT[lang]
  const { states } = CONTRIBUTIONS[lang]
  return (
    <Section title={says.sent}>
      {sent.length === 0 ? (
        <p>{says.nothingSent}</p>
      ) : (
        <ul>
          {sent.map(({ reference, kind, edit, category, state, created_at: at, about }) => (
            <li key={reference}>
              <a href={trackingAddress(reference, lang)}>
                {whatOf({ kind, edit, category }, lang)}
                {about && (
                  <>
                    {lang === 'fr' ? '\u00a0: ' : ': '}
                    <span lang="fr">{[about.name, about.city].filter(Boolean).join(', ')}</span>
                  </>
                )}
              </a>
              , {longDay(lang, at)}
              {lang === 'fr' ? '\u00a0: ' : ': '}
              <strong>{states[state].name}</strong>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
