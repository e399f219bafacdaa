import { z } from 'zod'
import type { CalendarDay } from '#app/domain/calendar.ts'
import {
	DocumentSaid,
	ForumSaid,
	PlanEndorsementSaid,
	TimelineSaid,
	meetingSaid,
	outreachSaid,
	websiteSaid,
} from '#app/domain/cocreation/schema.ts'
import { ConsultationSaid } from '#app/domain/consultation/schema.ts'
import {
	AdministrationSaid,
	DeclarationItemsSaid,
	RegisterSaid,
	endorsementSaid,
	membershipSaid,
} from '#app/domain/declaration/schema.ts'
import type { DeskKind } from '#app/domain/member-act/rules.ts'
import { GoodPracticeSaid, contributionSaid } from '#app/domain/sharing/schema.ts'
import { StakeholderSaid } from '#app/domain/theory-of-change/schema.ts'
import { shortText } from '#app/domain/typed-values.ts'

/** What each kind of act says, as its form is filled in on a day. */
export function deskForms(today: CalendarDay) {
	return {
		'endorsement.published': endorsementSaid(today),
		'administration.published': AdministrationSaid,
		'membership.published': membershipSaid(today),
		'declaration-items.published': DeclarationItemsSaid,
		'register.declared': RegisterSaid,
		'forum.published': ForumSaid,
		'meeting.published': meetingSaid(today),
		'outreach.published': outreachSaid(today),
		'timeline.published': TimelineSaid,
		'website.checked': websiteSaid(today),
		'plan-endorsement.published': PlanEndorsementSaid,
		'document.published': DocumentSaid,
		'stakeholder.published': StakeholderSaid,
		'consultation.published': ConsultationSaid,
		'good-practice.published': GoodPracticeSaid,
		'contribution.published': contributionSaid(today),
	} as const satisfies { readonly [K in DeskKind]: z.ZodType<Readonly<Record<string, unknown>>> }
}

const envelope = {
	recordId: z.uuid({ error: 'desk.record.unknown' }),
	/** The version that the form corrects; 0 for a new act. */
	seen: z.coerce.number().int().min(0).default(0),
	reason: shortText('member-act.reason.required').optional(),
	isRetracted: z.literal('on').optional(),
}

/** What goes with every form: the number that its act will have, and what a correction follows and why. */
export type DeskEnvelope = z.output<z.ZodObject<typeof envelope>>

/** A form of the desk: what the act says, and its envelope. A correction without a reason is none. */
export function deskAnswer(kind: DeskKind, today: CalendarDay) {
	const said: z.ZodType<Readonly<Record<string, unknown>>> = deskForms(today)[kind]
	return z
		.strictObject({ ...envelope, said })
		.refine((answer) => answer.seen === 0 || Boolean(answer.reason), {
			path: ['reason'],
			error: 'member-act.reason.required',
		})
}
