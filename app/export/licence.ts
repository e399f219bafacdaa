import type { Licence } from '#app/domain/open-data/rules.ts'
import type { Say } from '#app/i18n/translate.ts'

/** What a licence is called, and where its text stands. Source: spdx.org/licenses. */
export const LICENCE_TEXTS: Readonly<Record<Licence, { readonly title: string; readonly path: string }>> = {
	'CC-BY-4.0': {
		title: 'Creative Commons Attribution 4.0 International',
		path: 'https://creativecommons.org/licenses/by/4.0/',
	},
	'CC0-1.0': {
		title: 'Creative Commons Zero 1.0 Universal',
		path: 'https://creativecommons.org/publicdomain/zero/1.0/',
	},
	'ODC-By-1.0': {
		title: 'Open Data Commons Attribution License 1.0',
		path: 'https://opendatacommons.org/licenses/by/1-0/',
	},
}

/** Under which licence the tables may be used, and what it asks. */
export function licenceSentence(say: Say, licence: Licence): string {
	return `${say(`open-data.licence.${licence}`)} ${say('open-data.licence.texts')}`
}
