import { documentTitle } from '#app/components/layout/document-title.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Say } from '#app/i18n/translate.ts'

type MetaFacts = {
	readonly params: Readonly<Record<string, string | undefined>>
	readonly data: { readonly isRejected: boolean } | undefined
}

/** The document title of a workspace page: its question, after the word for an error when its form was not taken. */
export function workspaceMeta({ params, data }: MetaFacts, title: (say: Say) => string): { title: string }[] {
	const say = sayIn(isLocale(params.lang) ? params.lang : 'en')
	return [{ title: documentTitle(say, title(say), data?.isRejected ?? false) }]
}
