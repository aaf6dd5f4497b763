import type { Language } from '../../domain/language.ts'
import type { Cadence } from '../../domain/subscriptions/subscription.ts'
import { subscriptionAddress } from '../addresses/subscribe-address.ts'
import { CodeField } from '../forms/fields.tsx'
import { type FieldFault, Form } from '../forms/form.tsx'
import type { FormFault } from '../forms/receive.ts'
import { Section } from '../parts/prose.tsx'
import { longDay } from '../wording/day.ts'
import { SUBSCRIPTIONS } from '../wording/subscriptions.ts'
import { CadenceField } from './cadence-field.tsx'
import { followedAddress } from './followed-address.ts'

/** A subscription as `/v1/subscriptions/{id}` answers it. */
export type AnsweredSubscription = {
  readonly id: string
  readonly state: 'asked' | 'on'
  readonly kind: 'place' | 'territory' | 'search'
  readonly subject: string
  readonly label: string | null
  readonly cadence: Cadence
  readonly created_at: string
}

type ConfirmProps = {
  readonly action: string
  readonly token: string
  readonly label: string | null
  readonly typed: string
  readonly faults: readonly FieldFault[]
  readonly fault: FormFault | undefined
  readonly lang: Language
}

/** Asks for the code of the mail. The link alone confirms nothing, because programs open the links of mails. */
export function ConfirmForm({ action, token, label, typed, faults, fault, lang }: ConfirmProps) {
  const says = SUBSCRIPTIONS[lang]
  return (
    <>
      <p class="lead">{label === null ? says.mailed : says.title(label)}</p>
      <Form action={action} token={token} lang={lang} submit={says.confirm} faults={faults} fault={fault}>
        <CodeField label={says.code} hint={says.codeHint} value={typed} faults={faults} lang={lang} />
      </Form>
    </>
  )
}

type ManageProps = {
  readonly subscription: AnsweredSubscription
  readonly notice: string | undefined
  readonly tokens: { readonly change: string; readonly end: string }
  readonly faults: { readonly change: FormFault | undefined; readonly end: FormFault | undefined }
  readonly lang: Language
}

/** What is followed, how often mails come, and the button that ends them. */
export function ManageForms({ subscription, notice, tokens, faults, lang }: ManageProps) {
  const says = SUBSCRIPTIONS[lang]
  const { id, label, cadence, created_at: made } = subscription
  return (
    <>
      {notice && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      <p class="lead">
        {says.manageLead} <a href={followedAddress(subscription, lang)}>{label ?? says.search}</a>
      </p>
      <p>{says.since(longDay(lang, made))}</p>
      <Section title={says.endTitle}>
        <p>{says.endText}</p>
        <Form
          action={subscriptionAddress(id, lang, { act: 'arreter' })}
          token={tokens.end}
          lang={lang}
          submit={says.end}
          fault={faults.end}
        />
      </Section>
      <Section title={says.changeTitle}>
        <Form
          action={subscriptionAddress(id, lang, { act: 'frequence' })}
          token={tokens.change}
          lang={lang}
          submit={says.change}
          fault={faults.change}
        >
          <CadenceField value={cadence} lang={lang} />
        </Form>
      </Section>
    </>
  )
}
