/** Time zones of the départements and collectivities that do not use the time of Paris. */
const OVERSEAS: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/St_Barthelemy',
  '978': 'America/Marigot',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea'
}

/** The IANA time zone of a département; `Europe/Paris` if the département is unknown. */
export const timezoneOf = (department: string | null): string => OVERSEAS[department ?? ''] ?? 'Europe/Paris'
