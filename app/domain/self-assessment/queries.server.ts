import { may } from '#app/access/policy.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import type { PlanView } from '#app/domain/action-plan/view.ts'
import { unansweredCount } from '#app/domain/assessment-comment/rules.ts'
import { listComments } from '#app/domain/assessment-comment/queries.server.ts'
import { annexedComment } from '#app/domain/assessment-comment/view.ts'
import type { CommentOnDesk, PublicComment } from '#app/domain/assessment-comment/view.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import type { SelfAssessment, SelfAssessmentDraft } from '#prisma/generated/client.ts'
import { readEach, readable } from '#app/domain/unreadable-act/view.ts'
import type { UnreadableAct } from '#app/domain/unreadable-act/view.ts'
import {
	ASSESSMENT_KINDS,
	commentWindow,
	reasonNotToComment,
	reasonNotToFinalise,
	sectionLines,
} from './rules.ts'
import type { AssessmentKind, SectionLine } from './rules.ts'
import { NOTHING_WRITTEN, SelfAssessmentAnswers, SelfAssessmentModel } from './schema.ts'
import { assessmentItem, assessmentModel } from './view.ts'
import type { AssessmentItem, AssessmentSources } from './view.ts'

/** Which self-assessment: there is one of each kind for a plan. */
export type AssessmentPlace = { readonly planId: string; readonly kind: AssessmentKind }

/** A self-assessment on the desk of those who write it. */
export type AssessmentDesk = {
	readonly kind: AssessmentKind
	readonly plan: PlanView
	readonly member: PlanView['member']
	readonly today: CalendarDay
	/** 0: nothing is written yet. */
	readonly version: number
	readonly answers: SelfAssessmentAnswers
	/** What it would say if it were published now. */
	readonly model: SelfAssessmentModel
	readonly lines: readonly SectionLine[]
	/** The newest version that was published; null: none. */
	readonly published: AssessmentItem | null
	readonly comments: readonly CommentOnDesk[]
	/** Shortest comment window of the plan's rule set, with what it rests on. */
	readonly window: { readonly days: number; readonly basis: 'OGP' | 'PRACTICE' | 'OURS' }
	/** Why it cannot become final today. */
	readonly notFinalBecause: RefusalReason | null
	/** Who asked for the final version; null: nobody since the last change. */
	readonly submitted: { readonly by: string; readonly isOwn: boolean } | null
}

/** A published version of a self-assessment as everyone may read it. */
export type PublicAssessment = AssessmentItem & {
	readonly model: SelfAssessmentModel
	readonly modelHash: string
	/** Of the newest version, while it is open for comment or until it is final; else they are in the model. */
	readonly comments: readonly PublicComment[] | null
	readonly newest: AssessmentItem
	readonly versions: readonly number[]
	/** Whether a comment can be left today. */
	readonly isOpen: boolean
	readonly today: CalendarDay
}

/** The published self-assessments of a plan, each by its newest version, in the order of their kinds. */
export async function listAssessments(
	ctx: Pick<Context, 'db'>,
	planId: string,
): Promise<readonly AssessmentItem[]> {
	const { read } = await readAssessments(ctx, planId)
	return ASSESSMENT_KINDS.flatMap((kind) => read.find(({ view }) => view.kind === kind)?.view ?? [])
}

/** The published self-assessments of a plan of which what is stored cannot be read any more. */
export async function listUnreadableAssessments(
	ctx: Pick<Context, 'db'>,
	planId: string,
): Promise<readonly UnreadableAct[]> {
	const { unreadable } = await readAssessments(ctx, planId)
	return unreadable.map(({ recordId, version }) => ({
		kind: 'self-assessment.published',
		recordId,
		version,
		commitmentId: null,
		milestoneId: null,
	}))
}

/** Each self-assessment of a plan by its newest version; what it says in full is left aside. */
async function readAssessments(ctx: Pick<Context, 'db'>, planId: string) {
	const rows = await ctx.db.selfAssessment.findMany({
		where: { actionPlanId: planId },
		orderBy: { version: 'desc' },
	})
	const newest = rows.filter((row, at) => rows.findIndex((one) => one.recordId === row.recordId) === at)
	return readEach(newest, assessmentItem)
}

/** One version of a self-assessment, the newest where none is named. Refuses with `not_found`, `record_differs`. */
export async function findAssessment(
	ctx: Context,
	recordId: string,
	version?: number,
): Promise<PublicAssessment> {
	const rows = await ctx.db.selfAssessment.findMany({ where: { recordId }, orderBy: { version: 'desc' } })
	const [first] = rows
	const row = version === undefined ? first : rows.find((one) => one.version === version)
	if (!first || !row) throw new Refusal('not_found')
	const read = readable(() => ({
		model: modelOf(row),
		newest: assessmentItem(first),
		item: assessmentItem(row),
	}))
	if (!read) throw new Refusal('record_differs')
	const { model, newest, item } = read
	const today = dayIn(model.member.timeZone, ctx.now)
	const isAwaited = row === first && newest.stage === 'COMMENT'
	return {
		...item,
		model,
		modelHash: row.modelHash,
		comments: isAwaited
			? (await listComments(ctx.db, recordId, model.member.timeZone)).map(withoutAnswer)
			: null,
		newest,
		versions: rows.map((one) => one.version),
		isOpen: row === first && reasonNotToComment(newest, today) === null,
		today,
	}
}

