import { type Folded, fold, foldWord } from './fold.ts'
import { nameOfBuilding, nameOfStreet } from './honours.ts'
import type { Matcher } from './matcher.ts'
import { canonicalEmail, isTitle } from './person.ts'

/** Where a text has a held name, e-mail address or phone number, in positions of the original. */
export type Trace = {
  readonly from: number
  readonly to: number
  readonly what: 'name' | 'email' | 'phone'
  /** Whether it can only mean the person, also if nothing around it does. */
  readonly isSure: boolean
}

/** Finds all traces of a text, in its order; they do not overlap. `isCell`: one word of the name counts if it is all. */
export function tracesIn(original: string, matcher: Matcher, isCell = false): readonly Trace[] {
  if (original.length < 2 || !mayHold(original, matcher)) return []
  const folded = fold(original)
  const addresses = addressesIn(folded.text)
  const found = [
    ...addresses.flatMap((span) =>
      isHeldEmail(folded.text, span, matcher) ? [{ ...span, ...SURE_EMAIL }] : []
    ),
    ...phonesIn(folded.text, matcher),
    ...namesIn(folded.text, matcher, addresses, isCell)
  ]
  return united(found).map((trace) => ({ ...trace, ...inOriginal(trace, folded) }))
}

/** Signs that may stand for letters, or belong to an e-mail address: then the text is looked at as a whole. */
const NOT_PLAIN = /[<&%\\@ÂÃÅ\ufffd\u00ad\u200b-\u200f\u2060\ufeff\p{M}]|[([{]\s?(?:at|a|arobase|chez)\b/iu
const NINE_DIGITS = /\d(?:[\s.\-/()\u00a0_]{0,3}\d){8}/

/** Nearly all texts hold nothing: that is found out ten times as fast as where something stands. */
const mayHold = (text: string, matcher: Matcher): boolean =>
  NOT_PLAIN.test(text) ||
  NINE_DIGITS.test(text) ||
  (text.match(/\p{L}{2,}/gu) ?? []).some((word) => matcher.nameWord(foldWord(word)))

type Span = { readonly from: number; readonly to: number }

const inOriginal = ({ from, to }: Span, { starts, ends }: Folded): Span =>
  starts === null || ends === null ? { from, to } : { from: starts[from] ?? from, to: ends[to - 1] ?? to }

/** Overlapping traces become one; it is sure if one of them is. */
function united(traces: readonly Trace[]): readonly Trace[] {
  const result: Trace[] = []
  for (const trace of traces.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    const last = result.at(-1)
    if (last === undefined || trace.from >= last.to) result.push(trace)
    else
      result[result.length - 1] = {
        ...last,
        to: Math.max(last.to, trace.to),
        isSure: last.isSure || trace.isSure
      }
  }
  return result
}

const AT = String.raw`(?:@|\s?[([{]\s?(?:at|a|arobase|chez)\s?[)\]}]\s?)`
/** Bounded, so that a long word without an @ is not read again from each of its letters. */
const EMAIL = new RegExp(
  String.raw`[\p{L}\p{N}][\p{L}\p{N}._+'-]{0,63}${AT}[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}`,
  'gu'
)
const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"'|;,)\]}]+|(?<![\p{L}\p{N}@.-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:fr|com|org|net|eu|io|info|bzh|re)(?:\/[^\s<>"'|;,)\]}]*)?/gu

type Address = Span & { readonly isEmail: boolean }

/** E-mail addresses and links: a name in one makes all of it personal. */
const addressesIn = (text: string): readonly Address[] => {
  if (!text.includes('.')) return []
  const emails = [...text.matchAll(EMAIL)].map((match) => spanOf(match, true))
  const links = [...text.matchAll(LINK)].map((match) => spanOf(match, false))
  return [
    ...emails,
    ...links.filter((link) => !emails.some((email) => link.from < email.to && email.from < link.to))
  ]
}

const spanOf = ({ 0: found, index }: RegExpExecArray, isEmail: boolean): Address => ({
  from: index,
  to: index + found.replace(/\.+$/, '').length,
  isEmail
})

const SURE_EMAIL = { what: 'email', isSure: true } as const

function isHeldEmail(text: string, { from, to, isEmail }: Address, matcher: Matcher): boolean {
  if (!isEmail) return false
  const canonical = canonicalEmail(text.slice(from, to).replace(new RegExp(AT), '@'))
  return canonical !== null && matcher.email(canonical)
}

/** Digits with what people write between them. */
const DIGITS = /(?:\+\s?)?\(?\d(?:[\s.\-/()\u00a0_]{0,3}\d){8,}/gu

/** What may stand directly before the nine digits that we compare: 0, 00, or a country code. */
const CODE = /^(?:0|\d{2,3}0?|00\d{2,3}0?)$/

function phonesIn(text: string, matcher: Matcher): readonly Trace[] {
  const found: Trace[] = []
  for (const { 0: run, index } of text.matchAll(DIGITS)) {
    const places = [...run.matchAll(/\d/g)].map((match) => match.index)
    for (let start = 0; start + 9 <= places.length; start++) {
      const [from = 0, to = 0] = [places[start], (places[start + 8] ?? 0) + 1]
      if (run[from] === '0' || /\d/.test(run[to] ?? '')) continue
      if (!matcher.phone(run.slice(from, to).replace(/\D+/g, ''))) continue
      const before = run.slice(0, from)
      const [code = ''] = /\d*$/.exec(before) ?? []
      if (code !== '' && !CODE.test(code)) continue
      const [prefix = ''] = PREFIX.exec(before) ?? []
      found.push({ from: index + from - prefix.length, to: index + to, what: 'phone', isSure: true })
    }
  }
  return found
}

/** "+33 (0)", "0033", "(0)", "0" or "33" before the nine digits. */
const PREFIX =
  /(?:(?:\+|(?<!\d[\s.\-/_]{0,3})00)[\s.]?[1-9]\d{0,2}[\s.\-/_]{0,3}(?:\(?0\)?[\s.\-/_]{0,3})?|\(?0\)?[\s.\-/_]{0,3}|(?<!\d)[1-9]\d{1,2}0?)?$/

const WORD = /[\p{L}\ufffd]+/gu

/** Longer gaps are not within a name; nor are signs that separate two things. */
const GAP = /^[^\p{L}\p{N}@;|:()[\]{}]{1,3}$/u
const MOST_WORDS = 10

type Word = Span & { readonly text: string }

function namesIn(
  text: string,
  matcher: Matcher,
  addresses: readonly Address[],
  isCell: boolean
): readonly Trace[] {
  const words: readonly Word[] = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word,
    from: index,
    to: index + word.length
  }))
  const found: Trace[] = []
  for (let start = 0; start < words.length; start++) {
    const run = runFrom(words, start, text, matcher)
    // The longest name counts: "Marie Anne Durand" and not "Anne Durand" in it.
    for (let length = run.length; length > 0; length--) {
      const part = run.slice(0, length)
      const sureness = matcher.name(part.map((word) => word.text))
      if (sureness === null || (sureness === 'cell' && !standsAlone(words, start, part, isCell))) continue
      const span = { from: part[0]?.from ?? 0, to: part.at(-1)?.to ?? 0 }
      const around = addresses.find(({ from, to }) => from <= span.from && span.to <= to)
      const isSure = sureness === 'sure'
      if (around?.isEmail) found.push({ from: around.from, to: around.to, what: 'name', isSure })
      else
        found.push(...traceOf(text, words.slice(Math.max(0, start - 6), start), { ...span, isSure, around }))
      break
    }
  }
  return found
}

/** Words after which one word of a name means the person: "chez Kervoazou". */
const INTRODUCING: ReadonlySet<string> = new Set(
  (
    'chez cabinet atelier contact contacter avec par referent referente responsable conseiller conseillere animateur ' +
    'animatrice mediateur mediatrice president presidente directeur directrice prenom nom'
  ).split(' ')
)

/** Whether one word of a name is all that a cell holds, or is introduced. */
function standsAlone(words: readonly Word[], start: number, part: readonly Word[], isCell: boolean): boolean {
  if (INTRODUCING.has(words[start - 1]?.text ?? '')) return true
  return isCell && words.filter(({ text }) => !isTitle(text)).length === part.length
}

/** The words from here on that can be a name, without a gap. */
function runFrom(words: readonly Word[], start: number, text: string, matcher: Matcher): readonly Word[] {
  const run: Word[] = []
  for (const word of words.slice(start, start + MOST_WORDS)) {
    const last = run.at(-1)
    if (!matcher.word(word.text) || (last !== undefined && !GAP.test(text.slice(last.to, word.from)))) break
    run.push(word)
  }
  return run
}

type Naming = Span & { readonly isSure: boolean; readonly around: Address | undefined }

/** With the title before it, or with the whole link. None if a street is named so; doubtful if a building is. */
function traceOf(
  text: string,
  before: readonly Word[],
  { from, to, isSure, around }: Naming
): readonly Trace[] {
  if (nameOfStreet(text, before, from)) return []
  const last = before.at(-1)
  const hasTitle = last !== undefined && isTitle(last.text) && /^\.?\s{0,2}$/.test(text.slice(last.to, from))
  const span = around ?? { from: hasTitle ? last.from : from, to }
  return [
    { from: span.from, to: span.to, what: 'name', isSure: isSure && !nameOfBuilding(text, before, from) }
  ]
}
