import type { ShownEvidence } from '#app/domain/evidence/view.ts'
import { grouped } from '#app/domain/grouped.ts'
import type { IndependentRows } from '#app/domain/independent-record/view.ts'
import type { Placed } from '#app/domain/packed-rows.ts'
import type { PlanRow, PlanRows } from '#app/domain/plan-record/view.ts'
import { successorsOf } from '#app/domain/published-text/view.ts'
import type { CommitmentRow, MilestoneRow } from '#app/domain/published-text/view.ts'
import type { ActionPlan, ActionPlanVersion, Member, RuleSet } from '#prisma/generated/client.ts'

/** A plan with its newest text and where that stands in the log. */
export type PlanHead = PlanRow & { readonly versions: readonly Placed<ActionPlanVersion>[] }

type HeadRows = {
	readonly members: readonly Member[]
	readonly ruleSets: readonly RuleSet[]
	/** The newest of each plan. */
	readonly texts: readonly Placed<ActionPlanVersion>[]
	/** By plan. */
	readonly commitmentsHere: ReadonlyMap<string, number>
}

/** Plans with what every page says of them. */
export function planRows(
	plans: readonly ActionPlan[],
	{ members, ruleSets, texts, commitmentsHere }: HeadRows,
): readonly PlanHead[] {
	return plans.flatMap((plan) => {
		const member = members.find(({ id }) => id === plan.memberId)
		const ruleSet = ruleSets.find(({ id }) => id === plan.ruleSetId)
		if (!member || !ruleSet) return []
		const versions = texts.filter(({ actionPlanId }) => actionPlanId === plan.id)
		const counts = { commitments: commitmentsHere.get(plan.id) ?? 0 }
		return [{ ...plan, member, ruleSet, versions, _count: counts }]
	})
}

/** Things with the versions of their texts. */
export function withVersions<Thing extends { readonly id: string }, Text>(
	things: readonly Thing[],
	texts: readonly Text[],
	thingOf: (text: Text) => string,
): readonly (Thing & { readonly versions: readonly Text[] })[] {
	const versions = grouped(texts, thingOf)
	return things.map((thing) => ({ ...thing, versions: versions.get(thing.id) ?? [] }))
}

type InLog = { readonly version: number; readonly ledgerIndex: number | null }

/** The positions of rows in the log by `recordId@version`, without those that it does not have. */
export function placesOf<Row extends InLog>(
	rows: readonly Row[],
	recordOf: (row: Row) => string,
): readonly (readonly [string, number])[] {
	return rows.flatMap((row) =>
		row.ledgerIndex === null ? [] : [[`${recordOf(row)}@${String(row.version)}`, row.ledgerIndex] as const],
	)
}

/** The rows of several plans together. */
export type RowsOfPlans = Omit<PlanRows, 'plan' | 'independent'> & {
	readonly independent: Omit<IndependentRows, 'replyDays'> & {
		/** By plan. */
		readonly replyDays: ReadonlyMap<string, number>
	}
}

/** The rows of each plan, in the order of the plans: as they would be read of it alone. */
export function rowsByPlan(plans: readonly PlanRow[], rows: RowsOfPlans): readonly PlanRows[] {
	const commitments = by(rows.commitments, (row) => row.actionPlanId)
	const planOf = new Map(rows.commitments.map((row) => [row.id, row.actionPlanId]))
	const ofCommitment = ({ commitmentId }: { readonly commitmentId: string }) => planOf.get(commitmentId)
	const milestones = by<MilestoneRow>(rows.milestones, ofCommitment)
	const planOfMilestone = new Map(rows.milestones.map((row) => [row.id, ofCommitment(row)]))
	const ofPlan = ({ actionPlanId }: { readonly actionPlanId: string }) => actionPlanId
	const planVersions = by(rows.planVersions, ofPlan)
	const checkpoints = by(rows.checkpoints, ofPlan)
	const claims = by(rows.claims, ({ milestoneId }) => planOfMilestone.get(milestoneId))
	const verifications = by(rows.verifications, ofCommitment)
	const withdrawals = by(rows.withdrawals, ofCommitment)
	const codings = by(rows.codings, ofPlan)
	const levels = by(rows.levels, ofCommitment)
	const evidence = by(rows.evidence, ({ recordId }) => recordId)
	const independentOf = independentByPlan(rows, { ofPlan, ofCommitment })
	return plans.map((plan) => {
		const own = {
			claims: claims(plan.id),
			verifications: verifications(plan.id),
			codings: codings(plan.id),
			levels: levels(plan.id),
			independent: independentOf(plan.id),
		}
		return {
			...rows,
			...own,
			plan,
			...amendedOf(plan, commitments(plan.id), rows),
			commitments: commitments(plan.id),
			milestones: milestones(plan.id),
			planVersions: planVersions(plan.id).slice(1),
			checkpoints: checkpoints(plan.id),
			withdrawals: withdrawals(plan.id),
			evidence: evidenceOf(own, evidence),
		}
	})
}

