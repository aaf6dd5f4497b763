import type { Language } from '../../domain/language.ts'
import { fieldsOf } from '../addresses/answers.ts'
import type { From, Selection } from '../addresses/selection.ts'

type Props = { readonly ids: Selection['ids']; readonly from?: From; readonly lang: Language }

/** The selection as hidden fields of a form, so that the form keeps it. */
export const KeptFields = ({ ids, from = {}, lang }: Props) => (
  <>
    {ids.map((id) => (
      <input key={id} type="hidden" name="lieu" value={id} />
    ))}
    {fieldsOf(from, lang).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
)
