import type { SchoolZone } from './school-zones.ts'

/** First and last day without school. */
type Row = readonly [name: string, first: string, last: string]

type Known = { readonly knownUntil: string; readonly holidays: readonly Row[] }

/** First known day of all the calendars below. */
export const KNOWN_FROM = '2025-07-06'

/**
 * The official calendars as published at the time of this release; `annuaire holidays refresh` loads later
 * ones. A calendar is known up to the day before a holiday whose end has not been published.
 */
export const KNOWN_SCHOOL_HOLIDAYS: { readonly [zone in SchoolZone]?: Known } = {
  A: {
    knownUntil: '2027-07-02',
    holidays: [
      ['Vacances d’été', '2025-07-06', '2025-08-31'],
      ['Vacances de la Toussaint', '2025-10-19', '2025-11-02'],
      ['Vacances de Noël', '2025-12-21', '2026-01-04'],
      ['Vacances d’hiver', '2026-02-08', '2026-02-22'],
      ['Vacances de printemps', '2026-04-05', '2026-04-19'],
      ['Vacances d’été', '2026-07-05', '2026-08-31'],
      ['Vacances de la Toussaint', '2026-10-18', '2026-11-01'],
      ['Vacances de Noël', '2026-12-20', '2027-01-03'],
      ['Vacances d’hiver', '2027-02-14', '2027-02-28'],
      ['Vacances de printemps', '2027-04-11', '2027-04-25'],
      ['Pont de l’Ascension', '2027-05-06', '2027-05-09']
    ]
  },
  B: {
    knownUntil: '2027-07-02',
    holidays: [
      ['Vacances d’été', '2025-07-06', '2025-08-31'],
      ['Vacances de la Toussaint', '2025-10-19', '2025-11-02'],
      ['Vacances de Noël', '2025-12-21', '2026-01-04'],
      ['Vacances d’hiver', '2026-02-15', '2026-03-01'],
      ['Vacances de printemps', '2026-04-12', '2026-04-26'],
      ['Vacances d’été', '2026-07-05', '2026-08-31'],
      ['Vacances de la Toussaint', '2026-10-18', '2026-11-01'],
      ['Vacances de Noël', '2026-12-20', '2027-01-03'],
      ['Vacances d’hiver', '2027-02-21', '2027-03-07'],
      ['Vacances de printemps', '2027-04-18', '2027-05-02'],
      ['Pont de l’Ascension', '2027-05-06', '2027-05-09']
    ]
  },
  C: {
    knownUntil: '2027-07-02',
    holidays: [
      ['Vacances d’été', '2025-07-06', '2025-08-31'],
      ['Vacances de la Toussaint', '2025-10-19', '2025-11-02'],
      ['Vacances de Noël', '2025-12-21', '2026-01-04'],
      ['Vacances d’hiver', '2026-02-22', '2026-03-08'],
      ['Vacances de printemps', '2026-04-19', '2026-05-03'],
      ['Vacances d’été', '2026-07-05', '2026-08-31'],
      ['Vacances de la Toussaint', '2026-10-18', '2026-11-01'],
      ['Vacances de Noël', '2026-12-20', '2027-01-03'],
      ['Vacances d’hiver', '2027-02-07', '2027-02-21'],
      ['Vacances de printemps', '2027-04-04', '2027-04-18'],
      ['Pont de l’Ascension', '2027-05-06', '2027-05-09']
    ]
  },
  corse: {
    knownUntil: '2026-07-03',
    holidays: [
      ['Vacances d’été', '2025-07-06', '2025-08-31'],
      ['Vacances de la Toussaint', '2025-10-19', '2025-11-02'],
      ['Vacances de Noël', '2025-12-21', '2026-01-04'],
      ['Vacances d’hiver', '2026-02-15', '2026-03-01'],
      ['Vacances de printemps', '2026-04-12', '2026-04-26']
    ]
  },
  guadeloupe: {
    knownUntil: '2026-07-03',
    holidays: [
      ['Vacances d’été', '2025-07-06', '2025-08-31'],
      ['Vacances de la Toussaint', '2025-10-19', '2025-11-02'],
      ['Vacances de Noël', '2025-12-21', '2026-01-04'],
      ['Vacances de Carnaval', '2026-02-08', '2026-02-22'],
      ['Vacances de Pâques', '2026-04-18', '2026-05-04'],
      ['Semaine en Mai', '2026-05-15', '2026-05-16']
    ]
  },
  guyane: {
    knownUntil: '2026-07-03',
    holidays: [
      ['Vacances d’été', '2025-07-06', '2025-08-31'],
      ['Vacances de la Toussaint', '2025-10-19', '2025-11-02'],
      ['Vacances de Noël', '2025-12-21', '2026-01-04'],
      ['Vacances de Carnaval', '2026-02-08', '2026-02-22'],
      ['Vacances de Pâques', '2026-04-02', '2026-04-15'],
      ['Semaine en Mai', '2026-05-15', '2026-05-16']
    ]
  },
  martinique: {
    knownUntil: '2026-07-03',
    holidays: [
      ['Vacances d’été', '2025-07-06', '2025-08-31'],
      ['Vacances de la Toussaint', '2025-10-19', '2025-11-02'],
      ['Vacances de Noël', '2025-12-21', '2026-01-04'],
      ['Vacances de Carnaval', '2026-02-08', '2026-02-22'],
      ['Vacances de Pâques', '2026-03-28', '2026-04-12'],
      ['Pas de cours', '2026-05-15', '2026-05-16']
    ]
  },
  mayotte: {
    knownUntil: '2026-08-21',
    holidays: [
      ['Vacances d’été', '2025-07-05', '2025-08-22'],
      ['Vacances de la Toussaint', '2025-10-12', '2025-10-26'],
      ['Vacances de Noël', '2025-12-14', '2026-01-11'],
      ['Vacances de février', '2026-03-02', '2026-03-08'],
      ['Vacances de Pâques', '2026-04-26', '2026-05-11'],
      ['Vacances d’été', '2026-07-04', '2026-08-21']
    ]
  },
  reunion: {
    knownUntil: '2027-08-15',
    holidays: [
      ['Vacances d’hiver austral', '2025-07-06', '2025-08-18'],
      ['Vacances après première période', '2025-10-12', '2025-10-26'],
      ['Vacances d’été austral', '2025-12-20', '2026-01-20'],
      ['Vacances après troisième période', '2026-03-01', '2026-03-15'],
      ['Vacances après quatrième période', '2026-05-03', '2026-05-17'],
      ['Vacances d’hiver austral', '2026-07-05', '2026-08-17'],
      ['Vacances après première période', '2026-10-11', '2026-10-24'],
      ['Vacances d’été austral', '2026-12-20', '2027-01-31'],
      ['Vacances après troisième période', '2027-03-17', '2027-03-29'],
      ['Vacances après quatrième période', '2027-05-06', '2027-05-18'],
      ['Vacances d’hiver austral', '2027-07-11', '2027-08-15']
    ]
  },
  'saint-pierre-et-miquelon': {
    knownUntil: '2026-07-03',
    holidays: [
      ['Vacances d’été', '2025-07-06', '2025-08-31'],
      ['Vacances de la Toussaint', '2025-10-19', '2025-11-02'],
      ['Vacances de Noël', '2025-12-21', '2026-01-04']
    ]
  }
}
