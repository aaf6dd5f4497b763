import { FEATURES } from '../../domain/vocabularies/accessibility.ts'
import type { CodeParameter } from '../../domain/vocabularies/term.ts'

/** How a field is filled in. `lines`: one value a line; `answer`: yes, no, or not said. */
export type Filling =
  | { readonly by: 'line' | 'area' | 'lines' | 'phone' | 'address' | 'answer' | 'wheelchair' | 'position' }
  | { readonly by: 'boxes'; readonly parameter: CodeParameter }

export type EditField = {
  /** Its name in the form. */
  readonly name: string
  /** Its name in the API and in provenance. */
  readonly field: string
  readonly filling: Filling
}

const field = (name: string, of: string, by: Exclude<Filling['by'], 'boxes'>): EditField => ({
  name,
  field: of,
  filling: { by }
})
const boxes = (name: string, of: string, parameter: CodeParameter): EditField => ({
  name,
  field: of,
  filling: { by: 'boxes', parameter }
})

/** What the form contains, by the name of its field; lists with one value a line. */
export type TypedEdit = Readonly<Record<string, string>>

/** The fields that a manager fills in, by section, in the order of the page. Opening hours have a form of their own. */
export const SECTIONS = {
  contact: [
    field('telephone', 'contacts.phone', 'phone'),
    field('courriels', 'contacts.emails', 'lines'),
    field('sites', 'contacts.websites', 'lines'),
    field('rendez_vous', 'booking_url', 'address')
  ],
  where: [
    field('rue', 'address.street', 'line'),
    field('complement', 'address.complement', 'line'),
    field('code_postal', 'address.postcode', 'line'),
    field('ville', 'address.city', 'line'),
    field('position', 'location', 'position'),
    field('itinerant', 'itinerant', 'answer')
  ],
  offers: [
    boxes('services', 'services', 'service'),
    boxes('tarifs', 'fees', 'fee'),
    boxes('publics', 'audiences', 'audience'),
    boxes('besoins', 'needs', 'need'),
    boxes('acces', 'access', 'access'),
    boxes('accompagnement', 'support', 'support')
  ],
  accessibility: [
    field('fauteuil', 'accessibility.wheelchair', 'wheelchair'),
    ...FEATURES.map((feature) => field(feature, `accessibility.${feature}`, 'answer')),
    field('fiche_acceslibre', 'accessibility.sheet', 'address')
  ],
  presentation: [
    field('resume', 'summary', 'area'),
    field('presentation', 'description', 'area'),
    field('structure', 'parent_organisation', 'line')
  ],
  checked: [field('nom', 'name', 'line'), boxes('genres', 'types', 'type')]
} as const satisfies Readonly<Record<string, readonly EditField[]>>

/** What waits for a moderator: another name or kind can make another place of it. */
export const isChecked = (of: string): boolean => SECTIONS.checked.some(({ field: name }) => name === of)

export type SectionName = keyof typeof SECTIONS

/** Opening hours, whose form has many fields of its own. The name leads to the first of them. */
export const HOURS = { name: 'horaires', field: 'opening_hours' } as const

const PLAIN_FIELDS: readonly EditField[] = Object.values(SECTIONS).flat()

export const plainFields = (): readonly EditField[] => PLAIN_FIELDS

/** The name in the form of a field of the API. */
export const formNameOf = (of: string): string =>
  of === HOURS.field ? HOURS.name : (PLAIN_FIELDS.find((each) => each.field === of)?.name ?? of)
