import type { Database } from '#app/db.server.ts'
import { addDays, addMonths } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { approvePlan } from '#app/domain/plan-approval/commands.server.ts'
import { submitPlan } from '#app/domain/plan-draft/commands.server.ts'
import {
	approveChosenUpdates,
	approveProgressUpdate,
	fileProgressUpdates,
} from '#app/domain/progress-batch/commands.server.ts'
import type { SeenReport } from '#app/domain/progress-batch/commands.server.ts'
import { OFFERED_AT_ONCE } from '#app/domain/progress-batch/schema.ts'
import {
	addEvidence,
	answerDone,
	answerLevel,
	submitProgressUpdate,
} from '#app/domain/progress-update/commands.server.ts'
import { aCommitmentDraft, aMilestoneDraft, aPlanDraft, storeDraft } from '#tests/factories/plan-draft.ts'
import { as } from '#tests/factories/stored-plan.ts'

export const COMMITMENTS = 40
export const MILESTONES = 6
export const CHECKPOINTS = 8
const LINK = { kind: 'REPORT', url: 'https://contoh.example/laporan', title: 'Laporan' } as const
const DONE = 'Most of it is done.'

/** The checkpoints of the plan and the day on which each is reported. */
export type Period = { readonly code: string; readonly now: Date }

/**
 * A plan of two years with quarterly checkpoints, of which the last is open today: submitted by one person and approved
 * by a second, so that it is an act of the log with everything in it.
 */
export async function approvedPlan(site: Database, today: CalendarDay): Promise<readonly Period[]> {
	const startsOn = addMonths(today, -23)
	const endsOn = addDays(addMonths(startsOn, 24), -1)
	const plan = aPlanDraft({
		checkpointScheme: 'QUARTERLY',
		text: { ...aPlanDraft().text, startsOn, endsOn },
		commitments: Array.from({ length: COMMITMENTS }, (_c, at) => {
			const id = `cycle-c${String(at + 1)}`
			const milestones = Array.from({ length: MILESTONES }, (_m, n) =>
				aMilestoneDraft({ startsOn, endsOn }, `${id}-m${String(n + 1)}`),
			)
			return aCommitmentDraft({ number: String(at + 1), startsOn, endsOn }, { id, milestones })
		}),
	})
	await storeDraft(site, plan)
	const before = morningOf(startsOn)
	const { version } = await submitPlan(as(site, 'secretariat', before), plan.id, { version: 1 })
	await approvePlan(as(site, 'poc', before), plan.id, { version })
	const checkpoints = await site.db.checkpoint.findMany({
		where: { actionPlanId: plan.id },
		orderBy: { dueOn: 'asc' },
	})
	return checkpoints.map(({ code, dueOn }) => ({ code, now: morningOf(dueOn < today ? dueOn : today) }))
}

function morningOf(day: CalendarDay): Date {
	return new Date(`${day}T02:00:00Z`)
}

/** The milestones of the plan in its order. */
export async function milestonesOf(site: Database): Promise<readonly string[]> {
	const rows = await site.db.milestone.findMany({
		where: { commitment: { actionPlanId: 'draft' } },
		orderBy: [{ commitment: { position: 'asc' } }, { position: 'asc' }],
		select: { id: true },
	})
	return rows.map(({ id }) => id)
}

/** Files reports on many milestones at once, as the file of an office does. */
export function fileAll(
	site: Database,
	{ code, now }: Period,
	milestoneIds: readonly string[],
): Promise<readonly SeenReport[]> {
	return fileProgressUpdates(
		as(site, 'officer', now),
		code,
		milestoneIds.map((milestoneId) => ({ milestoneId, level: 'SUBSTANTIAL', doneEn: DONE, links: [LINK] })),
	)
}

/** Approves them as their lead does on the page for several: as many as it offers, and then the next. */
export async function approveAll(
	site: Database,
	{ now }: Period,
	filed: readonly SeenReport[],
): Promise<void> {
	for (let at = 0; at < filed.length; at += OFFERED_AT_ONCE) {
		const chosen = filed.slice(at, at + OFFERED_AT_ONCE)
		const outcomes = await approveChosenUpdates(as(site, 'lead', now), chosen)
		const refused = outcomes.find(({ reason }) => reason !== null)
		if (refused) throw new Error(`refused: ${String(refused.reason)}`)
	}
}

/** Reports milestones one by one with the commands of the forms: every question by itself. */
export async function reportEach(
	site: Database,
	{ code, now }: Period,
	milestoneIds: readonly string[],
): Promise<readonly SeenReport[]> {
	const officer = as(site, 'officer', now)
	const filed: SeenReport[] = []
	for (const milestoneId of milestoneIds) {
		const key = { milestoneId, checkpointCode: code }
		let { version } = await answerLevel(officer, key, { version: 0, level: 'SUBSTANTIAL' })
		version = (await answerDone(officer, key, { version, doneEn: DONE })).version
		version = (await addEvidence(officer, key, { version, ...LINK })).version
		const sent = await submitProgressUpdate(officer, key, { version })
		filed.push({ id: sent.id, version: sent.version })
	}
	return filed
}

/** Approves reports one by one. */
export async function approveEach(
	site: Database,
	{ now }: Period,
	filed: readonly SeenReport[],
): Promise<void> {
	for (const { id, version } of filed) await approveProgressUpdate(as(site, 'lead', now), id, { version })
}
