/** Two records by row id, the lower one first. */
export type RowPair = { readonly one: number; readonly other: number }

/** The model's decision about two records; clearly different pairs are not stored. */
export type ScoredPair = RowPair & { readonly same: boolean; readonly score: number }

/** A decision of the model with the number of people that it is expected to mislead. */
export type WeighedPair = ScoredPair & { readonly misled: number }

/** A person's decision about two records that has not been undone. */
export type DecidedPair = RowPair & { readonly same: boolean }
