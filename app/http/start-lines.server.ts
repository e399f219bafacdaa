import type { Config } from '#app/config.server.ts'
import type { Site } from '#app/start.server.ts'
import { isLocale } from '#app/i18n/locale.ts'

/**
 * What the terminal says when the site answers: its address and, where there are demonstration people, a one-time
 * sign-in link for each. Real people's links are never printed: they come by mail.
 */
export async function linesForVisitors(
	config: Pick<Config, 'baseUrl'>,
	{ database, accounts }: Pick<Site, 'database' | 'accounts'>,
): Promise<readonly string[]> {
	const people = await database.db.person.findMany({
		where: { organization: { isDemonstration: true }, appointments: { some: {} } },
		include: { appointments: { select: { role: true } } },
		orderBy: { id: 'asc' },
	})
	const lines = [`Renaksi: ${config.baseUrl}`]
	if (people.length === 0) return lines
	lines.push('One-time sign-in links, valid for 24 hours / Tautan masuk sekali pakai, berlaku 24 jam:')
	for (const person of people) {
		const locale = isLocale(person.locale) ? person.locale : 'id'
		const roles = person.appointments.map((appointment) => appointment.role).join(', ')
		const link = await accounts.linkFor({ email: person.email, locale })
		lines.push(`  ${roles}  ${person.displayName}  ${link}`)
	}
	return lines
}
