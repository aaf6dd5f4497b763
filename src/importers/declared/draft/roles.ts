import { normaliseLabel } from '../../../domain/vocabularies/read-label.ts'
import { isEmail } from '../../clean/email.ts'
import { isSiret } from '../../read/registered.ts'
import { type Column, shareOf } from './columns.ts'

/** A part of a place that one column, or a few, may hold. */
export type Role =
  | 'emails'
  | 'siret'
  | 'sheet'
  | 'websites'
  | 'postcode'
  | 'code'
  | 'phone'
  | 'osm'
  | 'hours'
  | 'changed_on'
  | 'id'
  | 'name'
  | 'city'
  | 'whole'
  | 'street'
  | 'complement'
  | 'description'
  | 'ignore'

type Rule = {
  readonly role: Role
  /** Patterns for the header, the most telling first. If missing, any header fits. */
  readonly headers?: readonly RegExp[]
  /** A test that values must pass; `share` is the share of the column's values that must pass it. */
  readonly value?: (value: string) => boolean
  readonly share?: number
  readonly most?: number
}

const digits = (value: string): string => value.replace(/\D/g, '')
const isPhone = (value: string): boolean =>
  /^[+(]?\d[\d\s().,/+-]*$/.test(value) && digits(value).length >= 9 && digits(value).length <= 13
const isFrenchPhone = (value: string): boolean =>
  /^(?:0[1-9]|\+?33|\(\+33\))/.test(value) && isPhone(value) && !/^\d{14}$/.test(value)
const isWeb = (value: string): boolean => /^(?:https?:\/\/|www\.)\S+$/i.test(value)
const isBareWeb = (value: string): boolean =>
  isWeb(value) || /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,6}(?:\/\S*)?$/i.test(value)
const isDate = (value: string): boolean =>
  /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{4}\/\d{2}\/\d{2})/.test(value)
const saysHours = (value: string): boolean =>
  /\b(?:lun|mar|mer|jeu|ven|sam|dim)[a-z]*\b/i.test(value) && /\d{1,2}\s?(?:h|:)/i.test(value)
const isOsm = (value: string): boolean =>
  /\b(?:Mo|Tu|We|Th|Fr|Sa|Su)\b/.test(value) && /\d{2}:\d{2}/.test(value)
const hasTown = (value: string): boolean => /\b\d{5}\b[\s,-]+\p{L}/u.test(value)

/**
 * The rules, in the order in which they are applied: roles that the values prove come before roles that only the
 * headers suggest. Headers are compared without accents and case.
 */
