import type { PlaceContent } from '../../domain/places/place.ts'
import { timezoneOf } from '../../domain/territories/timezone.ts'
import { UNKNOWN_ACCESSIBILITY } from '../../domain/vocabularies/accessibility.ts'
import { LINE, PARAGRAPHS } from '../clean/text.ts'
import { readAddress } from '../read/address.ts'
import { readCodes } from '../read/codes.ts'
import { readChangedOn } from '../read/date.ts'
import { readHours } from '../read/hours.ts'
import { phoneBeside, readPhone } from '../read/phone.ts'
import { locationIn, readPosition } from '../read/position.ts'
import { readRegistered } from '../read/registered.ts'
import { onlineOf, readLink, readMails, readSheet, readSites } from '../read/web.ts'
import { type RowReader, readRow } from '../row.ts'
import type { Lookups, Source } from '../source.ts'
import { readItinerance, readRecordId } from './mednum-fields.ts'
import { CODE_COLUMNS, V0_WORDINGS } from './mednum-wordings.ts'

const ADDRESS = {
  street: 'adresse',
  complement: 'complement_adresse',
  postcode: 'code_postal',
  city: 'commune',
  code: 'code_insee'
}

/**
 * The national standard « lieux de médiation numérique », versions 1.0.2 and 0.1. Both are read in the same way,
 * because no column has a different meaning in the other version.
 */
export const MEDNUM: Source = {
  source: 'mednum',
  name: 'Standard national des lieux de médiation numérique',
  homepage: 'https://lamednum.coop',
  // There is no URL, because each producer publishes its own file and no file is complete.
  url: null,
  cadence: null,
  scope: 'producer',
  licence: 'etalab-2.0',
  priority: 50,
  publishes_persons: false,
  gives: 'places',
  may_quote: true,
  formats: ['csv', 'json'],
  columns: ['id', 'nom'],
  producerColumn: 'source',
  map: (raw, lookups) => {
    const row = readRow(raw)
    const id = readRecordId(row)
    const name = row.cell(['nom'], LINE)?.value ?? null
    const content = readContent(row, name ?? '', lookups)
    const changed_on = readChangedOn(row, ['date_maj'])
    const findings = row.finish()
    if (id === null || name === null) {
      const reasons = [...(id === null ? ['no id'] : []), ...(name === null ? ['no name (nom)'] : [])]
      return { ok: false, id, reasons, findings }
    }
    return { ok: true, record: { id, url: null, changed_on, content }, findings }
  }
}

function readContent(row: RowReader, name: string, lookups: Lookups): PlaceContent {
  const given = readPosition(row, 'latitude', 'longitude')
  const address = readAddress(row, ADDRESS, lookups, given?.location ?? null, name)
  const booking = readLink(row, ['prise_rdv'])
  const mails = readMails(row, ['courriels', 'courriel'])
  const online = onlineOf(mails, readSites(row, ['site_web']), booking.besides)
  const codes = readCodes(row, CODE_COLUMNS, V0_WORDINGS)
  return {
    name,
    types: codes.type,
    summary: row.cell(['presentation_resume'], PARAGRAPHS)?.value ?? null,
    description: row.cell(['presentation_detail'], PARAGRAPHS)?.value ?? null,
    services: codes.service,
    audiences: codes.audience,
    needs: codes.need,
    fees: codes.fee,
    access: codes.access,
    support: codes.support,
    labels: codes.label.map((code) => ({ code, valid_from: null, valid_until: null, source: MEDNUM.source })),
    itinerant: readItinerance(row),
    address,
    location: locationIn(row, given, address, lookups),
    contacts: {
      phone:
        readPhone(row, ['telephone'], address.department) ??
        phoneBeside(row, online.beside, address.department),
      emails: online.emails,
      websites: online.websites,
      person: null
    },
    opening_hours: readHours(row, ['horaires'], timezoneOf(address.department)),
    // Version 0.1 has the same link under the second name.
    accessibility: {
      ...UNKNOWN_ACCESSIBILITY,
      sheet: readSheet(row, ['fiche_acces_libre', 'accessibilite'])
    },
    booking_url: booking.link,
    parent_organisation: row.cell(['structure_parente'], LINE)?.value ?? null,
    ...readRegistered(row, ['pivot'])
  }
}
