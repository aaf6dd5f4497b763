import { z } from 'zod'
import { KNOWN_WEEKS } from '../../../domain/opening/known-weeks.ts'
import type { FoundPlace } from '../../../domain/places/place.ts'
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
            'The reason: `type:` or `label:` with the code of a type or label of the place, or `name:` with the type that its name contains.',
          examples: [because]
        })
      })
    )
    .meta({ description: what })

const Address = z.object({
  street: textOrNull('Number and street.', '48 bis rue de Beauvais'),
  complement: textOrNull('Building, floor, hamlet.', '1er étage'),
  postcode: textOrNull('Postcode.', '14400'),
  city: textOrNull('City, as written by the source.', 'Bayeux'),
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
    origin: z
      .enum(['producer', 'geocoder'])
      .meta({ description: 'Where the position comes from.', examples: ['producer'] }),
    precision: z
      .enum(['housenumber', 'street', 'municipality', 'postcode'])
      .nullable()
      .meta({
        description:
          'Precision of the geocoder; null if the position comes from the producer. `municipality` is the centre of the commune, and `postcode` the mean of the centres of the communes of the postcode.',
        examples: ['housenumber']
      }),
    uncertainty_m: z
      .int()
      .min(0)
      .nullable()
      .meta({
        description: 'Expected error of the position in metres; null until it has been computed.',
        examples: [50]
      })
  })
  .nullable()
  .meta({ description: 'Position of the place; null if unknown.' })

const Person = z
  .object({
    name: z.string().meta({ description: 'Name.', examples: ['Camille Martin'] }),
    role: textOrNull('Role of the person.', 'Conseillère numérique'),
    phone: textOrNull('E.164; only if the source permits publication.', '+33199000001'),
    email: textOrNull('Only if the source permits publication.', 'camille.martin@example.org')
  })
  .nullable()
  .meta({ description: 'The person in charge.' })

const Contacts = z.object({
  phone: textOrNull('E.164, or a short number.', '+33199000000'),
  emails: z
    .array(z.string())
    .meta({ description: 'E-mail addresses of the place.', examples: [['contact@example.org']] }),
  websites: z
    .array(z.string())
    .meta({ description: 'Websites of the place.', examples: [['https://example.org/epn']] }),
  person: Person
})

const Week = z
  .object({
    days: z
      .array(
        z.object({
          date: z.iso.date().meta({ description: 'Date at the place.', examples: ['2026-11-11'] }),
          day: z.string().meta({ description: 'The date in words.', examples: ['mercredi 11 novembre'] }),
          hours: z.string().meta({ description: 'The hours in words.', examples: ['9\u00a0h – 12\u00a0h'] }),
          spans: z
            .array(
              z.object({
                opens: z
                  .string()
                  .meta({ description: 'Local time at the place, HH:MM.', examples: ['09:00'] }),
                closes: z.string().meta({
                  description: 'Local time at the place; on the next day if it is not later than `opens`.',
                  examples: ['12:00']
                }),
                state: z
                  .enum(['open', 'by_appointment', 'unknown'])
                  .meta({ description: 'State during this time.', examples: ['open'] })
              })
            )
            .meta({ description: 'The same for programs; empty if the place is closed all day.' }),
          holiday: textOrNull(
            'The public holiday on that day, or the school holidays that change the hours.',
            'Armistice 1918'
          ),
          exception: z.boolean().meta({
            description: 'Whether the hours differ from the usual ones on that day of the week.',
            examples: [true]
          })
        })
      )
      .meta({ description: 'Seven days, starting today.' }),
    exceptions: z.array(z.string()).meta({
      description: 'The days with unusual hours, one sentence each.',
      examples: [['fermé le 11 novembre (Armistice 1918)']]
    })
  })
  .meta({
    description:
      'The week in words, in the language of `lang` or `Accept-Language`; null if the hours are not known. Only in `/v1/places/{id}`.'
  })

