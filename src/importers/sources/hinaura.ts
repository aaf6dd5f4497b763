import { declaredSource } from '../declared/declared-source.ts'
import { HINAURA_TABLES } from './hinaura-tables.ts'

/** The name of the column, with the spelling mistake that it has in the file. */
const EMAIL =
  "Email (éviter les emails nominatifs - en cas d'email nominitatif seule la personne concernée est autorisé à l'ajouter)"

/**
 * The places of Auvergne-Rhône-Alpes, from the export of its YesWiki form; internal field names are also read. The
 * export has no ids, but the creation date and the name of a sheet never change.
 */
export const HINAURA = declaredSource({
  source: 'hinaura',
  name: 'Hinaura, acteurs de la médiation numérique en Auvergne-Rhône-Alpes',
  homepage: 'https://carto.hinaura.fr',
  licence: 'ODbL-1.0',
  priority: 45,
  required: ['datetime_create', 'datetime_latest'],
  id: ['Nom du lieu ou de la structure *', 'bf_titre', 'datetime_create', 'Adresse postale *', 'bf_adresse1'],
  changed_on: 'datetime_latest',
  place: {
    name: ['Nom du lieu ou de la structure *', 'bf_titre'],
    description: 'Informations diverses (précisions sur votre structure, vos services, vos partenaires...)',
    siret: 'bf_siret',
    address: {
      street: ['Adresse postale *', 'bf_adresse1'],
      complement: 'bf_adresse2',
      postcode: ['Code postal', 'bf_code_postal'],
      city: ['Ville *', 'bf_ville'],
      code: 'bf_codeinsee'
    },
    position: { lat: 'bf_latitude', lon: 'bf_longitude' },
    phone: ['Téléphone', 'bf_telephone'],
    emails: EMAIL,
    websites: ['Site Web', 'bf_site_internet'],
    hours: {
      days: {
        Mo: 'Lundi',
        Tu: 'Mardi',
        We: 'Mercredi',
        Th: 'Jeudi',
        Fr: 'Vendredi',
        Sa: 'Samedi',
        Su: 'Dimanche'
      }
    }
  },
  tables: HINAURA_TABLES,
  // Ignored: the terms to which people agreed in the form.
  ignore: [
    'Politique de confidentialité relative aux données personnelles *',
    'Licence des données collectées *',
    'Etat'
  ]
})
