/**
 * A copy of the first characters of a text. A part of a text keeps all of it in memory, and a batch has up to a
 * thousand lines of a megabyte each.
 */
export const beginningOf = (text: string, most: number): string => Buffer.from(text.slice(0, most)).toString()
