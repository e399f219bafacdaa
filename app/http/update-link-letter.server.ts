import { textIn } from '#app/domain/bilingual.ts'
import type { TaskView } from '#app/domain/progress-update/view.ts'
import { UPDATE_LINK_HOURS } from '#app/domain/update-link/rules.ts'
import type { LinkOffer } from '#app/domain/update-link/schema.ts'
import { formatIn } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Letter } from '#app/mail.server.ts'

type Facts = {
	readonly to: LinkOffer
	readonly task: Pick<TaskView, 'milestone' | 'institution' | 'checkpoint'>
	readonly address: string
	readonly locale: Locale
}

/** The letter that brings a one-link update to its officer. */
export function updateLinkLetter({ to, task, address, locale }: Facts): Letter {
	const say = sayIn(locale)
	const values = {
		name: to.officerName,
		milestone: textIn(task.milestone.title, locale)?.text ?? say('missing.text'),
		institution: textIn(task.institution, locale)?.text ?? say('missing.text'),
		due: formatIn(locale).day(task.checkpoint.dueOn),
		hours: formatIn(locale).count(UPDATE_LINK_HOURS),
		link: address,
	}
	return {
		to: to.officerEmail,
		subject: say('update-link.mail.subject', values),
		text: say('update-link.mail.text', values),
	}
}
