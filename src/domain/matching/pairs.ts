/** Two records by the ids of their rows, the lower first. */
export type RowPair = { readonly one: number; readonly other: number }

/** How the model judged two records; pairs that are plainly different are not kept. */
export type ScoredPair = RowPair & { readonly same: boolean; readonly score: number }

/** What a person decided about two records, and has not undone. */
export type DecidedPair = RowPair & { readonly same: boolean }
