import { stylesheet } from '../shell/stylesheet.ts'

export const HOME_STYLE = stylesheet(
  '/pages/home.css',
  `
.home-page > section { margin-top: 2.2rem; }
.home-page h3 { margin: 1.4rem 0 .5rem; }
.country h3 { margin-top: 0; }
.home-page h2 { font-size: 1.35rem; margin-bottom: .8rem; }
.hero { padding-top: .6rem; }
.hero h1 { font-size: clamp(1.6rem, 1.1rem + 2.6vw, 2.5rem); letter-spacing: -.01em; margin-bottom: .6rem; max-width: 24em; }
.hero .lead { font-size: 1.1rem; max-width: 42em; margin-bottom: 1.1rem; }
.hero form { padding: 1.1rem; border-top: 4px solid var(--action); }
.hero .ask input { width: 100%; }
#search-field { flex: 1 1 16rem; display: flex; }
#around-me { display: flex; flex-wrap: wrap; gap: .5rem; }
@media (max-width: 34rem) {
  #search-field { flex-basis: 8rem; min-width: 0; }
  #around-me, #around-me > :first-child { flex: 1 1 auto; text-align: center; }
}
.needs, .counts, .overseas, .figures-large { list-style: none; padding: 0; margin: 0; }
.needs { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: .6rem; }
.needs a {
  display: flex; gap: .9rem; align-items: center; height: 100%; min-height: 4.4rem; padding: .7rem .9rem; border: 1px solid var(--rule);
  border-radius: .5rem; color: inherit; text-decoration: none; background: var(--paper);
}
.needs strong { display: block; line-height: 1.3; color: var(--link); }
.needs small { display: block; color: var(--quiet); font-size: .9rem; line-height: 1.35; }
.needs a:hover { border-color: var(--link); background: var(--shade); }
.needs a:hover strong { text-decoration: underline; }
.icon { flex: none; width: 2rem; height: 2rem; fill: none; stroke: var(--link); stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
.guided {
  display: flex; flex-wrap: wrap; gap: .6rem 1.5rem; align-items: center; justify-content: space-between; margin-top: .8rem; padding: .9rem 1.1rem;
  border-radius: .5rem; background: var(--shade);
}
.guided p { margin: 0; flex: 1 1 20rem; }
.country { display: grid; gap: 1rem 2.5rem; align-items: start; }
@media (min-width: 48rem) { .country { grid-template-columns: 1.15fr 1fr; } }
.country figure { margin: 0; }
.counts { columns: 1; }
.counts li { break-inside: avoid; border-top: 1px solid var(--rule); }
.counts a { display: flex; gap: .6rem; align-items: baseline; min-height: 44px; padding: .5rem .2rem; text-decoration: none; }
.counts a:hover { background: var(--shade); }
.counts a:hover .name { text-decoration: underline; }
.counts .code { width: 2em; color: var(--quiet); font-variant-numeric: tabular-nums; }
.counts .name { flex: 1; }
.counts .count { color: var(--ink); font-variant-numeric: tabular-nums; }
.counts.departments { columns: 16rem; column-gap: 2rem; }
.overseas { display: grid; grid-template-columns: repeat(auto-fill, minmax(6.9rem, 1fr)); gap: .6rem; }
.overseas a {
  display: flex; flex-direction: column; align-items: center; height: 100%; padding: .6rem .3rem; border: 1px solid var(--rule); border-radius: .5rem;
  text-align: center; text-decoration: none; line-height: 1.3;
}
.overseas a:hover { background: var(--shade); text-decoration: underline; }
.overseas span { font-size: .95rem; }
.overseas small { color: var(--quiet); }
.onward { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.onward a { padding: .6rem 0; }
.figures-large { display: flex; flex-wrap: wrap; gap: .6rem 3rem; }
.figures-large li { flex: 0 1 auto; max-width: 16rem; line-height: 1.35; }
.figures-large strong { display: block; font-size: 2rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
@media print {
  .needs { grid-template-columns: repeat(3, 1fr); font-size: .85em; }
  .needs a { padding: .4rem; }
  .guided .action, .onward { display: none; }
  .country { grid-template-columns: 1fr 1fr; }
}
`
)
