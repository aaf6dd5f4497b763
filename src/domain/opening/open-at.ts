/** An instant, or a local date and time at each place. */
export type Moment =
  | { readonly instant: string }
  /** `YYYY-MM-DDTHH:MM`, without an offset. */
  | { readonly local: string }

/** When a place must be open: at a moment, or at some time from one moment to another. */
export type OpenAt = Moment | { readonly from: Moment; readonly to: Moment }

/** The filter by opening hours. */
export type OpenFilter = {
  readonly at: OpenAt
  /** What to do with places whose state is unknown or by appointment. Closed places never match. */
  readonly unknown: 'exclude' | 'include'
}
