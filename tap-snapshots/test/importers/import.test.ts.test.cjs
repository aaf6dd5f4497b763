/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/importers/import.test.ts > TAP > a file of the standard 1.0.2 comes in, and its report tells the rest > the place as the API shows it 1`] = `
{
  "name": "Espace public numérique de Bayeux",
  "types": [
    "EPN",
    "BIB"
  ],
  "summary": "Accueil et ateliers.",
  "description": "Accueil et ateliers,\\ntous les jours.",
  "services": [
    "aide-aux-demarches-administratives",
    "utilisation-securisee-du-numerique"
  ],
  "audiences": [
    "seniors",
    "etudiants"
  ],
  "needs": [
    "surdite",
    "langues-etrangeres-anglais"
  ],
  "fees": [
    "gratuit-sous-condition"
  ],
  "access": [
    "se-presenter",
    "ce-lieu-n-accueille-pas-de-public"
  ],
  "support": [
    "en-autonomie",
    "a-distance"
  ],
  "labels": [
    {
      "code": "aidants-connect",
      "valid_from": null,
      "valid_until": null,
      "source": "mednum"
    },
    {
      "code": "france-services",
      "valid_from": null,
      "valid_until": null,
      "source": "mednum"
    },
    {
      "code": "etapes-numeriques-la-poste",
      "valid_from": null,
      "valid_until": null,
      "source": "mednum"
    },
    {
      "code": "forme-a-mon-espace-sante",
      "valid_from": null,
      "valid_until": null,
      "source": "mednum"
    },
    {
      "code": "netpublic",
      "valid_from": null,
      "valid_until": null,
      "source": "mednum"
    }
  ],
  "itinerant": false,
  "address": {
    "street": "48 bis rue de Beauvais",
    "complement": null,
    "postcode": "14400",
    "city": "Bayeux",
    "commune": "14047",
    "epci": "241400555",
    "department": "14",
    "region": "28",
    "country": "FR"
  },
  "location": {
    "lat": 49.2764,
    "lon": -0.7024,
    "origin": "producer",
    "precision": null
  },
  "contacts": {
    "phone": "+33231921108",
    "emails": [
      "epn@bayeux.example",
      "Contact@bayeux.example"
    ],
    "websites": [
      "https://epn.example.org",
      "http://www.bayeux.example"
    ],
    "person": null
  },
  "accessibility": {
    "wheelchair": "unknown",
    "step_free_entrance": null,
    "adapted_toilet": null,
    "adapted_parking": null,
    "hearing_loop": null,
    "sign_language": null,
    "guide_strip": null,
    "sound_beacon": null,
    "trained_staff": null,
    "tactile_or_easy_read": null,
    "sheet": "https://acceslibre.beta.gouv.fr/app/14-bayeux/a/epn/"
  },
  "booking_url": "https://rdv.example.org/bayeux",
  "parent_organisation": "Ville de Bayeux",
  "siret": null,
  "sources": [
    {
      "source": "mednum",
      "id": "calvados:bayeux-epn",
      "url": null,
      "licence": "etalab-2.0",
      "updated_at": "2024-03-12"
    }
  ],
  "quality": {
    "score": 0.75
  },
  "opening_hours": {
    "osm": "Mo-Fr 09:00-12:00,14:00-18:00; PH off",
    "raw": "Mo-Fr 09:00-12:00,14:00-18:00; PH off",
    "confidence": "exact",
    "timezone": "Europe/Paris"
  }
}
`

exports[`test/importers/import.test.ts > TAP > a file of the standard 1.0.2 comes in, and its report tells the rest > the report as people read it 1`] = `
mednum: standard-1.0.2.csv (csv) in 0.0 s
  7 read: 4 created, 0 updated, 0 unchanged, 3 rejected
  positions: 4 as told (3 repaired)
Rejected:
  line 7: no id
  line 8 (sans-nom): no name (nom)
  line 9 (nievre:bus-58): the id nievre:bus-58 already stands at line 4, with another content
Values without a place in the directory:
  2 × pivot: "W581000123": an RNA number: kept in the raw record
  1 × autres_formations_labels: "Label du marais": no code of labels
  1 × typologie: "BUS": no code of typologie
  1 × frais_a_charge: "Au chapeau": no code of frais_a_charge
  1 × telephone: "0466000001": a place has one phone: the first is kept
Values that cannot be what their column says:
  1 × date_maj: "2024-02-30": not a day of the calendar
