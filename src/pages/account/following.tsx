import type { Language } from '../../domain/language.ts'
import { subscriptionAddress } from '../addresses/subscribe-address.ts'
import { Section } from '../parts/prose.tsx'
import { SUBSCRIPTIONS } from '../wording/subscriptions.ts'

/** A subscription as `/v1/account/subscriptions` answers it. */
export type FollowedItem = { readonly id: string; readonly label: string | null }

/** What the account follows by e-mail; each leads to the page that changes or ends it. */
export function Following({
  items,
  lang
}: {
  readonly items: readonly FollowedItem[]
  readonly lang: Language
}) {
  const says = SUBSCRIPTIONS[lang]
  return (
    <Section title={says.inAccount}>
      {items.length === 0 ? (
        <p>{says.noneInAccount}</p>
      ) : (
        <ul>
          {items.map(({ id, label }) => (
            <li key={id}>
              <a href={subscriptionAddress(id, lang)}>{says.manage(label ?? says.search)}</a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
