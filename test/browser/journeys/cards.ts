import type { Page } from 'playwright-core'

/** What a card in a list of places shows. */
export type CardSeen = {
  readonly name: string
  readonly kinds: string
  /** The address, with the town. */
  readonly where: string
  /** The distance shown, in metres; null if the card shows none. */
  readonly metres: number | null
  /** The card's words on how well the place fits the question. */
  readonly fits: string
  /** Whether the card has a phone link. */
  readonly phone: boolean
  /** The CSS class of the opening state: open, closed or unknown. */
  readonly state: string
  /** Whether the card is under a second heading, for places that are farther away or may not fit. */
  readonly beyond: boolean
}

export async function cardsOn(page: Page): Promise<readonly CardSeen[]> {
  await page.locator('.places > li article').first().waitFor()
  const seen = await page.locator('.places > li article').evaluateAll((cards) =>
    cards.map((card) => {
      const text = (selector: string) => card.querySelector(selector)?.textContent?.trim() ?? ''
      const distance = text('.distance')
      return {
        name: text('h3 a'),
        kinds: text('.types'),
        where: text('.where').replace(distance, '').trim(),
        distance,
        fits: text('.fits'),
        phone: card.querySelector('a[href^="tel:"]') !== null,
        state: card.querySelector('.state')?.className.replace('state', '').trim() ?? '',
        beyond: card.closest('ol')?.previousElementSibling?.classList.contains('beyond') ?? false
      }
    })
  )
  return seen.map(({ distance, ...card }) => ({ ...card, metres: metresIn(distance) }))
}

/** Reads the metres in a distance such as "à 1,2 km environ" or "about 350 m away"; null if there is none. */
function metresIn(said: string): number | null {
  const [, amount = '', unit] = /([\d.,\u202f\u00a0]+) (m|km)\b/.exec(said) ?? []
  if (amount === '') return null
  return Number(amount.replace(/[\u202f\u00a0]/g, '').replace(',', '.')) * (unit === 'km' ? 1_000 : 1)
}
