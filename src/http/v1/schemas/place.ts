import { z } from 'zod'
import { KNOWN_WEEKS } from '../../../domain/opening/known-weeks.ts'
import { FEATURES } from '../../../domain/vocabularies/accessibility.ts'
import { Highlight } from './highlight.ts'

const codes = (description: string, example: string) =>
  z.array(z.string()).meta({ description, examples: [[example]] })
const textOrNull = (description: string, example: string) =>
  z
    .string()
    .nullable()
    .meta({ description, examples: [example] })

const implied = (what: string, code: string, because: string) =>
  z
    .array(
      z.object({
        code: z.string().meta({ description: 'Code of the same vocabulary.', examples: [code] }),
        because: z.string().meta({
          description:
            'What it follows from: `type:` or `label:` and the code of one that the place has, or `name:` and the type that its name says.',
          examples: [because]
        })
      })
    )
    .meta({ description: what })

const Address = z.object({
  street: textOrNull('Number and street.', '48 bis rue de Beauvais'),
  complement: textOrNull('Building, floor, hamlet.', '1er étage'),
  postcode: textOrNull('Postcode.', '14400'),
  city: textOrNull('City, as its source writes it.', 'Bayeux'),
  commune: textOrNull('INSEE code of the commune or municipal arrondissement.', '14047'),
  epci: textOrNull('SIREN of the intercommunality.', '241400555'),
  department: textOrNull('Code of the département.', '14'),
  region: textOrNull('Code of the région.', '28'),
  country: z.string().meta({ description: 'ISO 3166-1 alpha-2.', examples: ['FR'] })
})

const Location = z
  .object({
    lat: z
      .number()
      .min(-90)
      .max(90)
      .meta({ description: 'WGS 84 degrees.', examples: [49.2764] }),
    lon: z
      .number()
      .min(-180)
      .max(180)
      .meta({ description: 'WGS 84 degrees.', examples: [-0.7024] }),
    origin: z.enum(['producer', 'geocoder']).meta({ description: 'Who says so.', examples: ['producer'] }),
    precision: z
      .enum(['housenumber', 'street', 'municipality'])
      .nullable()
      .meta({ description: 'How finely a geocoder placed it.', examples: ['housenumber'] }),
    uncertainty_m: z
      .int()
      .min(0)
      .nullable()
      .meta({
        description: 'Expected error of the position in metres; null until it has been worked out.',
        examples: [50]
      })
  })
  .nullable()
  .meta({ description: 'Null when nobody says where.' })

const Person = z
  .object({
    name: z.string().meta({ description: 'Name.', examples: ['Camille Martin'] }),
    role: textOrNull('What they do there.', 'Conseillère numérique'),
    phone: textOrNull('E.164; only where its source permits.', '+33199000001'),
    email: textOrNull('Only where its source permits.', 'camille.martin@example.org')
  })
  .nullable()
  .meta({ description: 'The person in charge.' })

const Contacts = z.object({
  phone: textOrNull('E.164.', '+33199000000'),
  emails: z
    .array(z.string())
    .meta({ description: 'Addresses of the place.', examples: [['contact@example.org']] }),
  websites: z
    .array(z.string())
    .meta({ description: 'Pages of the place.', examples: [['https://example.org/epn']] }),
  person: Person
})

const Week = z
  .object({
    days: z
      .array(
        z.object({
          date: z.iso.date().meta({ description: 'Where the place is.', examples: ['2026-11-11'] }),
          day: z.string().meta({ description: 'In words.', examples: ['mercredi 11 novembre'] }),
          hours: z.string().meta({ description: 'In words.', examples: ['9\u00a0h – 12\u00a0h'] }),
          spans: z
            .array(
              z.object({
                opens: z.string().meta({ description: 'Clock there, HH:MM.', examples: ['09:00'] }),
                closes: z.string().meta({
                  description: 'Clock there; no later than it opens is the day after.',
                  examples: ['12:00']
                }),
                state: z
                  .enum(['open', 'by_appointment', 'unknown'])
                  .meta({ description: 'How it is then.', examples: ['open'] })
              })
            )
            .meta({ description: 'The same for machines; none is closed.' }),
          holiday: textOrNull(
            'The public holiday of that day, or the school holidays that change its hours.',
            'Armistice 1918'
          ),
          exception: z
            .boolean()
            .meta({ description: 'Not as usual on that day of the week.', examples: [true] })
        })
      )
      .meta({ description: 'Seven days from today.' }),
    exceptions: z.array(z.string()).meta({
      description: 'The days that are not as usual, each in a sentence.',
      examples: [['fermé le 11 novembre (Armistice 1918)']]
    })
  })
  .meta({
    description:
      'The week in words, in the language of `lang` or `Accept-Language`; null where the hours are not known. Of `/v1/places/{id}` only.'
  })

const OpeningHours = z.object({
  osm: textOrNull('OpenStreetMap opening_hours.', 'Mo-Fr 09:00-12:00,14:00-18:00; PH off'),
  raw: textOrNull('As its source writes it.', 'Du lundi au vendredi, 9h-12h et 14h-18h'),
  confidence: z
    .enum(['exact', 'partial', 'none'])
    .meta({ description: 'How much of the raw text the OSM value holds.', examples: ['exact'] }),
  timezone: z.string().meta({ description: 'IANA time zone of the place.', examples: ['Europe/Paris'] }),
  state: z
    .enum(['open', 'closed', 'by_appointment', 'unknown'])
    .optional()
    .meta({ description: 'Now; left out of what is kept: exports and changes.', examples: ['open'] }),
  next_change: textOrNull(
    `RFC 3339 instant, in the time of the place, at which the state changes next; null if not within ${KNOWN_WEEKS} weeks. Left out with the state.`,
    '2026-11-23T09:00:00+01:00'
  ).optional(),
  week: Week.nullable().optional()
})