const RULES: readonly Rule[] = [
  { role: 'emails', value: (value) => isEmail(value.split(/[\s;,|]/)[0] ?? ''), share: 0.6, most: 3 },
  { role: 'siret', value: (value) => isSiret(value.replaceAll(' ', '')), share: 0.6 },
  { role: 'sheet', value: (value) => value.includes('acceslibre.'), share: 0.6 },
  { role: 'ignore', headers: [/\b(?:image|photo|logo|icone?|picto)/], value: isWeb, share: 0.6, most: 9 },
  { role: 'websites', value: isWeb, share: 0.7, most: 4 },
  {
    role: 'websites',
    headers: [/\b(?:sites?|web|url|liens?|internet|reseaux|facebook)\b/],
    value: isBareWeb,
    share: 0.6,
    most: 4
  },
  {
    role: 'code',
    headers: [/insee|codgeo|depcom/, /code (?:officiel |de la )?commune/],
    value: (value) => /^(?:\d{4,5}|2[AB]\d{3})$/i.test(value),
    share: 0.7
  },
  {
    role: 'postcode',
    headers: [/code ?post/, /^cp\b|\bcp$|^cp_/, /postal|postcode|zip/],
    value: (value) => /^\d{2} ?\d{2,3}$/.test(value),
    share: 0.7
  },
  { role: 'phone', headers: [/tel|phone|mobile|portable|fixe|numero/], value: isPhone, share: 0.5, most: 3 },
  { role: 'phone', value: isFrenchPhone, share: 0.8, most: 3 },
  { role: 'osm', value: isOsm, share: 0.6 },
  {
    role: 'hours',
    headers: [/horaire|ouverture|heures|hours|permanence/],
    value: (value) => /\d ?[h:]/i.test(value),
    share: 0.3,
    most: 2
  },
  { role: 'hours', value: saysHours, share: 0.5, most: 2 },
  {
    role: 'changed_on',
    headers: [/maj\b|mise? a jour|modif|update|edit|actualis/, /\bdate\b/],
    value: isDate,
    share: 0.8
  },
  {
    role: 'ignore',
    headers: [
      /^(?:code )?(?:dept?|departement|region|reg|pays|epci|academie|arrondissement|canton|country)(?: |$)/,
      /(?:^| )(?:epci|intercommunalite)(?: |$)/
    ],
    most: 12
  },
  {
    role: 'id',
    headers: [
      /^(?:id|identifiant|uuid|gid|fid|objectid|record ?(?:id|key))\b/,
      /\bid\b|identifiant|^(?:code|numero|num|ref|reference)\b/
    ]
  },
  {
    role: 'name',
    headers: [
      /^(?:nom|name|libelle|intitule|denomination|titre|title)(?: 1)?$/,
      /^(?:nom|libelle|intitule|denomination|raison sociale|titre)\b(?!.*\b(?:contact|referent|responsable|commune|voie|rue)\b)/,
      /\b(?:nom|structure|lieu|etablissement|enseigne|appellation|organisme)\b(?!.*\b(?:contact|referent|responsable|commune|voie|rue)\b)/
    ],
    value: (value) => /\p{L}{2}/u.test(value),
    share: 0.8
  },
  {
    role: 'city',
    headers: [
      /^(?:commune|ville|city|localite|town)$/,
      /\b(?:commune|ville|localite|city|municipality|addresslocality)\b/
    ],
    value: (value) => /^(?:\d{5} )?\p{L}/u.test(value),
    share: 0.8
  },
  { role: 'whole', headers: [/adresse|address|localisation/], value: hasTown, share: 0.6 },
  { role: 'complement', headers: [/complement|batiment|lieu dit|etage/] },
  {
    role: 'street',
    headers: [/^(?:adresse|address|rue|voie|street)$/, /adresse|\brue\b|\bvoie\b|street|address/],
    value: (value) => /\p{L}{2}/u.test(value),
    share: 0.7
  },
  {
    role: 'description',
    headers: [/description|presentation|descriptif|resume|activites/],
    value: (value) => value.length > 30,
    share: 0.5
  }
]

/** The columns of each role. A column has at most one role; columns without a role are left out. */
export function rolesOf(columns: readonly Column[]): ReadonlyMap<Role, readonly Column[]> {
  const roles = new Map<Role, Column[]>()
  const taken = new Set<Column>()
  for (const rule of RULES) {
    const found = roles.get(rule.role) ?? []
    const wanted = (rule.most ?? 1) - found.length
    const fitting = candidates(
      rule,
      columns.filter((column) => !taken.has(column))
    ).slice(0, Math.max(0, wanted))
    for (const column of fitting) taken.add(column)
    if (fitting.length > 0) roles.set(rule.role, [...found, ...fitting])
  }
  return roles
}

function candidates(rule: Rule, columns: readonly Column[]): readonly Column[] {
  return columns
    .map((column) => ({ column, rank: rankOf(rule, column) }))
    .filter(({ rank }) => rank !== -1)
    .toSorted((left, right) => left.rank - right.rank)
    .map(({ column }) => column)
}

/** How telling the header is, 0 for the most telling; -1 if header or values do not fit. */
function rankOf({ role, headers, value, share = 0 }: Rule, column: Column): number {
  if (value !== undefined && shareOf(column, value) < share) return -1
  if (role === 'id' && !isKey(column)) return -1
  if (headers === undefined) return 0
  const header = headerOf(column)
  return headers.findIndex((pattern) => pattern.test(header))
}

/** Whether every row has a value, and no two rows have the same value. */
export const isKey = ({ rows, values, distinct }: Column): boolean =>
  values.length === rows && distinct.size === rows

/** The header of a column as words: "codePostal" is "code postal", and "Libelle1" is "libelle 1". */
const headerOf = ({ name }: Column): string =>
  normaliseLabel(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/(\p{L})(\d)/gu, '$1 $2'))
