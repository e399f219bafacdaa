import type { Say } from '#app/i18n/translate.ts'

/** The title of the browser's window: the page's own, then the site's; errors are said first. */
export function documentTitle(say: Say, title: string, hasErrors = false): string {
	return say(hasErrors ? 'site.title.errors' : 'site.title', { title })
}
