import '../typing/typing.css'
import { render } from 'preact'
import { AreaField } from './area-field.tsx'

/* Replaces the field for the territory with one that has suggestions. */
const place = document.getElementById('where-field')
const field = place?.querySelector<HTMLInputElement>('#where')
if (place && field) {
  const lang = document.documentElement.lang === 'en' ? 'en' : 'fr'
  const found = place.querySelector<HTMLInputElement>('input[name=area]')?.value
  const describedBy = field.getAttribute('aria-describedby') ?? ''
  const isFocused = document.activeElement === field
  place.replaceChildren()
  render(<AreaField lang={lang} asked={field.value} found={found} describedBy={describedBy} />, place)
  if (isFocused) place.querySelector<HTMLInputElement>('#where')?.focus()
}

/* Shows the buttons that copy the code. They are hidden without JavaScript, because they need it. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copies]')) {
  button.hidden = false
  button.addEventListener('click', () => void copy(button))
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const code = document.getElementById(button.dataset.copies ?? '')
  if (!(code instanceof HTMLTextAreaElement)) return
  code.select()
  // If the clipboard is not available, the code is selected, so that Ctrl + C copies it.
  const copied = await navigator.clipboard?.writeText(code.value).then(
    () => true,
    () => false
  )
  const status = button.parentElement?.querySelector('[role=status]')
  if (copied && status) status.textContent = button.dataset.copied ?? ''
}
