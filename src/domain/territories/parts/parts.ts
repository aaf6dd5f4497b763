import { PARTS_01_26 } from './parts-01-26.ts'
import { PARTS_27_50 } from './parts-27-50.ts'
import { PARTS_51_98 } from './parts-51-98.ts'

/** A former commune, a hamlet or a quarter with a postal name of its own. */
type Part = {
  /** INSEE code of its commune or municipal arrondissement. */
  readonly commune: string
  readonly postcode: string
  /** In the spelling of the postal service, without accents. */
  readonly name: string
}

/**
 * From the official list of postcodes (La Poste, Licence Ouverte 2.0): the parts that are missing from the list
 * of communes, and the parts of communes with several postcodes, because the list of communes does not assign
 * postcodes to parts. It also contains communes of Nouvelle-Calédonie with postcodes that the list of communes
 * lacks.
 */
export const PARTS: readonly Part[] = [PARTS_01_26, PARTS_27_50, PARTS_51_98].flatMap((table) =>
  table
    .split(';')
    .map((entry) => /^\s*(\S+) (\d+) (.+)$/.exec(entry))
    .flatMap((found) => {
      const [, commune = '', postcode = '', names = ''] = found ?? []
      return names === '' ? [] : names.split(', ').map((name) => ({ commune, postcode, name }))
    })
)
