import { type Accessibility, UNKNOWN_ACCESSIBILITY } from '../../domain/vocabularies/accessibility.ts'
import { normaliseLabel } from '../../domain/vocabularies/read-label.ts'
import { LINE } from '../clean/text.ts'
import type { RowReader } from '../row.ts'

/** Yes, no or unknown; a missing answer is never treated as no. */
type Answer = boolean | null

/** How a wheelchair user can pass: freely, with help, not at all, or unknown. */
type Way = 'free' | 'helped' | 'barred' | 'unknown'

/** Minimum width in centimetres of a door for a wheelchair. A value below `NO_DOOR` must be in another unit. */
const WIDE_ENOUGH = 77
const NO_DOOR = 40

export function readAccessibility(row: RowReader, sheet: string | null): Accessibility {
  const entrance = entranceOf(row)
  const reception = wayOf(row, 'accueil_cheminement', 'accueil_cheminement_nombre_marches')
  const outside = outsideOf(row)
  const hearing = hearingAids(row)
  const toilets = answer(row, 'sanitaires_presence')
  const adaptedToilet = answer(row, 'sanitaires_adaptes')
  return {
    ...UNKNOWN_ACCESSIBILITY,
    wheelchair: isNarrow(row) ? 'no' : wheelchairOf(entrance, reception, outside),
    step_free_entrance: entrance === 'unknown' ? null : entrance === 'free',
    adapted_toilet: toilets === false ? false : adaptedToilet,
    adapted_parking: parkingOf(row),
    hearing_loop: hearing(['bim', 'bmp']),
    sign_language: hearing(['lsf']),
    guide_strip: answer(row, 'cheminement_ext_bande_guidage'),
    sound_beacon: answer(row, 'entree_balise_sonore'),
    trained_staff: staffOf(row),
    sheet
  }
}

/**
 * Whether a wheelchair user can use the place. An obstacle inside or outside downgrades a good entrance, but a good
 * way inside or outside does not upgrade a bad entrance.
 */
function wheelchairOf(entrance: Way, reception: Way, outside: Way): Accessibility['wheelchair'] {
  if (entrance === 'barred') return 'no'
  if (entrance === 'unknown') return 'unknown'
  const hard: readonly Way[] = ['helped', 'barred']
  if ([entrance, reception, outside].some((way) => hard.includes(way))) return 'limited'
  return reception === 'free' ? 'yes' : 'unknown'
}

function entranceOf(row: RowReader): Way {
  const way = wayOf(row, 'entree', 'entree_marches')
  const besides = answer(row, 'entree_pmr')
  const help = answer(row, 'entree_aide_humaine')
  if (besides === true) return 'free'
  return way === 'barred' && help === true ? 'helped' : way
}

function isNarrow(row: RowReader): boolean {
  const width = numberIn(row, 'entree_largeur_mini')
  if (width === null || width >= WIDE_ENOUGH) return false
  if (width >= NO_DOOR) return true
  row.report({
    kind: 'unreadable',
    field: 'entree_largeur_mini',
    value: String(width),
    reason: 'not the width of a door in centimetres'
  })
  return false
}

/** How a wheelchair user can pass a part of the building, given its steps and the ramp or lift beside them. */
function wayOf(row: RowReader, part: string, steps: string): Way {
  const level = answer(row, `${part}_plain_pied`)
  const lift = answer(row, `${part}_ascenseur`)
  const ramp = row.cell([part === 'entree' ? 'entree_marches_rampe' : `${part}_rampe`], LINE)?.value ?? ''
  const count = numberIn(row, steps)
  if (level === true || lift === true) return 'free'
  if (level === null) return 'unknown'
  const slope = normaliseLabel(ramp)
  if (slope === 'fixe') return 'free'
  if (slope === 'amovible') return 'helped'
  // If the way is not level but has no steps, the form was probably filled in with "no" throughout, which means
  // nothing.
  if (count !== 0) return 'barred'
  const reason = `neither level nor any steps (${steps}); treated as unknown`
  row.report({ kind: 'unreadable', field: `${part}_plain_pied`, value: 'no', reason })
  return 'unknown'
}

function outsideOf(row: RowReader): Way {
  const path = answer(row, 'cheminement_ext_presence')
  const way = wayOf(row, 'cheminement_ext', 'cheminement_ext_nombre_marches')
  return path === false ? 'free' : way
}

/**
 * Whether there is adapted parking. One adapted space is enough; there is certainly none only if both kinds of
 * parking are answered with no.
 */
function parkingOf(row: RowReader): Answer {
  const kinds = ['stationnement', 'stationnement_ext'].map((kind) => {
    const there = answer(row, `${kind}_presence`)
    const adapted = answer(row, `${kind}_pmr`)
    return there === false ? false : adapted
  })
  if (kinds.includes(true)) return true
  return kinds.includes(null) ? null : false
}

/**
 * Returns a function that tells whether the place has one of these hearing aids. The list of aids contains what
 * exists; if an aid is not in it, this does not mean that the place lacks it.
 */
function hearingAids(row: RowReader): (codes: readonly string[]) => Answer {
  const any = answer(row, 'accueil_equipements_malentendants_presence')
  const named = row
    .cells(['accueil_equipements_malentendants'], /[,;|\s]+/, LINE)
    .map(({ value }) => value.toLowerCase())
  return (codes) => {
    if (named.some((code) => codes.includes(code))) return true
    return any === false ? false : null
  }
}

const STAFF: Readonly<Record<string, boolean>> = {
  formes: true,
  'personnel forme': true,
  'non formes': false,
  'personnel non forme': false,
  aucun: false,
  'aucun personnel': false
}

function staffOf(row: RowReader): Answer {
  const cell = row.cell(['accueil_personnels'], LINE)
  return cell === null ? null : readAnswer(row, cell.column, cell.value, STAFF)
}

const ANSWERS: Readonly<Record<string, boolean>> = {
  true: true,
  vrai: true,
  oui: true,
  1: true,
  false: false,
  faux: false,
  non: false,
  0: false
}

function answer(row: RowReader, column: string): Answer {
  const cell = row.cell([column], LINE)
  return cell === null ? null : readAnswer(row, cell.column, cell.value, ANSWERS)
}

function readAnswer(
  row: RowReader,
  field: string,
  value: string,
  known: Readonly<Record<string, boolean>>
): Answer {
  const found = known[normaliseLabel(value)]
  if (found === undefined) {
    row.report({ kind: 'unmapped-value', field, value, reason: 'neither yes nor no' })
    return null
  }
  return found
}

/** The number in a cell with steps or centimetres; some records use False for 0. */
function numberIn(row: RowReader, column: string): number | null {
  const cell = row.cell([column], LINE)
  if (cell === null) return null
  const plain = normaliseLabel(cell.value)
  if (plain === 'false' || plain === 'faux') return 0
  const number = Number(cell.value.replace(',', '.'))
  if (Number.isFinite(number)) return number
  row.report({ kind: 'unreadable', field: column, value: cell.value, reason: 'not a number' })
  return null
}
