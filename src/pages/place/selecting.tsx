import type { Language } from '../../domain/language.ts'
import { MOST_SELECTED, type Selection, searchForMore, selectionAddress } from '../addresses/selection.ts'
import { SELECTION } from '../wording/selection.ts'

type Props = {
  readonly id: string
  /** The selection with which the page was opened. */
  readonly carried: Selection
  readonly lang: Language
}

/** Links that add the place to the selection, take it out again, and lead to the selection. */
export function Selecting({ id, carried: { ids, from }, lang }: Props) {
  const says = SELECTION[lang]
  const isIn = ids.includes(id)
  const isFull = ids.length >= MOST_SELECTED
  const without = ids.filter((each) => each !== id)
  return (
    <>
      {isIn && <span class="is-in">{says.isIn}</span>}
      {!isIn && isFull && <span>{says.full(MOST_SELECTED)}</span>}
      {!isIn && !isFull && (
        <a class="plain" href={selectionAddress({ ids: [...ids, id], from }, lang)}>
          {says.add}
        </a>
      )}
      {ids.length > 0 && <a href={selectionAddress({ ids, from }, lang)}>{says.see(ids.length)}</a>}
      {ids.length > 0 && !isFull && <a href={searchForMore(ids, lang)}>{says.searchMore}</a>}
      {isIn && <a href={selectionAddress({ ids: without, from }, lang)}>{says.remove}</a>}
    </>
  )
}
