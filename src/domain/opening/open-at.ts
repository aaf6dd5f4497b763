/** An instant, or what the clocks at a place show. */
export type Moment =
  | { readonly instant: string }
  /** `YYYY-MM-DDTHH:MM`, without an offset. */
  | { readonly local: string }

/** When a place must be open: at a moment, or at some time from one to another. */
export type OpenAt = Moment | { readonly from: Moment; readonly to: Moment }

/** What is asked of the hours of a place. */
export type OpenFilter = {
  readonly at: OpenAt
  /** What to do with places whose state is unknown or by appointment. Closed places never match. */
  readonly unknown: 'exclude' | 'include'
}
