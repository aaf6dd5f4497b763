import { readDilaRanges } from '../../domain/hours/read/read-dila.ts'
import type { OpeningHours } from '../../domain/places/opening-hours.ts'
import { clean } from '../clean/step.ts'
import { PARAGRAPHS } from '../clean/text.ts'
import { declaredSource } from '../declared/declared-source.ts'
import type { Meaning } from '../declared/meaning.ts'
import { isObject, opened } from '../read/flatten.ts'
import { hoursOf } from '../read/french-hours.ts'
import type { RowReader } from '../row.ts'
import type { Raw } from '../source.ts'

/**
 * The kinds of services that help people with digital tasks. The register has 190 kinds, from prisons to
 * lighthouses.
 */
const KINDS: Readonly<Record<string, Meaning>> = {
  france_services: { type: 'RFS', label: 'france-services' },
  msap: { type: 'MSAP' },
  mission_locale: { type: 'ML' },
  // These are in préfectures, for driving licences and identity papers, which must be requested online.
  point_accueil_numerique: { type: 'PREF' },
  bibli: { type: 'BIB' },
  cij: { type: 'PIJ_BIJ' },
  ccas: { type: 'CCAS' },
  mairie: { type: 'MUNI' },
  france_travail: { type: 'FT' },
  pole_emploi: { type: 'FT' },
  caf: { type: 'CAF' },
  cpam: { type: 'CPAM' },
  maison_handicapees: { type: 'MDPH' },
  epci: { type: 'EPCI' },
  epide: { type: 'EPIDE' },
  afpa: { type: 'AFPA' },
  point_justice: { type: 'PAD' }
}

const listOf = (value: unknown): readonly Raw[] => [opened(value)].flat().filter(isObject)

/**
 * Prepares a record: keeps one address for visitors and reports the others; if the service has several kinds, keeps
 * those that belong in the directory.
 */
function prepare(raw: Raw): Raw {
  const addresses = listOf(raw.adresse)
  const visited = addresses.find(({ type_adresse }) => type_adresse === 'Adresse') ?? addresses[0]
  const kinds = listOf(raw.pivot).map(({ type_service_local }) => type_service_local)
  const listed = kinds.filter((kind) => String(kind) in KINDS)
  const { plage_ouverture: _, commentaire_plage_ouverture: __, pivot: ___, ...others } = raw
  return {
    ...quoting(others),
    kind: listed.length > 0 ? listed : [kinds[0] ?? 'none'],
    adresse: visited === undefined ? [] : [visited],
    autre_adresse: addresses.filter((address) => address !== visited)
  }
}

/** Turns the partner that supplied the record and its number there into a quote: the `id_fs` of France services. */
function quoting({ partenaire, partenaire_identifiant, ...rest }: Raw): Raw {
  if (partenaire !== 'france_service') return { partenaire, partenaire_identifiant, ...rest }
  return { ...rest, id_fs: partenaire_identifiant }
}

function hours(row: RowReader, raw: Raw, timezone: string): OpeningHours {
  const comment = clean(PARAGRAPHS, String(raw.commentaire_plage_ouverture ?? '')).value
  const ranges = listOf(raw.plage_ouverture)
  return hoursOf(row, 'plage_ouverture', readDilaRanges(ranges, comment || null), timezone)
}

/** The State's directory of local services, as a JSON dump or an Opendatasoft export. */
export const DILA = declaredSource(
  {
    source: 'dila',
    name: 'Annuaire de l’administration (service-public.gouv.fr)',
    homepage: 'https://lannuaire.service-public.gouv.fr',
    download:
      'https://api-lannuaire.service-public.fr/api/explore/v2.1/catalog/datasets/api-lannuaire-administration/exports/json',
    cadence: 24,
    licence: 'etalab-2.0',
    may_quote: true,
    priority: 60,
    required: ['id', 'nom', 'pivot'],
    id: 'id',
    url: 'url_service_public',
    changed_on: 'date_modification',
    quotes: { 'france-services': 'id_fs' },
    place: {
      name: 'nom',
      description: 'information_complementaire',
      siret: 'siret',
      address: {
        street: 'adresse.numero_voie',
        complement: {
          join: ['adresse.complement1', 'adresse.complement2', 'adresse.service_distribution'],
          with: ', '
        },
        postcode: 'adresse.code_postal',
        city: 'adresse.nom_commune',
        code: 'code_insee_commune'
      },
      position: { lat: 'adresse.latitude', lon: 'adresse.longitude' },
      phone: 'telephone.valeur',
      emails: 'adresse_courriel',
      websites: 'site_internet.valeur'
    },
    tables: [
      {
        columns: 'kind',
        values: KINDS,
        other: { refuse: 'a kind of service that does not help with digital life' }
      },
      {
        columns: 'adresse.accessibilite',
        values: { ACC: { wheelchair: 'yes' }, DEM: { wheelchair: 'limited' }, NAC: { wheelchair: 'no' } }
      },
      { columns: 'statut_de_diffusion', values: { true: {}, false: { refuse: 'withheld by its producer' } } }
    ],
    ignore: ['adresse.type_adresse', 'adresse.pays', 'adresse.continent', 'siren', 'date_creation']
  },
  { prepare, hours }
)
