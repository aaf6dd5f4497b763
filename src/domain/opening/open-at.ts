/** When a place must be open: at an instant, or when the clocks there show a day and an hour. */
export type OpenAt =
  | { readonly instant: string }
  /** `YYYY-MM-DDTHH:MM`, without an offset. */
  | { readonly local: string }

/** What is asked of the hours of a place. */
export type OpenFilter = {
  readonly at: OpenAt
  /** What to do with places of which it is not known, or that open by appointment. One that is closed never counts. */
  readonly unknown: 'exclude' | 'include'
}
