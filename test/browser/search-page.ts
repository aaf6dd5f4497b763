import type { Page } from 'playwright-core'

/** The search field, found by its accessible name. */
export const field = (page: Page) => page.getByRole('combobox', { name: 'Que cherchez-vous, et où ?' })

/** Waits until the script of the page is active. */
export const live = (page: Page) => field(page).waitFor()

/** Waits until the list shows the results of the last search. */
export const settled = (page: Page) => page.locator('section:not([aria-busy="true"]) > #count').waitFor()

export const names = (page: Page) => page.locator('.places h3 a').allTextContents()

/** The number of places in the heading: "27 lieux à moins de 20 km". */
export const count = async (page: Page) => numberIn(await page.locator('#count').textContent())

/** The first number in a text. */
export const numberIn = (text: string | null | undefined) =>
  Number(/\d[\d\s]*/.exec(text ?? '')?.[0].replace(/\s/g, ''))

/** Waits until the map shows places, which takes a while because the map is rendered by the CPU. */
export const mapped = (page: Page) => page.locator('.map-cluster, .map-pin').first().waitFor()
