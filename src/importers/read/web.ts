import { EMAIL, EMAIL_CELL, isEmail } from '../clean/email.ts'
import { clean, type Repair } from '../clean/step.ts'
import { LINE } from '../clean/text.ts'
import { isWebAddress, LINK, URL_CELL, URL_REPAIRS } from '../clean/url.ts'
import type { Cell, RowReader } from '../row.ts'
import { mend } from './mend.ts'
import { notToUse, spansIn } from './not-to-use.ts'
import { siteWords } from './site-words.ts'

/**
 * The web and e-mail addresses in some columns. Producers also write e-mail addresses into the column of the
 * website, and websites into the column of e-mail addresses.
 */
type Online = {
  readonly websites: readonly string[]
  readonly emails: readonly string[]
  /** Text beside the addresses or instead of them, which may contain a phone number. */
  readonly beside: readonly Cell[]
}

const together = (all: readonly Online[]): Online => ({
  websites: [...new Set(all.flatMap(({ websites }) => websites))],
  emails: [...new Set(all.flatMap(({ emails }) => emails))],
  beside: all.flatMap(({ beside }) => beside)
})

/** All addresses of a place. Addresses from the column that is meant for their kind come first. */
export const onlineOf = (mails: Online, sites: Online, booking: Online): Online => ({
  ...together([mails, sites, booking]),
  websites: together([sites, mails]).websites
})

/** Maximum length of a cell in characters. A longer text is not an address, and searching it would take long. */
const LONGEST = 2_000

const cellsOf = (
  row: RowReader,
  columns: readonly string[],
  separator: RegExp,
  repairs: readonly Repair[]
): readonly Cell[] =>
  row.cells(columns, separator, []).flatMap((cell) => {
    if (cell.value.length <= LONGEST) return mend(row, cell, repairs) ?? []
    row.report({
      kind: 'unreadable',
      field: cell.column,
      value: cell.written,
      reason: 'too long for an address'
    })
    return []
  })

// A slash may occur before an @, so it separates addresses only after one.
const BETWEEN_EMAILS = /[|;,]|\s(?:ou|et)\s|\s\/\s|(?<=@[^\s/<]{1,255})\//i
const MAIL: readonly Repair[] = [...LINK, ...LINE, ...EMAIL_CELL]

/**
 * Reads all addresses in columns of e-mail addresses. Words are never joined, so an address that contains a space
 * is reported: in "maison des@bayeux.example", the first word may or may not belong to the address.
 */
export const readMails = (row: RowReader, columns: readonly string[]): Online =>
  together(cellsOf(row, columns, BETWEEN_EMAILS, MAIL).map((cell) => mailsIn(row, cell)))

/** Reads only the e-mail addresses of these columns, and reports other addresses. */
export function readEmails(row: RowReader, columns: readonly string[]): readonly string[] {
  const { emails, websites } = readMails(row, columns)
  for (const value of websites)
    row.report({ kind: 'unmapped-value', field: columns.join(', '), value, reason: 'not an e-mail address' })
  return emails
}

function mailsIn(row: RowReader, cell: Cell): Online {
  const { column, value, written } = cell
  const all = value.split(' ').filter((word) => word !== '')
  const words = all.map((word) => ({ word, ...clean(EMAIL, word) }))
  const found = words.filter(({ value }) => isEmail(value))
  const others = words.filter(({ value }) => !isEmail(value)).map(({ word }) => word)
  const sites = others.filter((word) => !word.includes('@') && siteWords(word).addresses.length === 1)
  const websites = sites
    .filter((word) => all.length === 1 || /^(?:https?:\/\/|www\.)/i.test(word))
    .map((word) => ({ word, ...clean(URL_REPAIRS, word) }))
    .filter(({ value }) => isWebAddress(value))
  const kept = withoutRefused(row, cell, inOrder(value, [...found, ...websites]))
  const good = found.filter((each) => kept.includes(each))
  for (const reason of good.flatMap(({ applied }) => applied)) {
    row.report({ kind: 'repaired', field: column, reason })
  }
  if (found.length === 0 && websites.length === 0) {
    row.report({ kind: 'unreadable', field: column, value: written, reason: 'not an e-mail address' })
    return { emails: [], websites: [], beside: [cell] }
  }
  if (websites.length > 0)
    row.report({ kind: 'repaired', field: column, reason: 'took a web address from a column of e-mails' })
  const taken = new Set(websites.map(({ word }) => word))
  const beside = reportBeside(
    row,
    cell,
    others.filter((word) => !taken.has(word)),
    'text beside the e-mail address'
  )
  const sitesOf = websites.filter((each) => kept.includes(each)).map(({ value }) => value)
  return { emails: good.map(({ value }) => value), websites: sitesOf, beside }
}

