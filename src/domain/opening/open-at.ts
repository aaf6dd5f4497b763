/** The time at which a place must be open: an instant, or a local date and time at each place. */
export type OpenAt =
  | { readonly instant: string }
  /** `YYYY-MM-DDTHH:MM`, without an offset. */
  | { readonly local: string }

/** The filter by opening hours. */
export type OpenFilter = {
  readonly at: OpenAt
  /** What to do with places whose state is unknown or by appointment. Closed places never match. */
  readonly unknown: 'exclude' | 'include'
}
