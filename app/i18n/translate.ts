import { createInstance } from 'i18next'
import type { i18n } from 'i18next'
import { LOCALES } from './locale.ts'
import type { Locale } from './locale.ts'

/** A key of the catalogue; a plural is asked for by its stem. */
export type MessageKey = string

export type Values = Readonly<Record<string, string | number>>

/** Gives the sentence for a key in one language. */
export type Say = (key: MessageKey, values?: Values) => string

const catalogues = new Map<Locale, i18n>()

// The server speaks both languages; a browser loads only that of its page.
for (const locale of LOCALES) {
	if (typeof document !== 'undefined' && document.documentElement.lang !== locale) continue
	catalogues.set(locale, catalogue(locale, await messagesOf(locale)))
}

/** The sentences of one language. An unknown key is a defect and throws. */
export function sayIn(locale: Locale): Say {
	const words = catalogues.get(locale)
	if (!words) throw new Error(`the words of ${locale} are not loaded here`)
	return (key, values = {}) => {
		const sentence: unknown = words.t(key, values)
		if (typeof sentence !== 'string' || sentence === key) throw new Error(`no words for ${key} in ${locale}`)
		return sentence
	}
}

async function messagesOf(locale: Locale): Promise<Record<string, string>> {
	const file =
		locale === 'en'
			? import('./messages/en.json', { with: { type: 'json' } })
			: import('./messages/id.json', { with: { type: 'json' } })
	return (await file).default
}

function catalogue(locale: Locale, messages: Record<string, string>): i18n {
	const instance = createInstance({
		lng: locale,
		fallbackLng: false,
		resources: { [locale]: { translation: messages } },
		keySeparator: false,
		nsSeparator: false,
		interpolation: { escapeValue: false },
		initAsync: false,
	})
	void instance.init()
	return instance
}
