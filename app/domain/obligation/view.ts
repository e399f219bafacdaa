import { createHash } from 'node:crypto'
import type { Owed } from './rules.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { ObligationRule } from '#app/domain/cycle-rules/schema.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import type { Unsealed } from '#app/domain/packed-rows.ts'
import type { PlanInTime } from '#app/domain/plan-event/queries.server.ts'
import { canBeShown } from '#app/domain/plan-event/rules.ts'
import { privateSeal } from '#app/ledger/leaf.ts'
import type { ObligationWaiver } from '#prisma/generated/client.ts'
import { stateOn } from './rules.ts'
import type { Kept, ObligationState } from './rules.ts'

/** What the act of a waiver says in public. */
export function waiverContent(row: ObligationWaiver) {
	return {
		kind: 'obligation.waived' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		planId: row.actionPlanId,
		obligationId: row.obligationId,
		code: row.code,
		subject: row.subject,
		reasonEn: row.reasonEn,
		reasonId: row.reasonId,
		...privateSeal(row.privateSalt, {
			submittedById: row.submittedById,
			publishedAt: row.publishedAt.toISOString(),
		}),
	}
}

/** One obligation as pages show it. */
export type ObligationView = {
	readonly id: string
	readonly code: string
	readonly subject: string
	/** Title of the commitment that it is about, where it is about one. */
	readonly subjectTitle: Bilingual | null
	readonly fromOn: CalendarDay
	readonly dueOn: CalendarDay
	readonly doneOn: CalendarDay | null
	readonly state: ObligationState
	/** Whether an act of this site can show that it was met. */
	readonly canBeShown: boolean
	/** Null where the plan's rule set does not have the rule any more. */
	readonly rule: ObligationRule | null
	readonly waiver: WaiverView | null
}

export type WaiverView = { readonly recordId: string; readonly on: CalendarDay; readonly reason: Bilingual }

/** Everything due of one plan, by its last day. */
export type PlanObligations = {
	readonly plan: { readonly id: string; readonly title: Bilingual }
	readonly member: MemberView
	readonly today: CalendarDay
	readonly isKeptHere: boolean
	readonly obligations: readonly ObligationView[]
	/** Rules that count from something this site does not record yet. */
	readonly notRecorded: readonly ObligationRule[]
}

type Shown = {
	readonly plan: PlanInTime
	readonly rules: readonly ObligationRule[]
	readonly dueSoonDays: number
	readonly waivers: readonly Unsealed<ObligationWaiver>[]
}

/** An obligation with its rule, how it stands today, and the reason where it was waived. */
export function obligationView(kept: Kept, { plan, rules, dueSoonDays, waivers }: Shown): ObligationView {
	const id = obligationId(plan.planId, kept)
	const waiver = waivers.find(({ obligationId: about }) => about === id)
	return {
		id,
		code: kept.code,
		subject: kept.subject,
		subjectTitle: plan.commitmentTitles.get(kept.subject) ?? null,
		fromOn: kept.fromOn,
		dueOn: kept.dueOn,
		doneOn: kept.doneOn,
		state: stateOn(kept, plan.facts.today, dueSoonDays),
		canBeShown: canBeShown(kept.code),
		rule: rules.find(({ code }) => code === kept.code) ?? null,
		waiver: waiver
			? {
					recordId: waiver.recordId,
					on: waiver.publishedOn,
					reason: { en: waiver.reasonEn, id: waiver.reasonId },
				}
			: null,
	}
}

/** The name of an obligation: the same for the same plan, rule and subject, whenever it is worked out. */
export function obligationId(planId: string, { code, subject }: Pick<Owed, 'code' | 'subject'>): string {
	return createHash('sha256')
		.update(JSON.stringify([planId, code, subject]))
		.digest('hex')
		.slice(0, 32)
}
