import { z } from 'zod'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { EVIDENCE_KINDS } from '#app/domain/evidence/rules.ts'
import {
	inEitherLanguage,
	oneOf,
	optionalCount,
	optionalDay,
	optionalLongText,
	optionalText,
	optionalUrl,
	partialDay,
	requiredDay,
	shortText,
	someOf,
	typedLines,
	yesOrNo,
} from '#app/domain/typed-values.ts'
import {
	CLOSING_GROUNDS,
	DOCUMENT_REQUIREMENTS,
	INFO_CLASSES,
	MEETING_ACCESS,
	MEETING_STATES,
	OUTREACH_CHANNELS,
	PHASES,
	SECTORS,
} from './rules.ts'

const title = { titleId: optionalText, titleEn: optionalText }

/** One seat in a forum, typed as `organization; SECTOR`. */
const ForumMember = z.strictObject({ name: shortText(), sector: z.enum(SECTORS) })

/** A forum of government and others, its rules, its decree and who sits in it. */
export const ForumSaid = z
	.strictObject({
		...title,
		remitId: optionalLongText,
		remitEn: optionalLongText,
		foundedOn: partialDay(),
		rulesUrl: optionalUrl,
		decreeNumber: optionalText,
		decreeOn: optionalDay,
		decreeUrl: optionalUrl,
		members: typedLines(ForumMember, pairOf, 'forum.members.line'),
		isOpenCall: yesOrNo(),
	})
	.superRefine(inEitherLanguage('title'))
export type ForumSaid = z.output<typeof ForumSaid>

/** The entry `name; SECTOR` of a list; the sector may be written small. */
function pairOf(line: string): { readonly name: string; readonly sector: (typeof SECTORS)[number] } | null {
	const at = line.lastIndexOf(';')
	const sector = SECTORS.find(
		(code) =>
			code ===
			line
				.slice(at + 1)
				.trim()
				.toUpperCase(),
	)
	return at < 1 || !sector ? null : { name: line.slice(0, at).trim(), sector }
}

const attendance = z
	.partialRecord(z.enum(SECTORS), optionalCount)
	.optional()
	.transform((counts = {}) => counts)

/**
 * A meeting, to be held or held.
 *
 * Rule   a closed meeting needs its ground and who allowed it and, once held, its results, or it is not stored as held;
 *        minutes cannot be older than the meeting; nothing is held in the future.
 * Source design of the member's forum after UU KIP article 17; OGP minimum requirements 1.1 and 5.1.
 */
export function meetingSaid(today: CalendarDay) {
	return z
		.strictObject({
			...title,
			state: oneOf(MEETING_STATES),
			phase: oneOf(PHASES),
			isOfForum: yesOrNo(),
			meetsOn: requiredDay,
			place: optionalText,
			access: oneOf(MEETING_ACCESS),
			ground: oneOf(CLOSING_GROUNDS).optional(),
			closedBy: optionalText,
			agendaId: optionalLongText,
			agendaEn: optionalLongText,
			documentsSentOn: optionalDay,
			attendance,
			minutesOn: optionalDay,
			minutesId: optionalLongText,
			minutesEn: optionalLongText,
			minutesUrl: optionalUrl,
			resultsId: optionalLongText,
			resultsEn: optionalLongText,
			resultsUrl: optionalUrl,
			presentsResults: yesOrNo(),
			collectsComments: yesOrNo(),
		})
		.superRefine(inEitherLanguage('title'))
		.superRefine((said, ctx) => {
			const fault = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
			if (said.access === 'CLOSED_ART17' && !said.ground) fault('ground', 'meeting.ground.required')
			if (said.access === 'CLOSED_ART17' && !said.closedBy) fault('closedBy', 'meeting.closed-by.required')
			if (said.minutesOn && said.minutesOn < said.meetsOn) fault('minutesOn', 'meeting.minutes-on.early')
			if (said.minutesOn && said.minutesOn > today) fault('minutesOn', 'meeting.minutes-on.future')
			if (said.state !== 'HELD') return
			if (said.meetsOn > today) fault('meetsOn', 'meeting.meets-on.future')
			const hasResults = Boolean(said.resultsId ?? said.resultsEn ?? said.resultsUrl)
			if (said.access === 'CLOSED_ART17' && !hasResults) fault('resultsId', 'meeting.results.required')
		})
}
export type MeetingSaid = z.output<ReturnType<typeof meetingSaid>>

