/** Départements and collectivities where the clock is not Paris's. */
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

/** The IANA zone in which a place of that département says its hours; Paris's when the département is unknown. */
export const timezoneOf = (department: string | null): string => OVERSEAS[department ?? ''] ?? 'Europe/Paris'
