import { z } from 'zod'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import type { ClaimedLevel } from '#app/domain/commitment/rules.ts'

/** One line of the queue: a claim that the organization has not looked at, or a milestone on which nothing was said. */
export type QueueItem = {
	/** The claim to verify; null: a milestone past its end on which government said nothing. */
	readonly claimRecordId: string | null
	readonly milestoneId: string
	readonly milestoneTitle: Bilingual
	readonly commitmentTitle: Bilingual
	readonly memberName: Bilingual
	/** Null where nothing was said. */
	readonly claim: {
		readonly organizationName: Bilingual
		readonly level: ClaimedLevel | null
		readonly levelAsPublished: string | null
		readonly isNil: boolean
	} | null
	/** Day of the claim or, without one, the milestone's last day. */
	readonly sinceOn: CalendarDay
	/** Day by which the rule set asks for a look at it. */
	readonly dueOn: CalendarDay
	readonly hasDraft: boolean
	readonly assigned: 'ME' | 'OTHER' | null
}

/** One page of the queue, and what it can be narrowed by. */
export type QueueView = {
	readonly items: readonly QueueItem[]
	readonly total: number
	readonly page: number
	readonly pages: number
	readonly members: readonly { readonly id: string; readonly name: Bilingual }[]
}

/** A line as the database gives it. */
export type QueueRow = {
	readonly claimRecordId: string | null
	readonly milestoneId: string
	readonly titleEn: string | null
	readonly titleId: string | null
	readonly commitmentEn: string | null
	readonly commitmentId: string | null
	readonly memberEn: string
	readonly memberId: string
	readonly organizationEn: string | null
	readonly organizationId: string | null
	readonly claimedLevel: string | null
	readonly levelAsPublished: string | null
	readonly isNil: boolean | null
	readonly sinceOn: string
	readonly dueOn: string
	readonly hasDraft: boolean
	readonly isMine: boolean
	readonly isGiven: boolean
	readonly total: number
}

const Level = z.enum(CLAIMED_LEVELS).nullable().catch(null)

/** A line with its parts put together. A level that is stored but is none is shown as none: its record tells. */
export function queueItem(row: QueueRow): QueueItem {
	return {
		claimRecordId: row.claimRecordId,
		milestoneId: row.milestoneId,
		milestoneTitle: { en: row.titleEn, id: row.titleId },
		commitmentTitle: { en: row.commitmentEn, id: row.commitmentId },
		memberName: { en: row.memberEn, id: row.memberId },
		claim:
			row.claimRecordId === null
				? null
				: {
						organizationName: { en: row.organizationEn, id: row.organizationId },
						level: Level.parse(row.claimedLevel),
						levelAsPublished: row.levelAsPublished,
						isNil: row.isNil ?? false,
					},
		sinceOn: row.sinceOn,
		dueOn: row.dueOn,
		hasDraft: row.hasDraft,
		assigned: row.isMine ? 'ME' : row.isGiven ? 'OTHER' : null,
	}
}