/** The rows of a key; none where there are none. */
function by<Row>(
	rows: readonly Row[],
	keyOf: (row: Row) => string | null | undefined,
): (key: string) => readonly Row[] {
	const found = grouped(rows, keyOf)
	return (key) => found.get(key) ?? []
}

/** The amendments of a plan and of those that its commitments came from or went to, with these commitments. */
function amendedOf(
	plan: PlanRow,
	commitments: readonly CommitmentRow[],
	rows: Pick<RowsOfPlans, 'amendments' | 'elsewhere'>,
) {
	const here = new Set(commitments.map(({ id }) => id))
	const named = new Set(
		commitments.flatMap(({ versions: [text] }) =>
			text ? [...successorsOf(text), text.carriedOverFrom ?? ''] : [],
		),
	)
	const elsewhere = rows.elsewhere.filter(({ id }) => named.has(id) && !here.has(id))
	const planIds = new Set([plan.id, ...elsewhere.map(({ actionPlanId }) => actionPlanId)])
	return { elsewhere, amendments: rows.amendments.filter(({ actionPlanId }) => planIds.has(actionPlanId)) }
}

type Keys = {
	readonly ofPlan: (row: { readonly actionPlanId: string }) => string | undefined
	readonly ofCommitment: (row: { readonly commitmentId: string }) => string | undefined
}

function independentByPlan(
	{ independent, verifications }: Pick<RowsOfPlans, 'independent' | 'verifications'>,
	{ ofPlan, ofCommitment }: Keys,
): (planId: string) => IndependentRows {
	const planOf = new Map(verifications.map((row) => [row.recordId, ofCommitment(row)]))
	const ofFinding = ({ verificationRecordId }: { readonly verificationRecordId: string }) =>
		planOf.get(verificationRecordId)
	const ofObservation = new Map(independent.observations.map((row) => [row.recordId, ofCommitment(row)]))
	const replies = by(independent.replies, ofFinding)
	const decisions = by(independent.decisions, ofFinding)
	const signatures = by(independent.signatures, ({ signedRecordId }) => planOf.get(signedRecordId))
	const recusals = by(independent.recusals, ofCommitment)
	const assessments = by(independent.assessments, ofPlan)
	const observations = by(independent.observations, ofCommitment)
	const hidings = by(independent.hidings, (row) => ofObservation.get(row.observationRecordId))
	return (planId) => ({
		replyDays: independent.replyDays.get(planId) ?? 0,
		replies: replies(planId),
		decisions: decisions(planId),
		signatures: signatures(planId),
		recusals: recusals(planId),
		assessments: assessments(planId),
		observations: observations(planId),
		hidings: hidings(planId),
	})
}

type OwnActs = Pick<PlanRows, 'claims' | 'verifications' | 'codings' | 'levels' | 'independent'>

/** The evidence of a plan's acts, in the order of its pieces. */
function evidenceOf(
	{ claims, verifications, codings, levels, independent }: OwnActs,
	evidence: (recordId: string) => readonly ShownEvidence[],
): readonly ShownEvidence[] {
	const { replies, decisions, recusals, assessments, observations } = independent
	const around = [...replies, ...decisions, ...recusals, ...assessments, ...observations]
	const ids = [...claims, ...verifications, ...codings, ...levels, ...around].map(({ recordId }) => recordId)
	return [...new Set(ids)].flatMap((recordId) => evidence(recordId))
}
