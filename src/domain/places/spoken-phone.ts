/**
 * Formats a French number, also from the overseas départements, as `02 31 92 11 08`; numbers of other countries
 * stay in E.164. This function also runs in browsers, where libphonenumber would be larger than the rest of the
 * script.
 */
export const spokenPhone = (phone: string): string =>
  phone.replace(FRENCH, (_, digits: string) => `0${digits}`.replace(/(\d\d)(?=\d)/g, '$1\u00a0'))

/**
 * A number of France, Réunion or Mayotte, Guadeloupe, Guyane or Martinique: the country code and nine digits, which
 * are dialled after a 0.
 */
const FRENCH = /^\+(?:33|262|590|594|596)(\d{9})$/
