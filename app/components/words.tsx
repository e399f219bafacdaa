import { createContext, useContext, useMemo } from 'react'
import type { ReactNode } from 'react'
import { formatIn } from '#app/i18n/format.ts'
import type { Format } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Say } from '#app/i18n/translate.ts'

/** What a component needs to speak: sentences, the language, its numbers and days, and the page's own address. */
export type Words = {
	readonly say: Say
	readonly locale: Locale
	readonly format: Format
	/** Path and query of this page, with its language in front. */
	readonly path: string
}

const WordsContext = createContext<Words | null>(null)

/** Gives the components below it the language of the page. */
export function WordsProvider({
	locale,
	path,
	children,
}: {
	locale: Locale
	path: string
	children: ReactNode
}) {
	const words = useMemo(
		() => ({ say: sayIn(locale), locale, format: formatIn(locale), path }),
		[locale, path],
	)
	return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>
}

/** The words of the page's language. */
export function useWords(): Words {
	const words = useContext(WordsContext)
	if (words === null) throw new Error('a component that speaks stands outside WordsProvider')
	return words
}