const known = z
  .boolean()
  .nullable()
  .meta({ description: 'Null means unknown.', examples: [true] })

const Accessibility = z.object({
  wheelchair: z
    .enum(['yes', 'limited', 'no', 'unknown'])
    .meta({ description: 'By wheelchair: `limited` is with help, or not everywhere.', examples: ['yes'] }),
  ...(Object.fromEntries(FEATURES.map((feature) => [feature, known])) as {
    [feature in (typeof FEATURES)[number]]: typeof known
  }),
  sheet: textOrNull('Its acceslibre sheet.', 'https://acceslibre.beta.gouv.fr/app/erp/exemple/')
})

const Label = z.object({
  code: z.string().meta({ description: 'Code of the vocabulary `labels`.', examples: ['france-services'] }),
  valid_from: textOrNull('First day, ISO 8601.', '2024-01-01'),
  valid_until: textOrNull('Last day, ISO 8601.', '2027-12-31'),
  source: z.string().meta({ description: 'Slug of the source that says so.', examples: ['mednum'] })
})

const SourceReference = z.object({
  source: z.string().meta({ description: 'Slug of the source.', examples: ['mednum'] }),
  id: z.string().meta({ description: 'Id of its record there.', examples: ['123'] }),
  url: textOrNull('Where the source shows it.', 'https://example.org/lieux/123'),
  licence: z.string().meta({ description: 'Licence of the record.', examples: ['etalab-2.0'] }),
  updated_at: textOrNull('When the source changed it.', '2026-09-01')
})

const WholePlace = z.object({
  id: z.uuid().meta({
    description: 'Never changes, never reused.',
    examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90']
  }),
  name: z.string().meta({ description: 'Name.', examples: ['Espace public numérique de Bayeux'] }),
  types: codes('Typology codes.', 'EPN'),
  summary: textOrNull('In a sentence or two.', 'Ateliers et accès libre.'),
  description: textOrNull('At length.', 'Ouvert à tous, sur inscription.'),
  services: codes('Codes of `services`.', 'aide-aux-demarches-administratives'),
  services_implied: implied(
    'Services that it surely offers by what it is, beside those that it declares.',
    'aide-aux-demarches-administratives',
    'type:RFS'
  ),
  audiences: codes('Codes of `publics_specifiquement_adresses`.', 'seniors'),
  audiences_implied: implied('Whom it surely addresses by what it is.', 'jeunes', 'type:ML'),
  needs: codes('Codes of `prise_en_charge_specifique`.', 'surdite'),
  fees: codes('Codes of `frais_a_charge`.', 'gratuit'),
  fees_implied: implied(
    'What it surely costs by what it is, where it tells no price.',
    'gratuit',
    'type:RFS'
  ),
  access: codes('Codes of `modalites_acces`.', 'se-presenter'),
  support: codes('Codes of `modalites_accompagnement`.', 'en-autonomie'),
  labels: z.array(Label).meta({ description: 'Labels, programmes and trainings.' }),
  itinerant: known,
  address: Address,
  location: Location,
  distance_m: z
    .number()
    .nullable()
    .optional()
    .meta({
      description:
        'Metres along the ellipsoid from `lat` and `lon`, else from the town or postcode that is asked for; left out if the question says of no point.',
      examples: [1234.5]
    }),
  beyond_radius: z.literal(true).optional().meta({
    description:
      'Beyond what was asked: outside the radius, called in by `min_results`; further than `within` says; or outside the territory that the words name.'
  }),
  fit: z
    .array(
      z.object({
        typed: z.string().meta({ description: 'The words, as typed.', examples: ['fablab'] }),
        fit: z.enum(['declared', 'implied', 'unknown', 'no']).meta({
          description:
            'The place declares it; offers it by what it is, or says it in its description; says nothing of it; or is known not to.',
          examples: ['declared']
        })
      })
    )
    .optional()
    .meta({
      description: 'Of searches, where `fields` names it: how each wish of `q` fits the place, the time last.'
    }),
  highlights: z.array(Highlight).optional().meta({
    description:
      'Of searches, where `fields` names it: what of the place the words of `q` found. Accents, plurals, other words for the same and typing errors included.'
  }),
  contacts: Contacts,
  opening_hours: OpeningHours,
  accessibility: Accessibility,
  booking_url: textOrNull('Where to book.', 'https://example.org/rdv'),
  parent_organisation: textOrNull('Who runs it.', 'Ville de Bayeux'),
  siret: textOrNull('SIRET.', '21140047600013'),
  rna: textOrNull('RNA of the association that runs it.', 'W142003455'),
  sources: z.array(SourceReference).meta({ description: 'The records it is made from.' }),
  quality: z.object({
    score: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: 'From 0 to 1.', examples: [0.82] })
  }),
  created_at: z.iso.datetime().meta({ description: 'RFC 3339.', examples: ['2026-01-05T09:00:00.000Z'] }),
  updated_at: z.iso.datetime().meta({ description: 'RFC 3339.', examples: ['2026-11-20T22:48:00.000Z'] })
})

export const Place = WholePlace.partial().required({ id: true }).meta({
  id: 'Place',
  description:
    'A place where people are helped with digital life. Null means unknown; a property is left out only where `fields` does not name it.'
})

export const PLACE_PROPERTIES = Object.keys(WholePlace.shape) as (keyof typeof WholePlace.shape)[]
export type PlaceProperty = (typeof PLACE_PROPERTIES)[number]
