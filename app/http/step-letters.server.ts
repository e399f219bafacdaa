import { isAddressSealed } from '#app/domain/cso-account/queries.server.ts'
import { findPersonWithRoles, listWhoMayVouch } from '#app/domain/second-step/queries.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Visit } from './guard.server.ts'

/** What happened to somebody's second step. */
type StepEvent = 'began' | 'paper' | 'ended' | 'vouching' | 'vouched' | 'locked'

/**
 * Writes to the person whose second step changed, and where colleagues are needed to them as well, so that nobody's
 * account changes quietly. Of an account that was locked in an emergency only colleagues are told.
 */
export async function tellOfStep(
	visit: Visit,
	event: StepEvent,
	personId = visit.person?.id ?? '',
): Promise<void> {
	const { ctx, load } = visit
	const person = await ctx.db.person.findUnique({ where: { id: personId } })
	const about = await findPersonWithRoles(ctx, personId)
	if (!person || !about) return
	const colleagues = ['locked', 'vouching', 'vouched'].includes(event)
		? await listWhoMayVouch(ctx, about)
		: []
	const readers = [...(event === 'locked' ? [] : [person]), ...colleagues]
	for (const { id, email, locale: text } of readers) {
		// Of somebody who acts for civil society, letters go to the address that the record seals, and to no other.
		if (!(await isAddressSealed(ctx.db, id))) continue
		const locale = isLocale(text) ? text : 'id'
		const say = sayIn(locale)
		const link = `${load.config.baseUrl}/${locale}/second-step${id === personId ? '' : '/colleagues'}`
		load.accounts.mailLater({
			to: email,
			subject: say(`second-step.mail.${event}.subject`, { name: person.displayName }),
			text: say(`second-step.mail.${event}.text`, { name: person.displayName, link }),
		})
	}
}
