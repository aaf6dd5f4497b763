import type { Language } from '../../domain/language.ts'
import { territoryAddress } from '../addresses/territory-address.ts'
import { number } from '../wording/number.ts'
import { PARTS_WIDTH, type Part } from './read-map.ts'
import type { Shown } from './shown.ts'

type Props = {
  readonly parts: readonly Part[]
  readonly height: number
  readonly territories: readonly Shown[]
  readonly lang: Language
}

/**
 * The départements of a région, each with its number of places. Like the map of France, it is for the mouse and the
 * finger: the list of the départements has the same links with the names.
 */
export function PartsMap({ parts, height, territories, lang }: Props) {
  const known = new Map(territories.map((each) => [each.code, each]))
  return (
    <svg class="france-map" viewBox={`0 0 ${PARTS_WIDTH} ${height}`} aria-hidden="true">
      {parts.map(({ code, path, x, y }) => {
        const territory = known.get(code)
        return (
          territory && (
            <a key={code} href={territoryAddress(territory, lang)} tabIndex={-1}>
              <title>{territory.name}</title>
              <path class="land" d={path} />
              <text x={x} y={y + 7} text-anchor="middle">
                {number(lang, territory.places)}
              </text>
            </a>
          )
        )
      })}
    </svg>
  )
}
