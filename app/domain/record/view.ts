import { z } from 'zod'
import { OtherLanguages, planContent } from '#app/domain/action-plan/view.ts'
import { commitmentContent, OgpValues, PolicyAreas } from '#app/domain/commitment/view.ts'
import { codingContent } from '#app/domain/irm-coding/view.ts'
import { milestoneContent } from '#app/domain/milestone/view.ts'
import { claimContent } from '#app/domain/progress-update/view.ts'
import { reportContent } from '#app/domain/report/view.ts'
import { verificationContent } from '#app/domain/verification/view.ts'
import type { Act } from '#app/ledger/append.server.ts'
import type { TableRows } from '#app/ledger/insert.server.ts'
import { ACT_KINDS } from '#app/ledger/leaf.ts'
import type {
	ActionPlan,
	ActionPlanVersion,
	Commitment,
	CommitmentVersion,
	Evidence,
	IrmCoding,
	Milestone,
	MilestoneVersion,
	ProgressUpdate,
	ReportSnapshot,
	Verification,
} from '#prisma/generated/client.ts'

/** The stored rows of one act, by its kind: all that its content is made of. */
export type ActRows =
	| { readonly kind: 'action-plan.published'; readonly row: ActionPlanVersion; readonly plan: ActionPlan }
	| {
			readonly kind: 'commitment.published'
			readonly row: CommitmentVersion
			readonly commitment: Commitment
	  }
	| { readonly kind: 'milestone.published'; readonly row: MilestoneVersion; readonly milestone: Milestone }
	| {
			readonly kind: 'progress-update.published'
			readonly row: ProgressUpdate
			readonly evidence: readonly Evidence[]
	  }
	| {
			readonly kind: 'verification.published'
			readonly row: Verification
			readonly evidence: readonly Evidence[]
	  }
	| { readonly kind: 'irm-coding.published'; readonly row: IrmCoding }
	| { readonly kind: 'report.published'; readonly row: ReportSnapshot }

const text = z.string().nullable()
const head = {
	recordId: z.string().min(1),
	version: z.int().min(1),
	publishedOn: z.iso.date(),
	actorOrganization: z.string().min(1),
}
const imported = { ...head, importedBy: text }
const origin = { source: z.string().min(1), sourceUrl: text }
const period = { startsOn: text, endsOn: text }
const evidence = z.array(
	z.strictObject({ kind: z.string(), url: z.string(), title: text, stance: text, visibility: z.string() }),
)

/** What an act says in public, by its kind: the JSON that its leaf seals. */
export const ActContent = z.discriminatedUnion('kind', [
	z.strictObject({
		kind: z.literal('action-plan.published'),
		...imported,
		memberId: z.string(),
		ruleSetId: z.string(),
		number: text,
		titleEn: text,
		titleId: text,
		otherLanguages: OtherLanguages,
		...period,
		submittedOn: text,
		commitmentsPublished: z.int().nullable(),
		...origin,
	}),
	z.strictObject({
		kind: z.literal('commitment.published'),
		...imported,
		planId: z.string(),
		number: text,
		titleEn: text,
		titleId: text,
		theme: text,
		descriptionEn: text,
		descriptionId: text,
		problemEn: text,
		problemId: text,
		baselineEn: text,
		baselineId: text,
		otherLanguages: OtherLanguages,
		leadInstitution: text,
		supportingInstitutions: text,
		...period,
		ogpValues: OgpValues,
		policyAreas: PolicyAreas,
		...origin,
	}),
	z.strictObject({
		kind: z.literal('milestone.published'),
		...imported,
		commitmentId: z.string(),
		number: text,
		titleEn: text,
		titleId: text,
		deliverableEn: text,
		deliverableId: text,
		otherLanguages: OtherLanguages,
		responsible: text,
		...period,
		...origin,
	}),
	z.strictObject({
		kind: z.literal('progress-update.published'),
		...imported,
		milestoneId: z.string(),
		checkpointId: text,
		organizationId: z.string(),
		isNil: z.boolean(),
		claimedLevel: text,
		levelAsPublished: text,
		doneEn: text,
		doneId: text,
		challenges: z.array(z.string()),
		challengeText: text,
		isImported: z.boolean(),
		source: text,
		sourceUrl: text,
		sourcePublishedOn: text,
		evidence,
	}),
	z.strictObject({
		kind: z.literal('verification.published'),
		...head,
		commitmentId: z.string(),
		milestoneId: text,
		checkpointId: text,
		claimRecordId: text,
		claimVersion: z.int().nullable(),
		organizationId: z.string(),
		verifiedLevel: text,
		outcome: z.string(),
		method: z.string(),
		confidence: z.string(),
		rationaleEn: text,
		rationaleId: text,
		hasInterest: z.boolean(),
		interestStatement: text,
		independence: z.string(),
		evidence,
	}),
	z.strictObject({
		kind: z.literal('irm-coding.published'),
		...imported,
		planId: z.string(),
		commitmentId: text,
		indicator: z.string(),
		value: text,
		valueAsPublished: z.string(),
		product: z.string(),
		year: z.int().nullable(),
		...origin,
	}),
	z.strictObject({
		kind: z.literal('report.published'),
		...head,
		planId: z.string(),
		reportKind: z.string(),
		asOfOn: z.string(),
		templateVersion: z.string(),
		snapshotHash: z.string(),
	}),
])
export type ActContent = z.infer<typeof ActContent>

