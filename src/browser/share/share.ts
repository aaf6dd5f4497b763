/**
 * Replaces the link that writes an e-mail by a button that opens the sharing menu of the device. Without such a menu, as
 * on most computers, the button copies the address and says so. If neither is possible, the link stays as it is.
 */
export function enhanceShare(): void {
  for (const share of document.querySelectorAll<HTMLElement>('.share')) {
    const link = share.querySelector('a')
    const status = share.querySelector('[role=status]')
    const canCopy = navigator.clipboard !== undefined
    if (!link || !status || !(navigator.share || canCopy)) continue
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = link.textContent
    button.addEventListener('click', () => {
      // Sharing is refused if people close the menu, and copying if the browser does not allow it: then nothing is said.
      void shareOrCopy(share.dataset).then(
        (said) => {
          status.textContent = said
        },
        () => undefined
      )
    })
    link.replaceWith(button)
  }
}

/** Shares the page; resolves to what there is to say. */
async function shareOrCopy({ title = '', copied = '' }: DOMStringMap): Promise<string> {
  const url = location.href
  if (navigator.share) {
    await navigator.share({ title, url })
    return ''
  }
  await navigator.clipboard.writeText(url)
  return copied
}
