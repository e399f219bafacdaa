import type { CalendarDay } from '#app/domain/calendar.ts'
import type { EvidenceView } from '#app/domain/evidence/view.ts'
import type { MemberActView } from '#app/domain/member-act/view.ts'
import type { ActView, ConsultationCounts, MemberRegisters } from '#app/domain/member-register/view.ts'
import {
	ACTS_BESIDE,
	ACTS_PER_PAGE,
	DOCUMENTS_PER_PAGE,
	KIND_OF,
	SHOWN_NOUNS,
	inShelfOrder,
	pageOf,
} from './rules.ts'
import type { Paged, ShownNoun } from './rules.ts'
import type { RegisterFilter, RepositoryFilter } from './schema.ts'

/** An act of whatever kind, as the lists show it. */
export type ShownAct = MemberActView<Readonly<Record<string, unknown>>> & {
	/** What a consultation brought so far. */
	readonly counts: ConsultationCounts | null
}

/** One list of the registers: all of it in pages, or its newest acts. */
export type ShownList = { readonly noun: ShownNoun } & Paged<ShownAct>

/** From when on a register is said to be complete here. */
export type Declared = {
	readonly register: string
	readonly completeFrom: CalendarDay
	readonly until: CalendarDay | null
	readonly recordId: string
}

/** Files put forward with acts, by record; acts without any are not in it. */
export type FilesOf = Readonly<Record<string, readonly EvidenceView[]>>

/** A member's registers as their page shows them. */
export type RegisterPage = {
	readonly lists: readonly ShownList[]
	readonly declared: readonly Declared[]
	readonly documents: { readonly count: number; readonly newestOn: CalendarDay | null }
	readonly unreadable: MemberRegisters['unreadable']
	/** The day of the newest act in them; null where there is none. */
	readonly lastPublishedOn: CalendarDay | null
}

/** The lists of a member's registers: the newest acts of each or, where one is asked for, that one in pages. */
export function registerPage(registers: MemberRegisters, { list, page }: RegisterFilter): RegisterPage {
	const asked = list === undefined ? SHOWN_NOUNS : [list]
	return {
		lists: asked.map((noun) => {
			const acts = actsOf(registers, noun)
			const shown = list === undefined ? pageOf(acts, 1, ACTS_BESIDE) : pageOf(acts, page, ACTS_PER_PAGE)
			return { noun, ...shown }
		}),
		declared: registers.of['register.declared'].map(({ recordId, said }) => ({
			register: said.register,
			completeFrom: said.completeFrom,
			until: said.until || null,
			recordId,
		})),
		documents: {
			count: registers.of['document.published'].length,
			newestOn: registers.of['document.published'][0]?.onDay ?? null,
		},
		unreadable: registers.unreadable,
		lastPublishedOn: lastOf(Object.values(registers.of).flat()),
	}
}

function actsOf({ of, counts }: MemberRegisters, noun: ShownNoun): readonly ShownAct[] {
	return of[KIND_OF[noun]].map((act) => ({ ...act, counts: counts.get(act.recordId) ?? null }))
}

function lastOf(acts: readonly { readonly publishedOn: CalendarDay }[]): CalendarDay | null {
	return (
		acts
			.map(({ publishedOn }) => publishedOn)
			.sort()
			.at(-1) ?? null
	)
}

/** The documents of a member's repository, as its page shows them. */
export type RepositoryPage = Paged<ActView<'document.published'>> & {
	/** Documents in all, whatever the filter. */
	readonly of: number
	readonly lastPublishedOn: CalendarDay | null
}

/** The documents that fit a filter, by phase and requirement. */
export function repositoryPage(registers: MemberRegisters, filter: RepositoryFilter): RepositoryPage {
	const all = registers.of['document.published']
	const fitting = all.filter(
		({ said }) =>
			(filter.phase === undefined || said.phase === filter.phase) &&
			(filter.requirement === undefined || said.requirement === filter.requirement),
	)
	return {
		...pageOf(inShelfOrder(fitting), filter.page, DOCUMENTS_PER_PAGE),
		of: all.length,
		lastPublishedOn: lastOf(all),
	}
}
