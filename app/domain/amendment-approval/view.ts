import { randomFillSync } from 'node:crypto'
import type { z } from 'zod'
import type { PlanInForce } from '#app/domain/amendment/queries.server.ts'
import type { TextWrite } from '#app/domain/amendment/rules.ts'
import type { DraftedChange } from '#app/domain/amendment/schema.ts'
import { commitmentTextOf, milestoneTextOf, planTextOf } from '#app/domain/amendment/view.ts'
import { OtherLanguages } from '#app/domain/action-plan/view.ts'
import { utcDay } from '#app/domain/calendar.ts'
import { NO_FURTHER_COMMITMENT_TEXT } from '#app/domain/commitment/view.ts'
import { NO_FURTHER_MILESTONE_TEXT } from '#app/domain/milestone/view.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'

/** Who publishes the new texts, when, and by which amendment. */
export type AmendingSetting = {
	/** Where the texts come from: the organization that publishes them, by its names. */
	readonly source: string
	readonly actorOrganizationId: string
	readonly at: Date
	/** Next free place of each plan and commitment that gets a new record. */
	readonly nextPosition: (parentId: string) => number
}

type Act<K extends ActRows['kind']> = Extract<ActRows, { kind: K }>

/** The act that one new version of a text becomes. Throws where the plan does not have what is to be amended. */
export function actOfWrite(write: TextWrite, plan: PlanInForce, setting: AmendingSetting): ActRows {
	if (write.recordKind === 'action-plan') return planAct(write, plan, setting)
	return write.recordKind === 'commitment'
		? commitmentAct(write, plan, setting)
		: milestoneAct(write, plan, setting)
}

function planAct(
	write: TextWrite,
	plan: PlanInForce,
	setting: AmendingSetting,
): Act<'action-plan.published'> {
	const { versions, member: _member, commitments: _commitments, ...identity } = plan
	const [before] = versions
	if (!before || write.change?.recordKind !== 'action-plan') throw missing(write)
	const { administrationEndsOn: _term, ...text } = write.change.text
	const otherLanguages = languagesOf(before, sameWords(planTextOf(before), write.change.text))
	return {
		kind: 'action-plan.published',
		plan: identity,
		row: { ...before, ...text, otherLanguages, ...headOf(write, setting) },
	}
}

function commitmentAct(
	write: TextWrite,
	plan: PlanInForce,
	setting: AmendingSetting,
): Act<'commitment.published'> {
	const found = plan.commitments.find((row) => row.id === write.recordId)
	const before = found?.versions[0] ?? null
	const commitment = found ?? newCommitment(write, setting)
	const { standing } = write
	const successors = [...write.successors]
	if (write.change === null) {
		if (!before) throw missing(write)
		const head = { ...headOf(write, setting), source: before.source, sourceUrl: before.sourceUrl }
		return {
			kind: 'commitment.published',
			commitment: identityOf(commitment),
			row: { ...before, standing, successors, ...head },
		}
	}
	if (write.change.recordKind !== 'commitment') throw missing(write)
	const { text } = write.change
	const isSame = before !== null && sameWords(commitmentTextOf(before), text)
	return {
		kind: 'commitment.published',
		commitment: identityOf(commitment),
		row: {
			commitmentId: write.recordId,
			...NO_FURTHER_COMMITMENT_TEXT,
			...text,
			otherLanguages: languagesOf(before, isSame),
			standing,
			successors,
			...headOf(write, setting),
		},
	}
}

function milestoneAct(
	write: TextWrite,
	plan: PlanInForce,
	setting: AmendingSetting,
): Act<'milestone.published'> {
	const found = plan.commitments.flatMap((row) => row.milestones).find((row) => row.id === write.recordId)
	const before = found?.versions[0] ?? null
	const milestone = found ?? newMilestone(write, setting)
	const { standing } = write
	const kind = 'milestone.published' as const
	const { id, commitmentId, position, createdAt } = milestone
	const identity = { id, commitmentId, position, createdAt }
	if (write.change === null) {
		if (!before) throw missing(write)
		const head = { ...headOf(write, setting), source: before.source, sourceUrl: before.sourceUrl }
		return { kind, milestone: identity, row: { ...before, standing, ...head } }
	}
	if (write.change.recordKind !== 'milestone') throw missing(write)
	const { protocol, ...text } = write.change.text
	const isSame = before !== null && sameWords(milestoneTextOf(before), write.change.text)
	return {
		kind,
		milestone: identity,
		row: {
			milestoneId: write.recordId,
			...NO_FURTHER_MILESTONE_TEXT,
			...text,
			protocol: protocol ?? {},
			otherLanguages: languagesOf(before, isSame),
			standing,
			...headOf(write, setting),
		},
	}
}

function identityOf({
	id,
	actionPlanId,
	position,
	ogpId,
	createdAt,
}: Act<'commitment.published'>['commitment']) {
	return { id, actionPlanId, position, ogpId, createdAt }
}

function newCommitment({ recordId, parentId }: TextWrite, { nextPosition, at }: AmendingSetting) {
	return {
		id: recordId,
		actionPlanId: parentId,
		position: nextPosition(parentId),
		ogpId: null,
		createdAt: at,
	}
}

function newMilestone({ recordId, parentId }: TextWrite, { nextPosition, at }: AmendingSetting) {
	return { id: recordId, commitmentId: parentId, position: nextPosition(parentId), createdAt: at }
}

function headOf({ version }: TextWrite, { source, actorOrganizationId, at }: AmendingSetting) {
	return {
		version,
		source,
		sourceUrl: null,
		importedById: null,
		actorOrganizationId,
		publishedOn: utcDay(at),
		salt: randomFillSync(new Uint8Array(32)),
	}
}

type Words = { readonly titleEn: string | null; readonly titleId: string | null }

/** Whether nothing that can be translated changed. */
function sameWords<Text extends Words>(before: Text, after: Text): boolean {
	const fixed = { number: null, startsOn: null, endsOn: null, administrationEndsOn: null, protocol: null }
	return JSON.stringify({ ...before, ...fixed }) === JSON.stringify({ ...after, ...fixed })
}

/** Texts in further languages, as long as they still say what the two columns say. */
function languagesOf(
	before: { readonly otherLanguages: unknown } | null,
	isSame: boolean,
): z.infer<typeof OtherLanguages> {
	return before !== null && isSame ? OtherLanguages.parse(before.otherLanguages) : {}
}

function missing({ recordKind, recordId }: TextWrite): Error {
	return new Error(`the amendment has no text for ${recordKind} ${recordId}`)
}

/** The organizations that answer for a commitment from now on; null: as they were. */
export function institutionsOf(change: DraftedChange) {
	if (change.recordKind !== 'commitment' || (change.operation !== 'ADD' && change.operation !== 'CHANGE'))
		return null
	const { recordId: commitmentId, leadId, supportIds } = change
	if (leadId === null && supportIds.length === 0) return null
	const support = [...new Set(supportIds)].filter((id) => id !== leadId)
	return [
		...(leadId === null ? [] : [{ commitmentId, organizationId: leadId, isLead: true }]),
		...support.map((organizationId) => ({ commitmentId, organizationId, isLead: false })),
	]
}
