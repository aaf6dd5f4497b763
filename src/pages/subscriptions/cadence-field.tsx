import type { Language } from '../../domain/language.ts'
import { ChoiceField } from '../forms/fields.tsx'
import { SUBSCRIPTIONS } from '../wording/subscriptions.ts'

/** The name of the field in forms. */
export const CADENCE_NAME = 'frequence'

/** Asks how often mails are sent. */
export const CadenceField = ({ value, lang }: { readonly value: string; readonly lang: Language }) => (
  <ChoiceField
    name={CADENCE_NAME}
    label={SUBSCRIPTIONS[lang].cadence}
    value={value}
    options={(['daily', 'weekly', 'now'] as const).map((each) => ({
      value: each,
      label: SUBSCRIPTIONS[lang].cadences[each]
    }))}
    lang={lang}
  />
)
