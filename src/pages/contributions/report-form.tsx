import type { Category } from '../../domain/contributions/categories.ts'
import { ABOUT } from '../../domain/contributions/categories.ts'
import type { Language } from '../../domain/language.ts'
import { pageAddress } from '../addresses/pages.ts'
import { placeAddress } from '../addresses/place-address.ts'
import { reportPageAddress } from '../addresses/report-address.ts'
import { AreaField, TextField } from '../forms/fields.tsx'
import { type FieldFault, Form } from '../forms/form.tsx'
import type { FormFault } from '../forms/receive.ts'
import type { ListedSource } from '../parts/count-directory.ts'
import type { ShownPlace } from '../place/place-page.tsx'
import { CONTRIBUTIONS } from '../wording/contributions.ts'
import type { Typed } from './read-form.ts'
import { type FieldOrigin, WhatIsSaid } from './what-is-said.tsx'

type Props = { readonly place: ShownPlace; readonly lang: Language }

/** What can be wrong, each a link to its form, so that a phone shows one question at a time. */
export function Subjects({ place, lang }: Props) {
  const says = CONTRIBUTIONS[lang]
  return (
    <div class="prose">
      <ToPlace place={place} lang={lang} />
      <h1>{says.title(place.display_name)}</h1>
      <p class="lead">{says.lead}</p>
      <ul class="subjects">
        {(Object.keys(says.subjects) as Category[]).map((category) => (
          <li key={category}>
            <a class="plain" href={reportPageAddress(place.id, lang, category)}>
              {says.subjects[category].name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

type FormProps = Props & {
  readonly category: Category
  readonly origins: Readonly<Record<string, readonly FieldOrigin[]>>
  readonly sources: readonly ListedSource[]
  readonly token: string
  readonly typed: Typed
  readonly faults: readonly FieldFault[]
  readonly fault: FormFault | undefined
}

export function ReportForm(props: FormProps) {
  const { place, category, token, typed, faults, fault, lang } = props
  const says = CONTRIBUTIONS[lang]
  const { title, ask } = says.subjects[category]
  const field = { faults, lang }
  return (
    <div class="prose">
      <ToPlace place={place} lang={lang} />
      <h1>{title}</h1>
      <p class="lead" lang="fr">
        {nameIn(place)}
      </p>
      {category === 'person' && <p>{place.contacts.person ? says.personLead : says.personUnshown}</p>}
      <WhatIsSaid {...props} />
      <Form
        action={reportPageAddress(place.id, lang, category)}
        token={token}
        lang={lang}
        submit={says.submit}
        faults={faults}
        fault={fault}
      >
        {category === 'person' && (
          <TextField
            {...field}
            name="personne"
            label={says.person}
            hint={says.personHint}
            value={typed.person}
            autocomplete="off"
            optional
          />
        )}
        <AreaField
          {...field}
          name="texte"
          label={ask}
          hint={category === 'duplicate' ? says.twice : says.textHint}
          value={typed.text}
          optional={!ABOUT[category].needsText}
        />
        <TextField
          {...field}
          name="courriel"
          label={says.email}
          hint={category === 'closed' ? says.emailClosed : says.emailHint}
          value={typed.email}
          type="email"
          autocomplete="email"
          optional
        />
      </Form>
      <p class="onward">
        <a href={reportPageAddress(place.id, lang)}>{says.toSubjects}</a>
      </p>
      <p>
        <a href={pageAddress('privacy', lang)}>{says.privacy}</a>
      </p>
    </div>
  )
}

const ToPlace = ({ place, lang }: Props) => (
  <p class="back">
    <a href={placeAddress(place, lang)}>{CONTRIBUTIONS[lang].toPlace}</a>
  </p>
)

const nameIn = ({ display_name: name, address }: ShownPlace): string =>
  address.city === null ? name : `${name}, ${address.city}`
