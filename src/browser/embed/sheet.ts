/**
 * Makes a style sheet by script. The content security policy of the embedding page applies to style elements, but not
 * to such a style sheet.
 */
export function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}
