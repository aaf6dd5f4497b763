import type { Language } from '../../domain/language.ts'
import { type Answers, fieldsOf, readAnswers } from './answers.ts'
import { idIn, placeAddress } from './place-address.ts'

/*
 * A selection is a list of ids in the address, `lieu=…&lieu=…`: on the page of the selection itself, and on the page of
 * a place that was opened from there. So it can be shared, saved and printed, and no cookie is needed.
 */

/** Maximum number of places in a selection: five fit side by side on a screen, and on a printed page or two. */
export const MOST_SELECTED = 5

/** Where distances are measured from: a town as typed, the commune chosen among several, or a position. */
export type From = Pick<Answers, 'where' | 'commune' | 'lat' | 'lon'>

/**
 * The ids of the places in the parameter `lieu` of an address, without duplicates and in the given order. They are
 * separated by commas, or the parameter is repeated.
 */
export function idsIn(given: unknown): readonly string[] {
  const texts = (Array.isArray(given) ? given : [given]).filter((each) => typeof each === 'string')
  return [...new Set(texts.flatMap((text) => text.split(',')).flatMap((text) => idIn(text.trim()) ?? []))]
}

/** A selection, and the point from which it measures distances. */
export type Selection = { readonly ids: readonly string[]; readonly from: From }

/** Reads a selection from the parameters of an address. It may have more than `MOST_SELECTED` places. */
export function readSelection(query: Readonly<Record<string, unknown>>): Selection {
  const { help, who, when, ...from } = readAnswers(query)
  return { ids: idsIn(query.lieu), from }
}

/** The ids as parameters of an address. */
const lieux = (ids: readonly string[]): [string, string][] => ids.map((id) => ['lieu', id])

/** The address of the page that shows these places side by side. */
export function selectionAddress({ ids, from }: Selection, lang: Language): string {
  const query = new URLSearchParams([...lieux(ids), ...fieldsOf(from, lang)])
  return query.size > 0 ? `/selection?${query}` : '/selection'
}

/** The address of the search that keeps this selection, so that places found there join it. */
export const searchForMore = (ids: Selection['ids'], lang: Language): string =>
  `/?${new URLSearchParams([...lieux(ids), ...(lang === 'en' ? [['lang', 'en'] as [string, string]] : [])])}`

/** The address of a place's page that leads back to the selection. */
export function placeInSelection(
  place: Parameters<typeof placeAddress>[0],
  { ids, from }: Selection,
  lang: Language
): string {
  const query = new URLSearchParams([...lieux(ids), ...fieldsOf(from, lang)])
  const address = placeAddress(place, 'fr')
  return query.size > 0 ? `${address}?${query}` : address
}
