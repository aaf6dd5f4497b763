/** What the pages know of the directory as a whole: its address, who runs it, and what it has declared. */
export type Site = {
  /** Address under which the public reaches the pages, without a slash at its end. */
  readonly publicUrl: string | undefined
  readonly operator: Operator
  readonly accessibility: Accessibility
  /** Whether people can report errors and take part. */
  readonly participation: boolean
  /** Whether `/docs` and `/openapi.json` are served. */
  readonly isReferenceServed: boolean
  /** Whether `/.well-known/security.txt` is served. */
  readonly hasSecurityContact: boolean
  /** Requests that one client may send in a minute; 0 for no limit. */
  readonly requestsPerMinute: number
}

/** Who runs the directory, in the operator's own words. What is undefined, pages say is not filled in. */
export type Operator = {
  readonly name: string | undefined
  readonly address: string | undefined
  readonly phone: string | undefined
  /** E-mail address for questions and for reporting errors. */
  readonly email: string | undefined
  readonly publicationDirector: string | undefined
  /** Name, address and phone number of the hosting provider. */
  readonly host: string | undefined
  /** Data protection officer: an e-mail address, or the address of a page. */
  readonly dataProtection: string | undefined
  readonly legalBasis: LegalBasis | undefined
}

type LegalBasis = 'public-task' | 'legitimate-interest'

/** The declaration that the RGAA requires. */
export type Accessibility = {
  readonly status: Conformity | undefined
  readonly audit: string | undefined
  readonly issues: readonly string[]
  /** Address of the multi-year plan of the operator. */
  readonly plan: string | undefined
  /** `YYYY-MM-DD` */
  readonly declaredOn: string | undefined
}

type Conformity = 'full' | 'partial' | 'none'

declare module 'fastify' {
  interface FastifyInstance {
    /** Every page shows part of it in its footer. */
    site: Site
  }
}
