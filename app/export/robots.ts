/** Rooms of the site that are behind a door, or lead to one, by the first part of their address after the language. */
const ROOMS = [
	'admin',
	'applications',
	'approvals',
	'assess',
	'checkpoint-letter',
	'codings',
	'commitment-level-approvals',
	'commitment-levels',
	'cso',
	'desk',
	'findings',
	'hand-overs',
	'invitation',
	'keys',
	'letters',
	'notices',
	'obligations',
	'overview',
	'people',
	'poc',
	'protected-evidence',
	'receipts',
	'report-drafts',
	'second-step',
	'sessions',
	'sign',
	'subscriptions/',
	'calendars/',
	'tasks',
	'update-link',
	'uploaded-files',
	'verifications',
	'verify',
	'withdrawals',
] as const

/** Doors inside rooms that are open; a star stands for any part. */
const DOORS = [
	'evidence/*/original',
	'expectations/*/comment',
	'expectations/*/dissent',
	'expectations/*/remarks/',
] as const

/** What machines are asked to leave out in these languages: beginnings of addresses, in which a star stands for anything. */
export function notForRobots(locales: readonly string[]): readonly string[] {
	const pages = locales.flatMap((locale) => [...ROOMS, ...DOORS].map((path) => `/${locale}/${path}`))
	return [...pages, '/files/report-drafts/']
}

/**
 * What machines that read the site are asked to leave out, and where they find all the rest. It keeps nothing from
 * anybody: doors do.
 *
 * Source  RFC 9309; `Sitemap` of sitemaps.org
 */
export function robotsText(baseUrl: string, locales: readonly string[]): string {
	const lines = notForRobots(locales).map((path) => `Disallow: ${path}`)
	return ['User-agent: *', ...lines, '', `Sitemap: ${baseUrl}/sitemap.xml`, ''].join('\n')
}