const OpeningHours = z.object({
  osm: textOrNull('Opening hours in the OpenStreetMap format.', 'Mo-Fr 09:00-12:00,14:00-18:00; PH off'),
  raw: textOrNull('Opening hours as written by the source.', 'Du lundi au vendredi, 9h-12h et 14h-18h'),
  confidence: z
    .enum(['exact', 'partial', 'none'])
    .meta({ description: 'How much of the raw text is contained in the OSM value.', examples: ['exact'] }),
  timezone: z.string().meta({ description: 'IANA time zone of the place.', examples: ['Europe/Paris'] }),
  state: z
    .enum(['open', 'closed', 'by_appointment', 'unknown'])
    .optional()
    .meta({
      description:
        'Current state. Exports and changes leave it out, because copies of it would soon be out of date.',
      examples: ['open']
    }),
  next_change: textOrNull(
    `Time of the next change of state, RFC 3339 with the offset of the place; null if there is none within ${KNOWN_WEEKS} weeks, or if it is closed now and not known whether it opens next, for example on a public holiday. Left out of exports and changes.`,
    '2026-11-23T09:00:00+01:00'
  ).optional(),
  week: Week.nullable().optional()
})

const known = z
  .boolean()
  .nullable()
  .meta({ description: 'Null means unknown.', examples: [true] })

const Accessibility = z.object({
  wheelchair: z.enum(['yes', 'limited', 'no', 'unknown']).meta({
    description: 'Wheelchair access; `limited` means with help, or not everywhere.',
    examples: ['yes']
  }),
  ...(Object.fromEntries(FEATURES.map((feature) => [feature, known])) as {
    [feature in (typeof FEATURES)[number]]: typeof known
  }),
  sheet: textOrNull('Address of its acceslibre sheet.', 'https://acceslibre.beta.gouv.fr/app/erp/exemple/')
})

const Label = z.object({
  code: z.string().meta({ description: 'Code of the vocabulary `labels`.', examples: ['france-services'] }),
  valid_from: textOrNull('First day of validity, ISO 8601.', '2024-01-01'),
  valid_until: textOrNull('Last day of validity, ISO 8601.', '2027-12-31'),
  source: z.string().meta({ description: 'Slug of the source that reports it.', examples: ['mednum'] })
})

const SourceReference = z.object({
  source: z.string().meta({ description: 'Slug of the source.', examples: ['mednum'] }),
  id: z.string().meta({ description: 'Id of the record in that source.', examples: ['123'] }),
  url: textOrNull('Page of the record in that source.', 'https://example.org/lieux/123'),
  licence: z.string().meta({ description: 'Licence of the record.', examples: ['etalab-2.0'] }),
  updated_at: textOrNull('Date of the last change in that source.', '2026-09-01')
})

