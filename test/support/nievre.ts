/**
 * Towns over which many records are spread. They are not in one town, because all records in a town would be
 * compared with each other.
 */
const TOWNS = [
  ['Nevers', '58000'],
  ['Cosne-Cours-sur-Loire', '58200'],
  ['La Charité-sur-Loire', '58400'],
  ['Clamecy', '58500'],
  ['Decize', '58300'],
  ['Imphy', '58160'],
  ['Fourchambault', '58600'],
  ['Varennes-Vauzelles', '58640'],
  ['Corbigny', '58800'],
  ['Luzy', '58170']
] as const

/** Town and postcode of the nth record, in the columns of the national standard. */
export function inNievre(nth: number): { readonly commune: string; readonly code_postal: string } {
  const [commune, code_postal] = TOWNS[nth % TOWNS.length] ?? TOWNS[0]
  return { commune, code_postal }
}
