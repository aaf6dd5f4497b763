/**
 * Whether an element is shown in dark colours: its text is light. A page may accept dark colours in a style sheet or in
 * a `meta` element, or set colours of its own; the colour of the text follows all of these.
 */
export function isDark(element: Element): boolean {
  const parts = getComputedStyle(element).color.match(/[\d.]+/g) ?? []
  const [red = 0, green = 0, blue = 0] = parts.map(Number)
  return (red + green + blue) / 3 > 128
}
