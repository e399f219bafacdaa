import type { PlanView } from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { NamedInterests } from '#app/domain/conflict/schema.ts'
import type { NamedInterest } from '#app/domain/conflict/rules.ts'
import type { ReportAbout } from '#app/domain/report-kind/rules.ts'
import { kindOfName } from '#app/domain/report-job/rules.ts'
import type { ReportModel } from '#app/domain/report/view.ts'
import type { ReportDissent, ReportDraft } from '#prisma/generated/client.ts'
import { isOpen } from './rules.ts'
import type { DraftMark, FrozenDissent, FrozenRound, FrozenRoundBefore } from './schema.ts'

/** An organization with its name. */
export type Named = { readonly id: string; readonly name: Bilingual }

/** A draft as lists name it. */
export type DraftItem = {
	readonly id: string
	readonly about: ReportAbout
	readonly planId: string
	readonly planTitle: Bilingual
	readonly memberName: Bilingual
	readonly asOfOn: CalendarDay
	readonly opensOn: CalendarDay
	readonly closesOn: CalendarDay
	readonly isOpen: boolean
	/** The report that took it up; null while none did. */
	readonly recordId: string | null
}

/** A stored draft without its model, which may be long. */
export type DraftRow = Omit<ReportDraft, 'model'>

/** A shared draft as everyone sees it who may: the same preview for the point of contact and for those who were asked. */
export type DraftView = Omit<DraftItem, 'planTitle' | 'memberName'> & {
	readonly plan: Pick<PlanView, 'id' | 'title' | 'member'>
	readonly asked: DraftMark['asked']
	/** The frozen model, without findings that were withdrawn since. */
	readonly model: ReportModel
	readonly drawnHash: string
	readonly dissents: readonly FrozenDissent[]
	/** In whose name the reader can dissent now, with what ties them to what is judged; null where they cannot. */
	readonly dissenting: { readonly organization: Named; readonly interests: readonly NamedInterest[] } | null
}

/** What is asked before a round is opened. */
export type RoundQuestion = {
	readonly plan: PlanView
	readonly today: CalendarDay
	/** Reports that can be shared as drafts. */
	readonly choices: readonly ReportAbout[]
	/** Who will be asked. */
	readonly asked: readonly Named[]
	/** Drafts of this plan that are shared now, or that no report took up yet. */
	readonly drafts: readonly DraftItem[]
}

/** What a draft is about, from the name of its report. */
export function aboutNamed(name: string): ReportAbout {
	const kind = kindOfName(name) ?? 'progress-report'
	const rest = name.slice(kind.length + 1)
	return rest === '' ? { kind } : { kind, checkpointCode: rest.toUpperCase() }
}

/** A draft as lists name it, on a day in the time zone of its member. */
export function draftItem(row: DraftRow, plan: PlanView, today: CalendarDay): DraftItem {
	return {
		id: row.id,
		about: aboutNamed(row.reportName),
		planId: plan.id,
		planTitle: plan.title,
		memberName: plan.member.name,
		asOfOn: row.asOfOn,
		opensOn: row.opensOn,
		closesOn: row.closesOn,
		isOpen: isOpen(row, today),
		recordId: row.recordId,
	}
}

/** The model marked as a draft: whatever is drawn from it says that it is not published. */
export function asDraft(model: ReportModel, draft: DraftMark): ReportModel {
	return { ...model, draft }
}

/** What a report says about the drafts that were shared before it. */
export type Rounds = { readonly own: readonly FrozenRound[]; readonly before: FrozenRoundBefore | null }

/** A report with every round that belongs to it; without one of its own, with where the last one stands. */
export function withRounds(model: ReportModel, { own, before }: Rounds): ReportModel {
	if (own.length > 0) return { ...model, draftRounds: own }
	return before === null ? model : { ...model, draftRoundBefore: before }
}

/** A dissent as it is shown and frozen. */
export function frozenDissent(row: ReportDissent, names: ReadonlyMap<string, Bilingual>): FrozenDissent {
	const { id, saidOn, organizationId, textEn, textId, url, interests } = row
	const { en, id: inIndonesian } = names.get(organizationId) ?? { en: null, id: null }
	return {
		id,
		saidOn,
		organizationId,
		organizationName: { en, id: inIndonesian },
		text: { en: textEn, id: textId },
		url,
		interests: NamedInterests.parse(interests),
	}
}

/** A shared draft with its dissents, as a report keeps it. */
export function frozenRound(
	{ id, asOfOn, snapshotHash }: ReportDraft,
	{ opensOn, closesOn, asked }: DraftMark,
	dissents: readonly FrozenDissent[],
): FrozenRound {
	return { draftId: id, asOfOn, snapshotHash, opensOn, closesOn, asked, dissents: [...dissents] }
}
