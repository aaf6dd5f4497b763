import '../typing/typing.css'
import { render } from 'preact'
import { TownField } from './town-field.tsx'

/* Replaces the town field of the question with one that has suggestions and can use the user's position. */
const place = document.getElementById('town-field')
const field = place?.querySelector('input')
if (place && field) {
  const given = {
    lang: document.documentElement.lang === 'en' ? ('en' as const) : ('fr' as const),
    asked: field.value,
    invalid: field.ariaInvalid === 'true',
    describedBy: field.getAttribute('aria-describedby') ?? ''
  }
  const isFocused = document.activeElement === field
  place.replaceChildren()
  render(<TownField {...given} />, place)
  if (isFocused) place.querySelector('input')?.focus()
}
