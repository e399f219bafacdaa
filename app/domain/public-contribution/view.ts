import { createHash } from 'node:crypto'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { ContributionHidingSaid, PublicContributionSaid } from '#app/domain/consultation/schema.ts'
import type { ConsultationView } from '#app/domain/consultation/view.ts'
import type { HidingReason } from '#app/domain/observation/rules.ts'
import type { AnswerView } from '#app/domain/reasoned-answer/view.ts'
import { readable } from '#app/domain/unreadable-act/view.ts'
import type { MemberAct } from '#prisma/generated/client.ts'
import type { ContributionForm } from './schema.ts'

/** That a contribution was hidden, by which act and why. */
export type ContributionHiding = {
	readonly recordId: string
	readonly contributionId: string
	readonly memberId: string
	readonly reason: HidingReason
	readonly note: Bilingual
	readonly on: CalendarDay
}

/** What somebody gave to a consultation. Of a hidden one, and of one that was altered, nothing that it said. */
export type ContributionView = {
	readonly recordId: string
	readonly consultationId: string
	readonly publishedOn: CalendarDay
	/** Null where it is hidden or cannot be read any more. */
	readonly said: {
		readonly text: string
		readonly locale: string
		readonly name: string | null
		readonly sector: string | null
		readonly receivedOn: CalendarDay
		readonly channel: string
		readonly paperNumber: string | null
	} | null
	/** Null where everyone may read it. */
	readonly hidden: ContributionHiding | null
	/** Null: none yet. */
	readonly answer: AnswerView | null
}

/** What is left in the hands of whoever sent a contribution: where it stands in the log. */
export type ContributionReceipt = {
	readonly recordId: string
	readonly version: number
	readonly day: CalendarDay
	/** Place in the log, from 0. */
	readonly position: number
	readonly consultation: ConsultationView
	readonly isHidden: boolean
}

/** A contribution as the host looks through them. */
export type HostedContribution = Omit<ContributionView, 'answer'>

/** The number that a form or a line of a file has: whatever is sent again is the act that it was. */
export function numberOf(parts: readonly string[]): string {
	const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
	const middle = [hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`]
	return [hex.slice(0, 8), ...middle, hex.slice(20, 32)].join('-')
}

/** The number of a contribution, worked out from its form; whoever has not got the form cannot guess it. */
export function contributionNumber(consultationId: string, form: ContributionForm): string {
	const { ticket, text, locale, name = '', sector = '' } = form
	return numberOf([ticket, consultationId, text, locale, name, sector])
}

/** A hiding as everyone sees it; the person stays out. Null where what is stored is none any more. */
export function contributionHiding(row: MemberAct): ContributionHiding | null {
	const said = ContributionHidingSaid.safeParse(row.said).data
	if (!said) return null
	return {
		recordId: row.recordId,
		contributionId: said.contributionId,
		memberId: row.memberId,
		reason: said.reasonCode,
		note: { en: said.noteEn ?? null, id: said.noteId ?? null },
		on: row.publishedOn,
	}
}

/** A contribution as the host and everyone else sees it. */
export function contributionView(
	row: MemberAct,
	{ hidden, answer }: Pick<ContributionView, 'hidden' | 'answer'>,
): ContributionView {
	const said = hidden ? null : readable(() => PublicContributionSaid.parse(row.said))
	return {
		recordId: row.recordId,
		consultationId: row.subjectId ?? '',
		publishedOn: row.publishedOn,
		said: said && {
			text: said.text,
			locale: said.locale,
			name: said.name ?? null,
			sector: said.sector ?? null,
			receivedOn: said.receivedOn,
			channel: said.channel,
			paperNumber: said.paperNumber ?? null,
		},
		hidden,
		answer,
	}
}
