// Draws the images that cannot be SVG text: the icons of an installed page, and the preview image of shared
// links. Run it after changing the icon, the colours or the name. Needs Chromium.
//
//   npx tsx scripts/draw-images.ts
import { chromium } from 'playwright-core'
import { ICON } from '../src/pages/shell/images.ts'
import { WORDING } from '../src/pages/wording/wording.ts'

const INTO = new URL('../src/browser/public/', import.meta.url)
const says = WORDING.fr

const data = `data:image/svg+xml,${encodeURIComponent(ICON.replace('#2a6fdb', '#ffffff').replace('"#fff"', '"#0b4fa8"'))}`

/** An icon of `size` × `size` pixels; the drawing stays within the circle to which systems may crop the icon. */
const icon = (size: number) => ({
  name: `icon-${size}.png`,
  width: size,
  height: size,
  html: `<body><img src="${data}" width="${size * 0.56}" height="${size * 0.56}">`
})

const social = {
  name: 'social.png',
  width: 1200,
  height: 630,
  html: `<body><div><img src="${data}" width="150" height="150"><h1>${says.site}</h1><p>${says.tagline}</p></div>`
}

const STYLE = `<style>
  body { margin: 0; height: 100vh; display: grid; place-items: center; background: #0b4fa8; color: #fff; font-family: system-ui, sans-serif; }
  div { width: 960px; }
  div > img { margin-left: -23px; }
  h1 { margin: 34px 0 14px; font-size: 66px; line-height: 1.1; }
  p { margin: 0; font-size: 36px; line-height: 1.35; text-wrap: balance; }
</style>`

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox']
})
for (const { name, width, height, html } of [icon(192), icon(512), social]) {
  const page = await browser.newPage({ viewport: { width, height } })
  await page.setContent(`<!doctype html>${STYLE}${html}`)
  await page.screenshot({ path: new URL(name, INTO).pathname })
  await page.close()
}
await browser.close()
