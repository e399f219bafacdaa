import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { AnswerOutcome } from '#app/domain/consultation/rules.ts'
import { ReasonedAnswerSaid } from '#app/domain/consultation/schema.ts'
import type { ConsultationView } from '#app/domain/consultation/view.ts'
import type { DeskView } from '#app/domain/desk/view.ts'
import type { ConsultationCounts } from '#app/domain/member-register/view.ts'
import type { ContributionView } from '#app/domain/public-contribution/view.ts'
import { readable } from '#app/domain/unreadable-act/view.ts'
import type { MemberAct } from '#prisma/generated/client.ts'

/** What became of a contribution, and why, in the newest version. */
export type AnswerView = {
	readonly recordId: string
	readonly version: number
	readonly contributionId: string
	readonly outcome: AnswerOutcome
	readonly reason: Bilingual
	readonly commitmentId: string | null
	readonly publishedOn: CalendarDay
}

/** An answer as everyone sees it; null where what is stored is none any more. */
export function answerView(row: MemberAct): AnswerView | null {
	const said = readable(() => ReasonedAnswerSaid.parse(row.said))
	if (!said) return null
	return {
		recordId: row.recordId,
		version: row.version,
		contributionId: said.contributionId,
		outcome: said.outcome,
		reason: { en: said.reasonEn ?? null, id: said.reasonId ?? null },
		commitmentId: said.commitmentId ?? null,
		publishedOn: row.publishedOn,
	}
}

/** The contributions of a consultation that wait for an answer, as those who owe it see them. */
export type AnswerQueue = {
	readonly desk: DeskView
	readonly consultation: ConsultationView
	readonly counts: ConsultationCounts
	/** The oldest first. */
	readonly waiting: readonly ContributionView[]
	/** The newest first. */
	readonly answeredLast: readonly ContributionView[]
	readonly page: number
	readonly pages: number
}

/** A contribution that is answered, or whose answer is corrected. */
export type AnsweredContribution = {
	readonly desk: DeskView
	readonly consultation: ConsultationView
	readonly contributions: readonly ContributionView[]
}