function withoutAnswer({
	answer: _answer,
	disposition: _disposition,
	version: _version,
	...comment
}: CommentOnDesk): PublicComment {
	return comment
}

/** The frozen content of a version, from its stored text. */
function modelOf(row: Pick<SelfAssessment, 'model'>): SelfAssessmentModel {
	return SelfAssessmentModel.parse(JSON.parse(row.model))
}

/** Both kinds for a plan, as those who write them see them. Refuses with `not_found`, `not_allowed`. */
export async function listDesks(ctx: Context, planId: string) {
	const sources = await sourcesOf(ctx, planId)
	const { plan } = sources.record
	if (!may(ctx.actor, 'self-assessment.draft', { memberId: plan.member.id })) throw new Refusal('not_allowed')
	const [published, drafts] = await Promise.all([
		listAssessments(ctx, planId),
		ctx.db.selfAssessmentDraft.findMany({ where: { actionPlanId: planId }, select: { kind: true } }),
	])
	return {
		plan,
		kinds: ASSESSMENT_KINDS.map((kind) => ({
			kind,
			isBegun: drafts.some((draft) => draft.kind === kind),
			published: published.find((item) => item.kind === kind) ?? null,
		})),
	}
}

/** A self-assessment with all that those who write it need. Refuses with `not_found`, `not_allowed`. */
export async function findDesk(ctx: Context, { planId, kind }: AssessmentPlace): Promise<AssessmentDesk> {
	const sources = await sourcesOf(ctx, planId)
	const { plan, ruleSet } = sources.record
	const { member } = plan
	if (!may(ctx.actor, 'self-assessment.draft', { memberId: member.id })) throw new Refusal('not_allowed')
	const today = dayIn(member.timeZone, ctx.now)
	const draft = await ctx.db.selfAssessmentDraft.findUnique({
		where: { actionPlanId_kind: { actionPlanId: planId, kind } },
	})
	const answers = draft ? SelfAssessmentAnswers.parse(draft.answers) : NOTHING_WRITTEN
	const published = (await listAssessments(ctx, planId)).find((item) => item.kind === kind) ?? null
	const comments = draft ? await listComments(ctx.db, draft.id, member.timeZone) : []
	const { value: days, basis } = ruleSet.rules.commentWindowDays
	const proposed = commentWindow(today, days)
	const model = assessmentModel(sources, answers, {
		assessmentKind: kind,
		stage: published ? 'FINAL' : 'COMMENT',
		asOfOn: today,
		commentOpensOn: published?.commentOpensOn ?? proposed.opensOn,
		commentClosesOn: published?.commentClosesOn ?? proposed.closesOn,
		comments: published ? comments.flatMap((comment) => annexedComment(comment) ?? []) : null,
	})
	return {
		kind,
		plan,
		member,
		today,
		version: draft?.version ?? 0,
		answers,
		model,
		lines: sectionLines(model),
		published,
		comments,
		window: { days, basis },
		notFinalBecause: reasonNotToFinalise(published, unansweredCount(comments), today),
		submitted: await submitterOf(ctx, answers.submittedById),
	}
}

async function submitterOf(ctx: Context, id: string | null): Promise<AssessmentDesk['submitted']> {
	if (id === null) return null
	const person = await ctx.db.person.findUnique({ where: { id }, select: { displayName: true } })
	return { by: person?.displayName ?? '', isOwn: id === ctx.actor.personId }
}

/** What the plan and the claims say, of which a self-assessment is filled. Refuses with `not_found`. */
export async function sourcesOf(ctx: Context, planId: string): Promise<AssessmentSources> {
	const record = await findPlanRecord(ctx, planId)
	const [leads, claims] = await Promise.all([
		ctx.db.commitmentInstitution.findMany({
			where: { isLead: true, commitment: { actionPlanId: planId } },
		}),
		ctx.db.progressUpdate.findMany({
			where: { milestone: { commitment: { actionPlanId: planId } } },
			select: { recordId: true, version: true, startedOn: true, finishedOn: true },
		}),
	])
	const organizations = await ctx.db.organization.findMany({
		where: { id: { in: leads.map((lead) => lead.organizationId) } },
	})
	return {
		record,
		responsible: leads.map((lead) => {
			const named = organizations.find((one) => one.id === lead.organizationId)
			return {
				commitmentId: lead.commitmentId,
				name: { en: named?.nameEn ?? null, id: named?.nameId ?? null },
			}
		}),
		claimDates: new Map(claims.map((claim) => [`${claim.recordId}@${String(claim.version)}`, claim])),
	}
}

/** The newest published version of a self-assessment, inside a transaction; null: none. */
export async function findNewest(tx: Transaction, recordId: string): Promise<SelfAssessment | null> {
	return tx.selfAssessment.findFirst({ where: { recordId }, orderBy: { version: 'desc' } })
}

/** The draft, held until the transaction ends: no comment, answer or text is written beside it. */
export async function holdDraft(
	tx: Transaction,
	{ planId, kind }: AssessmentPlace,
): Promise<SelfAssessmentDraft | null> {
	await tx.$queryRawUnsafe(
		'SELECT "id" FROM "SelfAssessmentDraft" WHERE "actionPlanId" = $1 AND "kind" = $2 FOR UPDATE',
		planId,
		kind,
	)
	return tx.selfAssessmentDraft.findUnique({
		where: { actionPlanId_kind: { actionPlanId: planId, kind } },
	})
}
