import { z } from 'zod'
import { dayIn } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { AnnexedComment } from '#app/domain/self-assessment/schema.ts'
import type { SelfAssessmentComment } from '#prisma/generated/client.ts'
import { DISPOSITIONS } from './rules.ts'
import type { Disposition } from './rules.ts'

/** A comment as everyone may read it from the moment it was sent. */
export type PublicComment = {
	readonly position: number
	/** In the member's time zone. */
	readonly on: CalendarDay
	readonly author: string | null
	readonly organization: string | null
	readonly body: string
	/** Language of the page on which it was written. */
	readonly locale: 'en' | 'id'
}

/** The same as those who answer it see it: its answer is published with the final version, and not before. */
export type CommentOnDesk = PublicComment & {
	readonly version: number
	readonly disposition: Disposition | null
	readonly answer: { readonly en: string | null; readonly id: string | null }
}

const Locale = z.enum(['en', 'id'])

/** What everyone may see of a comment. */
export function publicComment(row: SelfAssessmentComment, timeZone: string): PublicComment {
	return {
		position: row.position,
		on: dayIn(timeZone, row.createdAt),
		author: row.author,
		organization: row.organization,
		body: row.body,
		locale: Locale.parse(row.locale),
	}
}

/** A comment with the answer that is being written. */
export function commentOnDesk(row: SelfAssessmentComment, timeZone: string): CommentOnDesk {
	return {
		...publicComment(row, timeZone),
		version: row.version,
		disposition: z.enum(DISPOSITIONS).nullable().parse(row.disposition),
		answer: { en: row.answerEn, id: row.answerId },
	}
}

/** A comment as the final version annexes it; null where it has no answer yet. */
export function annexedComment(comment: CommentOnDesk): AnnexedComment | null {
	const { version: _version, disposition, answer, ...rest } = comment
	if (disposition === null) return null
	const notTranslated = (answer.en === null) !== (answer.id === null)
	return { ...rest, disposition, answer: { ...answer, notTranslated } }
}
