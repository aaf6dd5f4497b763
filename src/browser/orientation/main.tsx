import '../typing/typing.css'
import { render } from 'preact'
import { TownField } from './town-field.tsx'

/* Replaces the field of the question about the town by one with suggestions and the position of the user. */
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