/** Something done so that people know of OGP and how to take part. */
export function outreachSaid(today: CalendarDay) {
	return z
		.strictObject({
			...title,
			heldOn: requiredDay.refine((day) => day <= today, { error: 'outreach.held-on.future' }),
			audiences: someOf(SECTORS).refine((codes) => codes.length > 0, {
				error: 'outreach.audiences.required',
			}),
			channel: oneOf(OUTREACH_CHANNELS),
			reached: optionalCount,
			noteId: optionalLongText,
			noteEn: optionalLongText,
			url: optionalUrl,
		})
		.superRefine(inEitherLanguage('title'))
}
export type OutreachSaid = z.output<ReturnType<typeof outreachSaid>>

/** One step of a timeline, typed as `day; what happens`. */
const TimelineStep = z.strictObject({ on: requiredDay, text: shortText() })

/** When a plan is made and how people can take part. */
export const TimelineSaid = z
	.strictObject({
		...title,
		planId: optionalText,
		startsOn: requiredDay,
		publishedOn: requiredDay,
		url: optionalUrl,
		steps: typedLines(TimelineStep, stepOf, 'timeline.steps.line'),
		noteId: optionalLongText,
		noteEn: optionalLongText,
	})
	.superRefine(inEitherLanguage('title'))
export type TimelineSaid = z.output<typeof TimelineSaid>

function stepOf(line: string): { readonly on: string; readonly text: string } | null {
	const at = line.indexOf(';')
	return at < 1 ? null : { on: line.slice(0, at).trim(), text: line.slice(at + 1).trim() }
}

/** What somebody found who looked at the member's OGP website on a day. */
export function websiteSaid(today: CalendarDay) {
	return z.strictObject({
		url: optionalUrl.refine((url) => Boolean(url), { error: 'evidence.url.required' }),
		checkedOn: requiredDay.refine((day) => day <= today, { error: 'website.checked-on.future' }),
		isReachable: yesOrNo(),
		needsLogin: yesOrNo(),
		updatedOn: optionalDay,
	})
}
export type WebsiteSaid = z.output<ReturnType<typeof websiteSaid>>

/** That somebody outside government endorsed a plan. */
export const PlanEndorsementSaid = z.strictObject({
	planId: shortText('plan-endorsement.plan.required'),
	byName: shortText(),
	sector: oneOf(SECTORS).refine((sector) => sector !== 'GOV', {
		error: 'plan-endorsement.sector.government',
	}),
	endorsedOn: requiredDay,
	url: optionalUrl,
	noteId: optionalLongText,
	noteEn: optionalLongText,
})
export type PlanEndorsementSaid = z.output<typeof PlanEndorsementSaid>

/** A document of the repository. */
export const DocumentSaid = z
	.strictObject({
		...title,
		documentKind: oneOf(EVIDENCE_KINDS),
		datedOn: requiredDay,
		phase: oneOf(PHASES),
		requirement: oneOf(DOCUMENT_REQUIREMENTS).optional(),
		infoClass: oneOf(INFO_CLASSES).optional(),
		planId: optionalText,
		commitmentId: optionalText,
		url: optionalUrl,
		noteId: optionalLongText,
		noteEn: optionalLongText,
	})
	.superRefine(inEitherLanguage('title'))
export type DocumentSaid = z.output<typeof DocumentSaid>
