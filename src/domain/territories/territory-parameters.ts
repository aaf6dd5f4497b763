export const TERRITORIES = ['commune', 'postcode', 'epci', 'department', 'region'] as const

export type TerritoryParameter = (typeof TERRITORIES)[number]
