import '../typing/typing.css'
import { render } from 'preact'
import { WORDING } from '../../pages/wording/wording.ts'
import { AroundMe } from '../typing/around-me.tsx'
import { HomeField } from './home-field.tsx'

/* Replaces the field of the search with one that has suggestions, and the link "Autour de moi" with a button. */
const lang = document.documentElement.lang === 'en' ? 'en' : 'fr'

const place = document.getElementById('search-field')
const field = place?.querySelector('input')
if (place && field) {
  const isFocused = document.activeElement === field
  const typed = field.value
  place.replaceChildren()
  render(<HomeField lang={lang} asked={typed} />, place)
  if (isFocused) place.querySelector('input')?.focus()
}

const around = document.getElementById('around-me')
if (around) {
  around.replaceChildren()
  render(
    <AroundMe
      says={WORDING[lang]}
      onFound={(point) =>
        location.assign(`/?${new URLSearchParams({ ...point, ...(lang === 'en' && { lang }) })}`)
      }
    />,
    around
  )
}
