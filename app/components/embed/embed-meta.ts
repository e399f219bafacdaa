import type { MetaDescriptor } from '@remix-run/react'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import type { Say } from '#app/i18n/translate.ts'

/** What a page for frames says of itself: it is not to be found in place of the page that it is taken from. */
export function embedMeta(lang: string | undefined, title: (say: Say) => string): MetaDescriptor[] {
	return [...pageMeta(lang, title), { name: 'robots', content: 'noindex' }]
}
