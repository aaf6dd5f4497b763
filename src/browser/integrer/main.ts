/* Shows the buttons that copy the code, because they need JavaScript. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copies]')) {
  button.hidden = false
  button.addEventListener('click', () => void copy(button))
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const code = document.getElementById(button.dataset.copies ?? '')
  if (!(code instanceof HTMLTextAreaElement)) return
  code.select()
  // If the clipboard is not available, the code is selected, for Ctrl + C.
  const copied = await navigator.clipboard?.writeText(code.value).then(
    () => true,
    () => false
  )
  const status = button.parentElement?.querySelector('[role=status]')
  if (copied && status) status.textContent = button.dataset.copied ?? ''
}
