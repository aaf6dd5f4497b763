/** Shows the print button, which needs JavaScript. */
export function enablePrinting(): void {
  const button = document.getElementById('print')
  if (!button) return
  button.hidden = false
  button.addEventListener('click', () => print())
}
