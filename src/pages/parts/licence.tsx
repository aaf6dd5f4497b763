import type { Language } from '../../domain/language.ts'
import { SOURCES } from '../wording/sources.ts'

/** Names and texts of the licences that sources have, by SPDX id. */
const LICENCES: Readonly<Record<string, { readonly name: string; readonly text: string }>> = {
  'etalab-2.0': {
    name: 'Licence Ouverte 2.0',
    text: 'https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf'
  },
  'ODbL-1.0': { name: 'ODbL 1.0', text: 'https://opendatacommons.org/licenses/odbl/1-0/' },
  'CC0-1.0': { name: 'CC0 1.0', text: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  'CC-BY-4.0': { name: 'CC BY 4.0', text: 'https://creativecommons.org/licenses/by/4.0/' },
  'CC-BY-SA-4.0': { name: 'CC BY-SA 4.0', text: 'https://creativecommons.org/licenses/by-sa/4.0/' }
}

/** The address of the text of a licence, if it is known. */
export const licenceText = (licence: string): string | undefined => LICENCES[licence]?.text

/** The name of a licence with a link to its text; a licence that is not known is shown as its source names it. */
export function Licence({ licence, lang }: { readonly licence: string; readonly lang: Language }) {
  const says = SOURCES[lang]
  const known = LICENCES[licence]
  if (known) return <a href={known.text}>{known.name}</a>
  const [, terms] = /^not open: (.+)/.exec(licence) ?? []
  return <>{terms ? says.notOpen(terms) : licence === 'not stated' ? says.notStated : licence}</>
}