Repaired:
  2 × telephone: dropped phone separators
  1 × commune: official spelling of the commune
  1 × courriels: lower-cased the e-mail domain
  1 × site_web: added the missing http://
  1 × nom: normalised spaces
  1 × latitude: wrote a decimal comma as a point
  1 × longitude: wrote a decimal comma as a point
  1 × date_maj: wrote DD/MM/YYYY as YYYY-MM-DD
  1 × nom: decoded HTML entities
  1 × adresse: removed HTML tags
  1 × adresse: normalised spaces
  1 × commune: moved BP, CS or CEDEX to the complement
  1 × latitude: swapped latitude and longitude back
  1 × latitude: converted Lambert-93 to WGS 84
  1 × code_postal: restored the leading zero of the postcode
`

exports[`test/importers/import.test.ts > TAP > a file of version 0.1 comes in, and raw records are kept as they came > must match snapshot 1`] = `
mednum: standard-0.1.json (json) in 0.0 s
  5 read: 4 created, 0 updated, 1 unchanged (1 repeated in the file), 0 rejected
  positions: 2 as told, 2 at the centre of their commune, 1 not told, as found before (2 certainly wrong, left out, 2 to be looked for again)
  2 positions may be found better another time: the setting GEOCODER is offline.
Columns without a place in the directory:
  1 × structureId
  1 × aidants
  1 × cle_ban
Values without a place in the directory:
  2 × services: "Danser": no code of services
  1 × publics_accueillis: "Adultes": no code of publics_specifiquement_adresses or prise_en_charge_specifique
  1 × labels_autres: "Label inventé": no code of labels
Values that cannot be what their column says:
  2 × latitude, longitude: "0, 0": 0, 0 lies in the Gulf of Guinea: a missing position
Repaired:
  2 × date_maj: dropped the time of the date
  1 × commune: official spelling of the commune
  1 × telephone: wrote +269 as +262, the prefix of Mayotte
`

exports[`test/importers/import.test.ts > TAP > a file of version 0.1 comes in, and raw records are kept as they came > must match snapshot 2`] = `
{
  "name": "Point numérique de Mamoudzou",
  "types": [],
  "summary": null,
  "description": null,
  "services": [
    "acquisition-de-materiel-informatique-a-prix-solidaire",
    "loisirs-et-creations-numeriques",
    "parentalite-et-education-avec-le-numerique",
    "insertion-professionnelle-via-le-numerique"
  ],
  "audiences": [
    "seniors"
  ],
  "needs": [
    "langues-etrangeres-anglais",
    "langues-etrangeres-autres",
    "handicaps-mentaux",
    "illettrisme"
  ],
  "fees": [
    "payant",
    "gratuit-sous-condition"
  ],
  "access": [],
  "support": [
    "en-autonomie",
    "accompagnement-individuel",
    "dans-un-atelier-collectif"
  ],
  "labels": [
    {
      "code": "pass-numerique",
      "valid_from": null,
      "valid_until": null,
      "source": "mednum"
    },
    {
      "code": "campus-connecte",
      "valid_from": null,
      "valid_until": null,
      "source": "mednum"
    }
  ],
  "itinerant": null,
  "address": {
    "street": "Rue du Commerce",
    "complement": null,
    "postcode": "97600",
    "city": "Mamoudzou",
    "commune": "97611",
    "epci": "200060457",
    "department": "976",
    "region": "06",
    "country": "FR"
  },
  "location": {
    "lat": -12.7806,
    "lon": 45.2278,
    "origin": "producer",
    "precision": null
  },
  "contacts": {
    "phone": "+262269611234",
    "emails": [],
    "websites": [],
    "person": null
  },
  "accessibility": {
    "wheelchair": "unknown",
    "step_free_entrance": null,
    "adapted_toilet": null,
    "adapted_parking": null,
    "hearing_loop": null,
    "sign_language": null,
    "guide_strip": null,
    "sound_beacon": null,
    "trained_staff": null,
    "tactile_or_easy_read": null,
    "sheet": "https://acceslibre.beta.gouv.fr/app/976-mamoudzou/a/point/"
  },
  "booking_url": null,
  "parent_organisation": null,
  "siret": null,
  "sources": [
    {
      "source": "mednum",
      "id": "conseiller-numerique:2",
      "url": null,
      "licence": "etalab-2.0",
      "updated_at": "2022-04-15"
    }
  ],
  "quality": {
    "score": 0.44
  },
  "opening_hours": {
    "osm": null,
    "raw": null,
    "confidence": "none",
    "timezone": "Indian/Mayotte"
  }
}
`
