import { decodeHTMLStrict } from 'entities'

/**
 * Guesses a character that was lost to a wrong encoding: "à" between words, a dash between digits, "é" inside a
 * word.
 */
const replacement = (text: string): string =>
  text
    .replace(/(?<=\d)\uFFFD(?=\d)/g, '-')
    .replace(/(?<![\p{L}])\uFFFD(?![\p{L}])/gu, 'à')
    .replace(/\uFFFD/g, 'é')

/**
 * Phone numbers for appointments, which are removed because they could be read as five hours. A number must follow a
 * word that announces it, because ten digits alone may be badly written hours.
 */
const PHONE =
  /(?<=(?:rendez[- ]?vous|rdv|t[ée]l|appel)[^\d\n]{0,40}?)[ (:-]*(?:(?:au|par|t[ée]l(?:[ée]phone)?\.?|n°)[ :]*){0,3}\b0[1-9](?:[ .]?\d\d){4}\b(?![ .]?\d)\)?/giu

const withoutTabs = (text: string): string =>
  text.includes('\t') ? text.replace(/^[^\t\n]*\t[^\n]*/gm, joinCells) : text

// A quick check, because it would be slow to run the exact pattern on every text.
const TEN_DIGITS = /0[1-9](?:[ .]?\d\d){4}/

const withoutPhones = (text: string): string => (TEN_DIGITS.test(text) ? text.replace(PHONE, ' ') : text)

/** "Mardi⇥fermé⇥14h-17h": the cells of a row are a day, its morning and its afternoon. */
const joinCells = (row: string): string => {
  const [name, ...cells] = row.split('\t').map((cell) => cell.trim())
  return `${name} ${cells.filter(Boolean).join(' / ')}`
}

/**
 * The text as a person sees it: without markup, and with one kind of dash, space and apostrophe. Line breaks
 * are kept, because they end a statement.
 */
export const cleanText = (raw: string): string => {
  const unmarked = raw
    .replace(/<(?:br|\/li|\/p|\/div|\/tr)\b[^<>]{0,200}>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ')
  const text = withoutTabs(replacement(decodeHTMLStrict(unmarked).normalize('NFC')))
    .replace(/[\u2010-\u2015\u2212\uFE58\uFF0D→➔]/g, '-')
    .replace(/[\u2018\u2019\u02BC`´]/g, "'")
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]/g, ' ')
    // Several lines pasted into one cell leave a gap, after which a new statement begins.
    .replace(/ {3}(?= *\p{L})/gu, ' \n ')
    .replace(/[\u200B-\u200F\uFEFF]/g, ' ')
    // The full stop of "tél." ends no sentence.
    .replace(/(?<=\bt[ée]l)\.(?= ?[a-z:])/giu, ' ')
    // "1Oh", written with the letter.
    .replace(/(?<=\b[12])O(?=h)/gi, '0')
  return withoutPhones(text)
}

const withoutAccent = (char: string): string => {
  const plain = char.normalize('NFD').charAt(0)
  return plain.length === char.length ? plain : char
}

/**
 * Lower case without accents, character by character, so that positions in the folded text are the same as in
 * the original.
 */
export const fold = (text: string): string =>
  // Most characters are ASCII and are skipped: a call for each of them took a tenth of the total reading time.
  text.replace(/[^\0-\x7f]/gu, withoutAccent).toLowerCase()
