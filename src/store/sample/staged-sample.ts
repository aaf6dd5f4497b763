/** A generated place with its record and labels: a row of the staging table. */
export type StagedSample = {
  readonly id: string
  readonly name: string
  readonly lat: number | null
  readonly lon: number | null
  readonly commune: string | null
  readonly postcode: string | null
  readonly epci: string | null
  readonly department: string | null
  readonly region: string | null
  /** In PostgreSQL's array syntax, like the other lists of codes. */
  readonly codes: string
  readonly codes_declared: string
  readonly codes_likely: string
  readonly codes_denied: string
  readonly kinds: string
  readonly uncertainty_m: number | null
  readonly weight: number
  readonly itinerant: boolean | null
  readonly quality: number
  readonly keywords: string
  readonly summary: string
  readonly city: string
  readonly schedule: number
  readonly document: string
  readonly created_at: string
  readonly updated_at: string
  readonly record_id: string
  readonly raw: string
  readonly mapped: string
  readonly fingerprint: string
  readonly changed_on: string
  readonly labels: string
}
