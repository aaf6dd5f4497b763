import type { Language } from '../../domain/language.ts'
import { longDay } from '../wording/day.ts'
import { HOME } from '../wording/home.ts'
import { number } from '../wording/number.ts'
import type { Numbers } from './numbers.ts'

type Props = { readonly numbers: Numbers; readonly lang: Language }

/** How much the directory holds, and how fresh it is. */
export function Figures({ numbers, lang }: Props) {
  const { places, departments, sources, importedOn, newestOn } = numbers
  const says = HOME[lang]
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{says.figures}</h2>
      <ul class="figures-large">
        <Figure value={places} said={says.places(places)} lang={lang} />
        <Figure value={departments.length} said={says.departmentsCovered(departments.length)} lang={lang} />
        <Figure value={sources} said={says.sources(sources)} lang={lang} />
      </ul>
      <p>
        {importedOn && says.updated(longDay(lang, importedOn))}{' '}
        {newestOn && says.newest(longDay(lang, newestOn))} {says.open}
      </p>
    </section>
  )
}

const Figure = ({
  value,
  said,
  lang
}: {
  readonly value: number
  readonly said: string
  readonly lang: Language
}) => (
  <li>
    <strong>{number(lang, value)}</strong> {said}
  </li>
)
