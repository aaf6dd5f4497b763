import { stylesheet } from '../shell/stylesheet.ts'

/** The style of the filters and of what is chosen in them. */
export const SEARCH_STYLE = stylesheet(
  '/pages/search.css',
  `
/* Once there is a question, its places are more important than the heading of the page. */
h1.asked { font-size: 1.05rem; margin: .4rem 0; }
.refine > summary { width: fit-content; }
.refine > button { margin-top: .6rem; }
.quick { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; align-items: end; }
.quick > p { flex: 1 1 12rem; margin: .2rem 0; }
.quick select { display: block; width: 100%; margin-top: .2rem; }
.groups { margin: .6rem 0; border-bottom: 1px solid var(--rule); }
.group { border-top: 1px solid var(--rule); }
.group fieldset { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: 0 1.2rem; padding-bottom: .6rem; }
.group .flag label { font-weight: 400; }
.count { font-weight: 400; color: var(--quiet); }
.chips { list-style: none; padding: 0; margin: .4rem 0; display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; }
.chip {
  display: inline-block; min-height: 44px; padding: .45rem .9rem; border: 1px solid var(--line); border-radius: 22px;
  background: var(--shade); color: var(--ink); text-decoration: none;
}
.chip:hover { text-decoration: line-through; }
.chips .all a { display: inline-block; padding: .5rem; }
.download summary { width: fit-content; }
.download ul { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.printed { display: none; }
@media print {
  .printed { display: block; }
  .chip { border: 0; padding: 0; min-height: 0; background: none; }
  .chip [aria-hidden], .chips .all, .understood a, .homonyms, .download, nav .next { display: none; }
}
`
)