/** A leaf of the log, as its bytes say it. */
export const LeafEntry = z.object({
	actorOrganization: z.string(),
	contentHash: z.string(),
	day: z.string(),
	kind: z.enum(ACT_KINDS),
	previous: z.string().nullable(),
	recordId: z.string(),
	version: z.int(),
})

/** One act as anyone can check it: the leaf, the salt, what was said, and where the leaf stands in the log. */
export type RecordView = {
	readonly entry: z.infer<typeof LeafEntry>
	/** Base64 of the 32 bytes. */
	readonly salt: string
	readonly content: ActContent
	readonly index: number
	/** Whether what is stored today is what was sealed; if not, somebody changed the database. */
	readonly matchesEntry: boolean
}

/** What an act says in public, worked out from its rows. */
export function contentOf(act: ActRows): ActContent {
	switch (act.kind) {
		case 'action-plan.published':
			return planContent(act.row, act.plan)
		case 'commitment.published':
			return commitmentContent(act.row, act.commitment)
		case 'milestone.published':
			return milestoneContent(act.row, act.milestone)
		case 'progress-update.published':
			return claimContent(act.row, act.evidence)
		case 'verification.published':
			return verificationContent(act.row, act.evidence)
		case 'irm-coding.published':
			return codingContent(act.row)
		case 'report.published':
			return reportContent(act.row)
	}
}

/** The act as the log takes it. */
export function actFrom(act: ActRows): Act {
	const content = contentOf(act)
	return {
		kind: act.kind,
		recordId: content.recordId,
		version: content.version,
		actorOrganization: content.actorOrganization,
		day: content.publishedOn,
		content,
		salt: act.row.salt,
	}
}

/** The rows of acts by table, in an order that every foreign key allows. A first version brings its identity along. */
export function tablesOf(acts: readonly ActRows[]): readonly TableRows[] {
	const of = <K extends ActRows['kind']>(kind: K) =>
		acts.filter((act): act is Extract<ActRows, { kind: K }> => act.kind === kind)
	const plans = of('action-plan.published')
	const commitments = of('commitment.published')
	const milestones = of('milestone.published')
	const claims = of('progress-update.published')
	const verifications = of('verification.published')
	const rows = (list: readonly ActRows[]) => list.map((act) => act.row)
	return [
		['ActionPlan', plans.filter(isFirst).map((act) => act.plan)],
		['ActionPlanVersion', rows(plans)],
		['Commitment', commitments.filter(isFirst).map((act) => act.commitment)],
		['CommitmentVersion', rows(commitments)],
		['Milestone', milestones.filter(isFirst).map((act) => act.milestone)],
		['MilestoneVersion', rows(milestones)],
		['IrmCoding', rows(of('irm-coding.published'))],
		['ProgressUpdate', rows(claims)],
		['Verification', rows(verifications)],
		['Evidence', [...claims, ...verifications].flatMap((act) => act.evidence)],
		['ReportSnapshot', rows(of('report.published'))],
	]
}

function isFirst(act: ActRows): boolean {
	return act.row.version === 1
}