const properties = {
  id: z.uuid().meta({
    description: 'Id of the place; it never changes and is never reused.',
    examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90']
  }),
  name: z.string().meta({
    description: 'Name of the place, as its source writes it.',
    examples: ['ESPACE PUBLIC NUMERIQUE DE BAYEUX']
  }),
  display_name: z.string().meta({
    description:
      'Name of the place as people would write it: not all in capitals, and without stray punctuation. For most places it equals `name`.',
    examples: ['Espace public numérique de Bayeux']
  }),
  types: codes('Codes of the place typology.', 'EPN'),
  summary: textOrNull('Description in one or two sentences.', 'Ateliers et accès libre.'),
  description: textOrNull('Longer description.', 'Ouvert à tous, sur inscription.'),
  services: codes('Codes of the vocabulary `services`.', 'aide-aux-demarches-administratives'),
  services_implied: implied(
    'Services that the place certainly offers because of what it is, in addition to those that it declares.',
    'aide-aux-demarches-administratives',
    'type:RFS'
  ),
  audiences: codes('Codes of the vocabulary `publics_specifiquement_adresses`.', 'seniors'),
  audiences_implied: implied(
    'Audiences that the place certainly addresses because of what it is.',
    'jeunes',
    'type:ML'
  ),
  needs: codes('Codes of the vocabulary `prise_en_charge_specifique`.', 'surdite'),
  fees: codes('Codes of the vocabulary `frais_a_charge`.', 'gratuit'),
  fees_implied: implied(
    'What the place certainly costs because of what it is, if it states no price.',
    'gratuit',
    'type:RFS'
  ),
  access: codes('Codes of the vocabulary `modalites_acces`.', 'se-presenter'),
  support: codes('Codes of the vocabulary `modalites_accompagnement`.', 'en-autonomie'),
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
        'Distance in metres along the ellipsoid, from `lat` and `lon` if they are given, otherwise from the town or postcode of the search; absent without such a point.',
      examples: [1234.5]
    }),
  beyond_radius: z.literal(true).optional().meta({
    description:
      'The place is outside the radius and was added because of `min_results`, is farther away than `within`, or is outside the territory named in the words.'
  }),
  fit: z
    .array(
      z.object({
        typed: z.string().meta({ description: 'The typed words.', examples: ['fablab'] }),
        fit: z.enum(['declared', 'implied', 'unknown', 'no']).meta({
          description:
            '`declared`: the place declares it. `implied`: it is inferred from the kind of place, or mentioned in its description. `unknown`: nothing is known about it. `no`: the place is known not to offer it.',
          examples: ['declared']
        })
      })
    )
    .optional()
    .meta({
      description:
        'Only in searches, and only if `fields` lists it: how well the place fits each wish in `q`; a time comes last.'
    }),
  fits: z
    .boolean()
    .optional()
    .meta({
      description:
        'Only in searches, and only if `fields` lists it: whether the place meets all main wishes in `q`. `total` and `within` count only these places. If `q` contains only a time, the place must be known to be open then. If it contains other wishes too, the place must not be known to be closed.',
      examples: [true]
    }),
  highlights: z.array(Highlight).optional().meta({
    description:
      'Only in searches, if `fields` lists it: the texts of the place that match the words of `q`, including accents, plurals, synonyms and spelling mistakes.'
  }),
  contacts: Contacts,
  opening_hours: OpeningHours,
  accessibility: Accessibility,
  booking_url: textOrNull('Page for booking an appointment.', 'https://example.org/rdv'),
  parent_organisation: textOrNull('Organisation that runs the place.', 'Ville de Bayeux'),
  siret: textOrNull('SIRET number.', '21140047600013'),
  rna: textOrNull('RNA number of the association that runs the place.', 'W142003455'),
  sources: z.array(SourceReference).meta({ description: 'The records from which the place is made.' }),
  quality: z.object({
    score: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: 'Quality of the data, from 0 to 1.', examples: [0.82] })
  }),
  created_at: z.iso
    .datetime()
    .meta({ description: 'Creation, RFC 3339.', examples: ['2026-01-05T09:00:00.000Z'] }),
  updated_at: z.iso
    .datetime()
    .meta({ description: 'Last change, RFC 3339.', examples: ['2026-11-20T22:48:00.000Z'] }),
  reported_closed: z
    .object({
      since: z.iso.datetime().meta({ description: 'RFC 3339.', examples: ['2026-11-30T14:05:00.000Z'] })
    })
    .optional()
    .meta({
      description:
        'Only if people report that the place no longer exists, and a moderator has not decided yet: since when. `opening_hours` still says what the sources say. It is up to ten seconds late; exports and changes leave it out.'
    })
} satisfies Record<keyof FoundPlace | 'fit' | 'fits' | 'highlights', z.ZodType>

const WholePlace = z.object(properties)

export const Place = WholePlace.partial().required({ id: true }).meta({
  id: 'Place',
  description:
    'A place where people get help with digital life. Null means unknown; a property is left out only if `fields` does not list it.'
})

export const PLACE_PROPERTIES = Object.keys(WholePlace.shape) as (keyof typeof WholePlace.shape)[]
export type PlaceProperty = (typeof PLACE_PROPERTIES)[number]
