import type { Language } from '../../domain/language.ts'
import type { CodeParameter } from '../../domain/vocabularies/term.ts'
import { termLabel } from '../../domain/vocabularies/term-label.ts'
import { codesOf } from '../../domain/vocabularies/vocabularies.ts'
import { pageAddress } from '../addresses/pages.ts'
import { proposalAddress } from '../addresses/report-address.ts'
import { AreaField, BoxesField, SelectField, TextField } from '../forms/fields.tsx'
import { type FieldFault, Form } from '../forms/form.tsx'
import type { FormFault } from '../forms/receive.ts'
import { Section } from '../parts/prose.tsx'
import { CONTRIBUTIONS } from '../wording/contributions.ts'
import { PROPOSAL } from '../wording/proposal.ts'
import { ProposalCheck, type SimilarPlace } from './proposal-check.tsx'
import type { TypedProposal } from './read-proposal.ts'

type Props = {
  readonly typed: TypedProposal
  readonly token: string
  readonly faults: readonly FieldFault[]
  readonly fault: FormFault | undefined
  /** The places that it may be, once they were looked for. */
  readonly similar: readonly SimilarPlace[] | undefined
  /** Whether a session was sent with the form: then the address of the account is enough. */
  readonly isSignedIn: boolean
  readonly lang: Language
}

/** The form, or what its author should see before sending, once it is filled in. */
export const ProposalForm = ({ similar, ...props }: Props) =>
  similar === undefined ? <Fields {...props} /> : <ProposalCheck {...props} similar={similar} />

/** The kinds of place of which the directory has most. */
const FREQUENT = ['RFS', 'CS', 'BIB', 'EPN', 'ASSO', 'TIERS_LIEUX', 'MUNI', 'FABLAB', 'CSC', 'CCAS']

function Fields({ typed, token, faults, fault, isSignedIn, lang }: Omit<Props, 'similar'>) {
  const says = PROPOSAL[lang]
  const line = (
    name: Exclude<keyof TypedProposal, 'services' | 'publics'>,
    label: string,
    hint?: string
  ) => ({
    ...{ name, label, hint, faults, lang, value: typed[name] }
  })
  return (
    <div class="prose">
      <h1>{says.title}</h1>
      <p class="lead">{says.lead}</p>
      <Form
        action={proposalAddress(lang)}
        token={token}
        lang={lang}
        submit={says.next}
        faults={faults}
        fault={fault}
      >
        <Section title={says.place}>
          <TextField {...line('nom', says.name, says.nameHint)} autocomplete="off" />
          <SelectField
            {...line('genre', says.kind)}
            none={says.choose}
            options={kindsOffered(lang)}
            first={{ title: says.frequentKinds, rest: says.allKinds, values: FREQUENT }}
          />
        </Section>
        <Section title={says.where}>
          <TextField {...line('rue', says.street, says.streetHint)} autocomplete="off" optional />
          <TextField
            {...line('complement', says.complement, says.complementHint)}
            autocomplete="off"
            optional
          />
          <TextField
            {...line('code_postal', says.postcode, says.postcodeHint)}
            inputmode="numeric"
            autocomplete="off"
            optional
          />
          <TextField {...line('commune', says.town)} autocomplete="off" />
        </Section>
        <Section title={says.contact}>
          <TextField
            {...line('telephone', says.phone, says.phoneHint)}
            type="tel"
            autocomplete="off"
            optional
          />
          <TextField
            {...line('courriel_lieu', says.placeEmail, says.placeEmailHint)}
            type="email"
            autocomplete="off"
            optional
          />
          <TextField
            {...line('site', says.site, says.siteHint)}
            inputmode="url"
            autocomplete="off"
            optional
          />
        </Section>
        <Section title={says.offers}>
          <AreaField {...line('horaires', says.hours, says.hoursHint)} rows={3} optional />
          <BoxesField
            {...{ name: 'services', label: says.services, faults, lang, optional: true }}
            options={optionsOf('service', lang)}
            values={typed.services}
          />
          <BoxesField
            {...{ name: 'publics', label: says.audiences, faults, lang, optional: true }}
            options={optionsOf('audience', lang)}
            values={typed.publics}
          />
        </Section>
        <Section title={says.you}>
          <AreaField {...line('precisions', says.more, says.moreHint)} rows={3} optional />
          <TextField
            {...line('courriel', says.email, isSignedIn ? says.emailSignedIn : says.emailHint)}
            type="email"
            autocomplete="email"
            optional={isSignedIn}
          />
        </Section>
        <p>{says.licence}</p>
      </Form>
      <p>
        <a href={pageAddress('privacy', lang)}>{CONTRIBUTIONS[lang].privacy}</a>
      </p>
    </div>
  )
}

/** The kinds of place in the order of the alphabet. Two codes with the same label are one choice: the first of them. */
const kindsOffered = (lang: Language) =>
  optionsOf('type', lang)
    .filter(({ label }, nth, all) => all.findIndex((other) => other.label === label) === nth)
    .toSorted((one, other) => one.label.localeCompare(other.label, lang))

const optionsOf = (parameter: CodeParameter, lang: Language) =>
  codesOf(parameter).map((value) => ({ value, label: termLabel(parameter, value, lang) }))
