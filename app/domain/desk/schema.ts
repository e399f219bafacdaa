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
import { AddedFiles, KeptFiles, placeName } from '#app/domain/desk-file/schema.ts'
import { MEMBER_ACT_FILES_MAX, takesFiles } from '#app/domain/member-act/rules.ts'
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
	/** Files that were added, and what becomes of those of the version that the form corrects. */
	files: AddedFiles,
	keeps: KeptFiles,
}

/** What goes with every form: the number that its act will have, what a correction follows and why, and its files. */
export type DeskEnvelope = z.output<z.ZodObject<typeof envelope>>

/** A form of the desk: what the act says, and its envelope. */
export type DeskAnswer = DeskEnvelope & { readonly said: Readonly<Record<string, unknown>> }

/**
 * A form of the desk. A correction without a reason is none, and it says of each file of the version before whether it
 * stays; `filesBefore` is how many that version has.
 */
export function deskAnswer(kind: DeskKind, today: CalendarDay, filesBefore = 0): z.ZodType<DeskAnswer> {
	const said: z.ZodType<Readonly<Record<string, unknown>>> = deskForms(today)[kind]
	const places = Array.from({ length: filesBefore }, (_none, at) => placeName(at))
	return z
		.strictObject({ ...envelope, said })
		.refine((answer) => answer.seen === 0 || Boolean(answer.reason), {
			path: ['reason'],
			error: 'member-act.reason.required',
		})
		.superRefine(({ files, keeps }, ctx) => {
			const fault = (path: readonly string[], message: string) =>
				ctx.addIssue({ code: 'custom', path: [...path], message })
			for (const place of places)
				if (keeps[place] === undefined) fault(['keeps', place], 'desk.files.keep.required')
			const kept = places.filter((place) => keeps[place] === 'KEEP').length
			if (kept + files.length > (takesFiles(kind) ? MEMBER_ACT_FILES_MAX : 0))
				fault(['files'], 'desk.files.full')
		})
}
