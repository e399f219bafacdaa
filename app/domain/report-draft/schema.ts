import { z } from 'zod'
import { isCalendarDay } from '#app/domain/calendar.ts'
import { NamedInterests } from '#app/domain/conflict/schema.ts'
import { inEitherLanguage, optionalLongText, optionalUrl } from '#app/domain/typed-values.ts'
import { ROUND_DAYS } from './rules.ts'

const day = z.string().refine(isCalendarDay)
const bilingual = z.strictObject({ en: z.string().nullable(), id: z.string().nullable() })

const error = 'report-draft.days.wrong'

/** Which report's draft is shared, by its name, and for how many days. */
export const RoundAnswer = z.strictObject({
	report: z.string().trim().default('progress-report'),
	days: z.int({ error }).min(ROUND_DAYS.least, { error }).max(ROUND_DAYS.most, { error }),
})
export type RoundAnswer = z.output<typeof RoundAnswer>

/** What an organization says against a draft. One language is enough. */
export const DissentAnswer = z
	.strictObject({
		recordId: z.uuid({ error: 'desk.record.unknown' }),
		textId: optionalLongText,
		textEn: optionalLongText,
		url: optionalUrl,
	})
	.superRefine(inEitherLanguage('text'))
export type DissentAnswer = z.output<typeof DissentAnswer>

const asked = z.array(z.strictObject({ id: z.string(), name: bilingual }))
const shared = { opensOn: day, closesOn: day, asked }

/** What makes a frozen model a draft: until when it was shared, and with whom. */
export const FrozenDraftMark = z.strictObject(shared)
export type DraftMark = z.output<typeof FrozenDraftMark>

/** What an organization said against a draft, as the report keeps it. */
export const FrozenDissent = z.strictObject({
	id: z.string(),
	saidOn: day,
	organizationId: z.string(),
	organizationName: bilingual,
	text: bilingual,
	url: z.string().nullable(),
	interests: NamedInterests,
})
export type FrozenDissent = z.output<typeof FrozenDissent>

/** A draft that was shared, as the report that took it up keeps it. */
export const FrozenRound = z.strictObject({
	draftId: z.string(),
	asOfOn: day,
	snapshotHash: z.string(),
	...shared,
	dissents: z.array(FrozenDissent),
})
export type FrozenRound = z.output<typeof FrozenRound>

/** A round that an earlier report took up, and how many dissents stand there. */
export const FrozenRoundBefore = z.strictObject({
	opensOn: day,
	closesOn: day,
	dissents: z.int().nonnegative(),
	recordId: z.string(),
})
export type FrozenRoundBefore = z.output<typeof FrozenRoundBefore>
