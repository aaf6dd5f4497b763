/*
 * The national standard 1.0.2 according to its own schema: the columns in order, whether a column is required, and
 * the format of its values. It is written out here, so that the export is checked against the standard and not
 * against itself.
 */

type Column = { readonly name: string; readonly required?: true; readonly pattern?: RegExp }

/** Matches values separated by `|`, each of which must be one of the given values. */
const oneOf = (...values: readonly string[]): RegExp =>
  new RegExp(`^(?:(?:^|\\|)(?:${values.map((value) => value.replace(/[.()/]/g, '\\$&')).join('|')}))+$`)

/** The decimal format of XML Schema, to which Table Schema refers. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

export const STANDARD: readonly Column[] = [
  { name: 'id', required: true },
  { name: 'pivot', required: true, pattern: /^[a-zA-Z0-9]{9,14}$/ },
  { name: 'nom', required: true },
  { name: 'commune', required: true },
  { name: 'code_postal', required: true, pattern: /^\d{5}$/ },
  { name: 'code_insee', pattern: /^([013-9]\d|2[AB1-9])\d{3}$/ },
  { name: 'adresse', required: true },
  { name: 'complement_adresse' },
  { name: 'latitude', pattern: NUMBER },
  { name: 'longitude', pattern: NUMBER },
  { name: 'typologie', pattern: /^[A-Za-z0-9_]+(\|[A-Za-z0-9_]+)*$/ },
  { name: 'telephone', pattern: /^(\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+508|\+681)\d{6,9}$/ },
  { name: 'courriels', pattern: /^[^|@\s]+@[^|@\s]+(\|[^|@\s]+@[^|@\s]+)*$/ },
  { name: 'site_web', pattern: /^https?:\/\/[^|]+(\|https?:\/\/[^|]+)*$/ },
  { name: 'horaires' },
  { name: 'presentation_resume', pattern: /^[\s\S]{0,280}$/u },
  { name: 'presentation_detail' },
  { name: 'source' },
  { name: 'itinerance', pattern: oneOf('Itinérant', 'Fixe') },
  { name: 'structure_parente' },
  { name: 'date_maj', required: true, pattern: DAY },
  {
    name: 'services',
    pattern: oneOf(
      'Aide aux démarches administratives',
      'Maîtrise des outils numériques du quotidien',
      'Insertion professionnelle via le numérique',
      'Utilisation sécurisée du numérique',
      'Parentalité et éducation avec le numérique',
      'Loisirs et créations numériques',
      'Compréhension du monde numérique',
      'Accès internet et matériel informatique',
      'Acquisition de matériel informatique à prix solidaire'
    )
  },
  {
    name: 'publics_specifiquement_adresses',
    pattern: oneOf('Jeunes', 'Étudiants', 'Familles et/ou enfants', 'Seniors', 'Femmes')
  },
  {
    name: 'prise_en_charge_specifique',
    pattern: oneOf(
      'Surdité',
      'Handicaps moteurs',
      'Handicaps mentaux',
      'Illettrisme',
      'Langues étrangères (anglais)',
      'Langues étrangères (autres)',
      'Déficience visuelle'
    )
  },
  { name: 'frais_a_charge', pattern: oneOf('Gratuit', 'Gratuit sous condition', 'Payant') },
  {
    name: 'dispositif_programmes_nationaux',
    pattern: oneOf(
      'Aidants Connect',
      'Bibliothèques numérique de référence',
      'Certification PIX',
      'Conseillers numériques',
      'Emmaüs Connect',
      'France Services',
      'Grande école du numérique',
      'La Croix Rouge',
      "Point d'accès numérique CAF",
      'Promeneurs du net',
      'Relais numérique (Emmaüs Connect)'
    )
  },
  {
    name: 'formations_labels',
    pattern: oneOf(
      'Formé à « Mon Espace Santé »',
      'Formé à « DUPLEX » (illettrisme)',
      'Arnia/MedNum BFC (Bourgogne-Franche-Comté)',
      'Collectif ressources et acteurs réemploi (Normandie)',
      // The space is missing, as in the schema.
      'Étapes numériques(La Poste)',
      'Fabriques de Territoire',
      'Les Éclaireurs du numérique (Drôme)',
      'Mes Papiers (Métropole de Lyon)',
      'ORDI 3.0',
      'SUD LABS (PACA)'
    )
  },
  { name: 'autres_formations_labels' },
  {
    name: 'modalites_acces',
    pattern: oneOf(
      'Se présenter',
      'Téléphoner',
      'Contacter par mail',
      'Prendre un RDV en ligne',
      "Ce lieu n'accueille pas de public",
      'Envoyer un mail avec une fiche de prescription'
    )
  },
  {
    name: 'modalites_accompagnement',
    pattern: oneOf('En autonomie', 'Accompagnement individuel', 'Dans un atelier collectif', 'À distance')
  },
  { name: 'fiche_acces_libre', pattern: /^https?:\/\// },
  { name: 'prise_rdv', pattern: /^https?:\/\// }
]

/** Returns the violations of the standard in a row. */
export function refusals(row: Readonly<Record<string, string>>): readonly string[] {
  return STANDARD.flatMap(({ name, required, pattern }) => {
    const value = row[name] ?? ''
    if (value === '') return required ? [`${name} is empty`] : []
    return pattern && !pattern.test(value) ? [`${name}: ${value}`] : []
  })
}
