/** Other names that people use for territories. Each line: `kind code = names`. */
const TABLE = `
region 93 = paca
region 11 = idf, region parisienne
region 84 = aura
region 32 = hdf
region 27 = bfc
region 94 = ile de beaute
department 93 = neuf trois
commune 59183 = dunkirk
commune 13055 = marseilles
commune 69123 = lyons
commune 51454 = rheims
epci 245600465 = belle ile
epci 241700624 = oleron
epci 200067106 = pays basque
`

type Alias = { readonly kind: string; readonly code: string; readonly names: readonly string[] }

export const ALIASES: readonly Alias[] = TABLE.split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [territory = '', names = ''] = line.split(' = ')
    const [kind = '', code = ''] = territory.split(' ')
    return { kind, code, names: names.split(', ') }
  })
