import {
  ACCENTED_NAMES,
  ACRONYMS,
  COMMON_WORDS,
  FIRST_NAMES,
  FIXED_NAMES,
  PARTICLES,
  plainWord,
  SHORT_WORDS
} from './name-words.ts'
import { TOWN_NAMES } from './town-spellings.ts'

/** Increase it when a release changes how names are written, so that stored places are written again. */
export const DISPLAY_NAME_EDITION = 3

/**
 * A name as people would write it. A quarter of the sources' names are in capitals ("ESPACE PUBLIC NUMERIQUE DE
 * BAYEUX"), and others keep quotes and separators from their file. Acronyms keep their capitals, small words
 * are in lower case, and common words and the town (`city`) get their accents back. A name that is already well
 * written is returned unchanged.
 */
export function displayName(name: string, city: string | null = null): string {
  const tidy = STRAY.test(name) ? withoutStraySigns(name) : name
  return withFirstCapital(contracted(IN_CAPITALS.test(tidy) ? written(tidy, city) : tidy, city))
}

/**
 * Contracts "de" and "à" with the next word: "Mairie d'Issac", "Commune du Havre". Among articles, only the town's is
 * contracted, because "de Le Corbusier" is right. Names with H and Y are left unchanged, because only some of them
 * take an apostrophe.
 */