/** Leaves out and reports the addresses that should not be used, according to the words beside them. */
function withoutRefused<Found extends { readonly word: string }>(
  row: RowReader,
  { column, value }: Cell,
  found: readonly Found[]
): readonly Found[] {
  const refusals = notToUse(
    value,
    spansIn(
      value,
      found.map(({ word }) => word)
    )
  )
  return found.filter(({ word }, index) => {
    const reason = refusals[index] ?? null
    if (reason !== null) row.report({ kind: 'unmapped-value', field: column, value: word, reason })
    return reason === null
  })
}

function reportBeside(row: RowReader, cell: Cell, words: readonly string[], reason: string): readonly Cell[] {
  if (!words.some((word) => /[\p{L}\p{N}]/u.test(word))) return []
  const value = words.join(' ')
  row.report({ kind: 'unmapped-value', field: cell.column, value, reason })
  return [{ ...cell, value }]
}

const SITE: readonly Repair[] = [...LINK, ...LINE, ...URL_CELL]

/** Reads all addresses in columns of websites. */
export const readSites = (row: RowReader, columns: readonly string[]): Online =>
  together(cellsOf(row, columns, /\|/, SITE).map((cell) => sitesIn(row, cell)))

function sitesIn(row: RowReader, cell: Cell): Online {
  const { column, value, written } = cell
  const { addresses, others } = siteWords(value)
  const read = [...addresses, ...others.filter((word) => word.includes('@'))].map((word) => readWord(word))
  const found = read.filter(({ kind }) => kind !== null)
  const good = withoutRefused(row, cell, inOrder(value, found))
  if (found.length === 0) {
    row.report({ kind: 'unreadable', field: column, value: written, reason: 'not a web address' })
    return { websites: [], emails: [], beside: [cell] }
  }
  for (const reason of good.flatMap(({ applied }) => applied)) {
    row.report({ kind: 'repaired', field: column, reason })
  }
  for (const { word } of read.filter(({ kind }) => kind === null)) {
    row.report({ kind: 'unreadable', field: column, value: word, reason: 'not a web address' })
  }
  const beside = reportBeside(row, cell, withoutLabels(others), 'text beside the web address')
  const of = (wanted: 'site' | 'e-mail') =>
    good.filter(({ kind }) => kind === wanted).map(({ value }) => value)
  return { websites: of('site'), emails: of('e-mail'), beside }
}

/**
 * Sorts addresses by their order in the text, as `notToUse` expects. If the websites came first, an e-mail address
 * could be separated from its label.
 */
const inOrder = <Found extends { readonly word: string }>(
  text: string,
  found: readonly Found[]
): readonly Found[] => found.toSorted((left, right) => text.indexOf(left.word) - text.indexOf(right.word))

type ReadWord = {
  readonly word: string
  readonly value: string
  readonly kind: 'site' | 'e-mail' | null
  readonly applied: readonly string[]
}

function readWord(word: string): ReadWord {
  const site = clean(URL_REPAIRS, word)
  if (isWebAddress(site.value)) return { word, kind: 'site', ...site }
  const cell = clean(EMAIL_CELL, word)
  const mail = clean(EMAIL, cell.value)
  const applied = [...cell.applied, ...mail.applied, 'took an e-mail address from a column of sites']
  return { word, kind: isEmail(mail.value) ? 'e-mail' : null, value: mail.value, applied }
}

/**
 * Removes words that add nothing to the address, such as "Site internet :", "ou" and punctuation, and e-mail
 * addresses, which have already been read.
 */
const withoutLabels = (words: readonly string[]): readonly string[] =>
  words
    .filter((word) => !word.includes('@'))
    .join(' ')
    .replace(
      /(?<!\p{L})(?:(?:site|page)(?:\s(?:web|internet|facebook))?|lien|url|web|facebook|instagram|(?:e-?)?mail|courriel|mél|t[ée]l(?:[ée]phone)?)\s*:/giu,
      ' '
    )
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !/^(?:ou|et)$/i.test(word))

/** The link for one purpose, and the other content of its columns. Further links are reported. */
type OneLink = { readonly link: string | null; readonly besides: Online }

export function readLink(row: RowReader, columns: readonly string[]): OneLink {
  const online = readSites(row, columns)
  const [link = null, ...more] = online.websites
  for (const value of more) {
    const reason = 'only the first web address is kept'
    row.report({ kind: 'unmapped-value', field: columns.join(', '), value, reason })
  }
  return { link, besides: { ...online, websites: [] } }
}

/** The address of a sheet of acceslibre; addresses of other sites are reported. */
export function readSheet(row: RowReader, columns: readonly string[]): string | null {
  const { link } = readLink(row, columns)
  if (link === null || ACCESLIBRE.test(new URL(link).hostname)) return link
  const reason = 'not an address of acceslibre'
  row.report({ kind: 'unreadable', field: columns.join(', '), value: link, reason })
  return null
}

const ACCESLIBRE = /^(?:www\.)?acceslibre\.(?:beta\.gouv\.fr|gouv\.fr|info)$/i