function contracted(name: string, city: string | null): string {
  const elided = name.replace(/(?<![\p{L}\p{N}’'-])([Dd])e (?=[AEIOUÀÂÉÈÊËÎÏÔŒ]\p{Ll})/gu, "$1'")
  const [, article, town] = /^(Les?) (.+)$/i.exec(city ?? '') ?? []
  if (article === undefined || town === undefined) return elided
  const start = plainWord(town)
  return elided.replace(/(?<![\p{L}-])(de|à) (les?) (?=(\S.*))/giu, (all, before, found, rest) =>
    plainWord(found) === plainWord(article) && plainWord(rest).startsWith(start)
      ? `${JOINED[`${plainWord(before)} ${plainWord(found)}`] ?? all.trim()} `
      : all
  )
}

const JOINED: Readonly<Record<string, string>> = {
  'de le': 'du',
  'de les': 'des',
  'a le': 'au',
  'a les': 'aux'
}

/** Characters that a name should not contain. Most names contain none and take 1 µs; the others take 60 µs. */
const STRAY = /[_":;,*•|]|\s\s|^[^\p{L}\p{N}]|[^\p{L}\p{N})!?»”.]$/u
const IN_CAPITALS = /\p{Lu}{3}/u

const withFirstCapital = (name: string): string =>
  /^\p{Ll}[\p{Ll}’']+(\s|$)/u.test(name) ? capitalised(name) : name

function written(tidy: string, city: string | null): string {
  const loud = isShouted(tidy) || isShortAndLoud(tidy)
  const elided = loud ? tidy.replace(/\b([DL]) (?=[AEIOUYÉÈÊÎÔ])/gu, "$1'") : tidy
  const fixed = city && !isShouted(city) ? [fixedName(city), ...FIXED] : FIXED
  return elided
    .split(SEPARATORS)
    .map((part, index, parts) =>
      index % 2 === 1 || isNameInBrackets(part, parts[index - 1]) ? part : writePart(part, loud, fixed)
    )
    .join('')
}

/**
 * The separators between the parts of a name, which may be written differently: "MAIRIE DE PAMANDZI -
 * Médiathèque".
 */
const SEPARATORS = /(\s[-–—|]\s|\s?[/:,;]\s?|[()"«»“”])/u

/** Whether a part is an acronym in brackets: "(PEPS)". */
const isNameInBrackets = (part: string, before = ''): boolean => before === '(' && /^\p{L}{2,6}$/u.test(part)

function withoutStraySigns(name: string): string {
  const spaced = name.replace(/_/g, ' ').replace(/""+/g, '"').replace(/,{2,}/g, ', ').replace(/\s+/g, ' ')
  const isClosed = spaced.split('"').length % 2 === 1
  const quoted = isClosed ? spaced.replace(/"\s*([^"]*?)\s*"/g, '"$1"').trim() : spaced.replace(/"/g, '')
  const bare = /^"([^"]+)"$/.exec(quoted)?.[1] ?? quoted
  const trimmed = bare.replace(/^[\s,;:*•/|.–—-]+|[\s,;:*•/|–—-]+$/gu, '').replace(/\s+/g, ' ')
  return trimmed === '' ? name.trim() : trimmed
}

/**
 * A word, or the characters between two words. `plain` is in lower case without accents, and empty if there is
 * no letter or digit.
 */
type Piece = { readonly text: string; readonly plain: string; readonly isLoud: boolean }

type Fixed = { readonly words: readonly string[]; readonly written: string }

const isInCapitals = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
/** Whether a text is in capitals, like "MAIRIE". An acronym of three letters does not count. */
const isShouted = (text: string): boolean => !/\p{Ll}/u.test(text) && /\p{Lu}{4}/u.test(text)
/** Whether a text is in capitals and has several words, not all of them acronyms: "RUE DE L’ARC". */
function isShortAndLoud(text: string): boolean {
  if (/\p{Ll}/u.test(text)) return false
  const words = text.match(/\p{L}+/gu) ?? []
  return words.length > 1 && words.some((word) => word.length > 2 && isOrdinary(plainWord(word)))
}

const isOrdinary = (plain: string): boolean => COMMON_WORDS.has(plain) || SHORT_WORDS.has(plain)

const spelt = (plain: string): string => (plain === 'saint' ? 'st' : plain === 'sainte' ? 'ste' : plain)
const fixedName = (name: string): Fixed => ({
  words: name.split(/[\s’'-]+/).map((word) => spelt(plainWord(word))),
  written: name
})

const FIXED: readonly Fixed[] = FIXED_NAMES.map(fixedName)

/** Other towns by their first word, also without their article: "du Puy-en-Velay". */
const TOWNS: ReadonlyMap<string, readonly Fixed[]> = townsByWord()

function townsByWord(): ReadonlyMap<string, readonly Fixed[]> {
  const towns = new Map<string, Fixed[]>()
  const names = TOWN_NAMES.flatMap((name) => [name, name.replace(/^(?:L['’]|L[ae]s? )/, '')])
  for (const town of new Set(names.filter((name) => /[\s’'-]/.test(name)).map(fixedName))) {
    const first = town.words[0] ?? ''
    towns.set(first, [...(towns.get(first) ?? []), town])
  }
  return towns
}

function piecesOf(part: string): readonly Piece[] {
  const texts = part.match(/[\p{L}\p{N}.&+°²]+|[^\p{L}\p{N}.&+°²]+/gu) ?? []
  return texts.map(pieceOf)
}

const pieceOf = (text: string): Piece => ({
  text,
  plain: /[\p{L}\p{N}]/u.test(text) ? plainWord(text) : '',
  isLoud: isInCapitals(text)
})

/**
 * Writes one part between separators. If the part is not all in capitals, only runs of words in capitals are
 * rewritten.
 */
function writePart(part: string, loud: boolean, fixed: readonly Fixed[]): string {
  const pieces = piecesOf(part)
  const first = pieces.findIndex(({ text }) => /\p{L}/u.test(text))
  const rewritten = loudWords(pieces, loud || isLoudPart(part, pieces), fixed)
  const said: string[] = []
  for (let at = 0; at < pieces.length; ) {
    const name = rewritten.has(at) ? fixedAt(pieces, at, fixed) : undefined
    const word = name?.written ?? (rewritten.has(at) ? writeWord(pieces, at, at === first) : pieces[at]?.text)
    said.push(name && at === first ? capitalised(name.written) : (word ?? ''))
    at += name?.length ?? 1
  }
  return said.join('')
}

const LOUD = 4
const isLong = ({ plain }: Piece): boolean => plain.length >= LOUD
const isCommon = ({ plain }: Piece): boolean => COMMON_WORDS.has(plain)

/**
 * Whether to rewrite a part in capitals when other parts are not in capitals: only if it is more than one proper
 * name, like "MAIRIE DE PAMANDZI", but not "ADOMA".
 */
function isLoudPart(part: string, pieces: readonly Piece[]): boolean {
  if (!isShouted(part)) return false
  const long = pieces.filter(isLong)
  return long.length > 1 || long.some(isCommon)
}

/** Indexes of the words to rewrite: either all words in capitals, or only names and common words among them. */
function loudWords(pieces: readonly Piece[], all: boolean, fixed: readonly Fixed[]): ReadonlySet<number> {
  const runs = runsInCapitals(pieces)
  if (all) return new Set(runs.flat())
  return new Set(
    runs.flatMap((run) => {
      const long = run.flatMap((at) => pieces[at] ?? []).filter(isLong)
      const isName = long.filter(({ plain }) => !ACRONYMS.has(plain)).length > 1
      if (isName || run.some((at) => fixedAt(pieces, at, fixed))) return run
      return run.filter(
        (at) => long.some((piece) => piece === pieces[at] && isCommon(piece)) || isProper(pieces, at)
      )
    })
  )
}

/** Whether a single word in capitals is a surname ("Espace François TRUFFAUT") or a town ("Commune de DUAULT"). */
function isProper(pieces: readonly Piece[], at: number): boolean {
  const plain = pieces[at]?.plain ?? ''
  if (plain.length < LOUD || ACRONYMS.has(plain) || isAcronym(plain)) return false
  const [noun = '', before = ''] = [pieces[at - 4]?.plain, pieces[at - 2]?.plain]
  return FIRST_NAMES.has(before) || (/^(de|d)$/.test(before) && OF_TOWNS.has(noun))
}

/** Words that are followed by "de" and a town. */
const OF_TOWNS = new Set([
  'mairie',
  'commune',
  'ville',
  'municipalite',
  'bibliotheque',
  'mediatheque',
  'ccas'
])

/** Runs of consecutive words in capitals, as indexes. */
function runsInCapitals(pieces: readonly Piece[]): readonly (readonly number[])[] {
  const runs: number[][] = [[]]
  for (const [at, { plain, isLoud }] of pieces.entries()) {
    if (plain === '') continue
    if (isLoud) runs.at(-1)?.push(at)
    else runs.push([])
  }
  return runs
}

/** The town, or another name with a fixed spelling, if it starts at this piece. */
function fixedAt(
  pieces: readonly Piece[],
  from: number,
  fixed: readonly Fixed[]
): { readonly written: string; readonly length: number } | undefined {
  const first = spelt(pieces[from]?.plain ?? '')
  for (const { words, written } of [...fixed, ...(TOWNS.get(first) ?? [])]) {
    if (words[0] !== first) continue
    const ends = wordsEnd(pieces, from, words)
    const text = pieces
      .slice(from, ends)
      .map((piece) => piece.text)
      .join('')
    // FAB'LAB keeps its apostrophe.
    if (ends > from && (/[’']/.test(written) || !/[’']/.test(text))) return { written, length: ends - from }
  }
  return undefined
}

/** The index after these words if they start at `from`; `from` if they do not. */
function wordsEnd(pieces: readonly Piece[], from: number, words: readonly string[]): number {
  let at = from
  for (const word of words) {
    while (at < pieces.length && pieces[at]?.plain === '') at++
    if (spelt(pieces[at]?.plain ?? '') !== word) return from
    at++
  }
  return at
}

function writeWord(pieces: readonly Piece[], at: number, first: boolean): string {
  const { text = '', plain = '' } = pieces[at] ?? {}
  const [before, sign, next] = [
    pieces[at - 2]?.plain ?? '',
    pieces[at - 1]?.text ?? '',
    pieces[at + 1]?.text ?? ''
  ]
  const century = CENTURY.exec(text)
  if (century !== null && (/^siecles?$/.test(pieces[at + 2]?.plain ?? '') || (century[1] ?? '').length > 2))
    return `${century[1]}e`
  // A word after "@" is in lower case: "L'@TELIER".
  if (sign.endsWith('@')) return text.toLowerCase()
  if (/\p{N}/u.test(text)) return text.replace(ORDINAL, (_, number, end) => `${number}${end.toLowerCase()}`)
  if (/[.&]\p{L}/u.test(text) && !DOMAIN.test(text)) return writeGlued(text)
  if (/^\p{L}\.$/u.test(text)) return text
  const small = text.toLowerCase()
  // The word after "P'" is in lower case: "P'TITE".
  if (before === 'p' && /[’']$/.test(sign)) return small
  const isElided = /^[’']/.test(next) && /^(d|l|qu|c|s|n|j|m|t)$/.test(plain)
  if (isElided || PARTICLES.has(plain)) {
    // In "centre social Les Fougères", the proper name starts with the article.
    const isOfName = ARTICLES.has(plain) && before !== '' && !PARTICLES.has(before)
    return first || isOfName ? capitalised(small) : plain === 'a' ? 'à' : small
  }
  if (ACRONYMS.has(plain) || isNumeral(text)) return text
  if (/^(?:st|ste|saint|sainte)$/.test(before)) return ACCENTED_NAMES.get(plain) ?? capitalised(small)
  const common = COMMON_WORDS.get(plain)
  if (common !== undefined) return first ? capitalised(common) : common
  return SHORT_WORDS.get(plain) ?? ACCENTED_NAMES.get(plain) ?? (isAcronym(plain) ? text : capitalised(small))
}

/** Writes words and letters joined by dots or "&": "M.J.C.", "R&D", "J.Curie", "Loisirs&Culture". */
const writeGlued = (text: string): string =>
  text
    .split(/([.&])/)
    .map((part) => (part.length < 2 ? part : writeWord([pieceOf(part)], 0, true)))
    .join('')

const DOMAIN = /\.(com|eu|fr|info|net|org|pro)$/i

const ORDINAL = /^(\d+)(ER|RE|E|EME|ÈME|ND|NDE)$/u
/**
 * A century in capitals: "XXIE". Numerals of one or two letters count only with "siècle" after them, because "VIE" is
 * a word.
 */
const CENTURY = /^(X{0,2}(?:IX|IV|VI{0,3}|I{1,3}|X))(?:E|EME|ÈME)$/u
const ARTICLES = new Set(['l', 'la', 'le', 'les'])
const isNumeral = (text: string): boolean => /^(I{1,3}|IV|VI{1,3}|IX|X{1,3}(I{1,3}|IV|VI{0,3})?)$/.test(text)

/** A word that cannot be pronounced is taken for an acronym. */
function isAcronym(plain: string): boolean {
  if (/^(st|ste|sts|mr|mme|dr|pr)$/.test(plain)) return false
  if (!/[aeiouy]/.test(plain) || plain.length <= 3) return true
  if (plain.length <= 6 && (UNSPEAKABLE_START.test(plain) || UNSPEAKABLE_END.test(plain))) return true
  const clusters = plain.match(/[bcdfghjklmnpqrstvwxz]{3,}/g) ?? []
  return plain.length <= 5 && clusters.some((cluster) => !SPEAKABLE.test(cluster))
}

const UNSPEAKABLE_START =
  /^(?![bcdfgkptv][lr]|[cdgkpst]h|k[nw]|ml|[gps]n|p[fst]|rh|s[cklmnpqtvw]|t[sz]|w[hr]|mc|dj|zw)[bcdfghjklmnpqrstvwxz]{2}/
const UNSPEAKABLE_END =
  /(?:[bcdfgjkpqvwxz]m|[bcdfgjkqvwxz]p|[bdgjkpqtvwxz]f|[bcfjkpqvwxz]d|[dfjmptvwx]c|[bcdfjkmpqtvwx]g)$/
const SPEAKABLE = /^(.?(ch|ph|th|sch|str|scr)[rl]?|[lmnrs]{1,2}[bcdfgkpqtvz][rlhs]?)$/

const capitalised = (text: string): string => text.replace(/\p{L}/u, (letter) => letter.toUpperCase())
