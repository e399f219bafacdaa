import { GOVERNMENT_ROLES, may } from '#app/access/policy.ts'
import { listQuestions, newestQuestionSet } from '#app/domain/assessment-question/queries.server.ts'
import type { QuestionView } from '#app/domain/assessment-question/view.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findPieces } from '#app/domain/evidence/queries.server.ts'
import { DraftPiece } from '#app/domain/evidence/schema.ts'
import { memberView } from '#app/domain/member/view.ts'
import { workOut } from '#app/domain/obligation/queries.server.ts'
import { hasEnded } from '#app/domain/published-text/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { findVerificationRules } from '#app/domain/verification-rules/queries.server.ts'
import type { LocalAssessment, LocalAssessmentDraft, Member } from '#prisma/generated/client.ts'
import { z } from 'zod'
import { assessmentDueOn, isSignedAt, kindsAsked, pagesOf } from './rules.ts'
import { AssessmentAnswers } from './schema.ts'
import type { AssessmentAnswer } from './schema.ts'
import { answeredPages } from './view.ts'
import type {
	AnsweredPage,
	AnsweredQuestion,
	AssessmentDesk,
	AssessmentPlace,
	BodyMember,
	NamedCommitment,
} from './view.ts'

/** What an assessment stands on: whose it is, what it asks, and what there is of it. */
export type Ground = {
	readonly plan: { readonly id: string; readonly ruleSetId: string; readonly title: NamedCommitment['title'] }
	readonly member: Member
	readonly organizationId: string
	readonly today: CalendarDay
	readonly dueOn: CalendarDay | null
	readonly commitment: NamedCommitment | null
	/** Those that still stand. */
	readonly commitments: readonly NamedCommitment[]
	readonly questionSet: string
	readonly questions: readonly QuestionView[]
	readonly draft: LocalAssessmentDraft | null
	readonly newest: LocalAssessment | null
}

/**
 * The ground of an assessment, for the member's Monitoring Body alone; for others it does not exist.
 *
 * Refuses  with `not_found`, `judge_and_judged` (also of its government), `plan_not_local`, `commitment_withdrawn`.
 */
export async function findGround(db: Transaction, ctx: Context, place: AssessmentPlace): Promise<Ground> {
	const plan = await findPlan(db, place.planId)
	const organizationId = bodyOf(ctx, plan.memberId)
	if (organizationId === null) throw new Refusal('not_found')
	if (!may(ctx.actor, 'local-assessment.draft', { organizationId, memberId: plan.memberId }))
		throw new Refusal('judge_and_judged')
	const worked = await workOut({ db, now: ctx.now }, plan.id)
	if (!kindsAsked(worked.cycle).includes(place.kind)) throw new Refusal('plan_not_local')
	const { own, standing } = await commitmentsOf(db, place)
	const [draft, newest] = await Promise.all([
		db.localAssessmentDraft.findFirst({ where: { ...columnsOf(place), organizationId } }),
		db.localAssessment.findFirst({
			where: { ...columnsOf(place), organizationId },
			orderBy: { version: 'desc' },
		}),
	])
	const questionSet =
		draft?.questionSet ?? newest?.questionSet ?? (await newestQuestionSet(db, place.kind)) ?? ''
	return {
		plan: { id: plan.id, ruleSetId: plan.ruleSetId, title: worked.plan.title },
		member: plan.member,
		organizationId,
		today: worked.plan.facts.today,
		dueOn: assessmentDueOn(worked, place),
		commitment: own,
		commitments: standing,
		questionSet,
		questions: await listQuestions(db, { questionSet, kind: place.kind }),
		draft,
		newest,
	}
}

async function findPlan(db: Transaction, id: string) {
	const plan = await db.actionPlan.findFirst({
		where: { id, status: { not: 'DRAFT' } },
		include: { member: true },
	})
	if (!plan) throw new Refusal('not_found')
	return plan
}

/** The organization for which the actor is of the member's Monitoring Body; null where they are not. */
export function bodyOf({ actor }: Pick<Context, 'actor'>, memberId: string): string | null {
	const held = actor.appointments.find(
		(one) => one.role === 'MONITORING_BODY' && (one.memberId === memberId || one.memberId === null),
	)
	return held?.organizationId ?? null
}

/** Whether the actor is also of the member's government, and so may not assess it. */
export function isOfGovernment({ actor }: Pick<Context, 'actor'>, memberId: string): boolean {
	return actor.appointments.some(
		(one) => GOVERNMENT_ROLES.includes(one.role) && (one.memberId === memberId || one.memberId === null),
	)
}

/** The columns by which the rows of an assessment are found. */
export function columnsOf({ planId, kind, commitmentId }: AssessmentPlace) {
	return { actionPlanId: planId, assessmentKind: kind, commitmentId }
}

async function commitmentsOf(db: Transaction, { planId, commitmentId }: AssessmentPlace) {
	const all = await listCommitments(db, planId)
	const own = all.find(({ id }) => id === commitmentId) ?? null
	if (commitmentId !== null && own === null) throw new Refusal('not_found')
	if (own?.hasEnded) throw new Refusal('commitment_withdrawn')
	return { own, standing: all.filter((one) => !one.hasEnded) }
}

/** The commitments of a plan by their newest texts, in the plan's order. */
export async function listCommitments(
	db: Transaction,
	planId: string,
): Promise<readonly (NamedCommitment & { readonly hasEnded: boolean })[]> {
	const rows = await db.commitment.findMany({
		where: { actionPlanId: planId },
		include: { versions: { orderBy: { version: 'desc' }, take: 1 } },
		orderBy: { position: 'asc' },
	})
	return rows.map(({ id, versions: [text] }) => ({
		id,
		number: text?.number ?? null,
		title: { en: text?.titleEn ?? null, id: text?.titleId ?? null },
		hasEnded: hasEnded(text?.standing),
	}))
}

/** The answers so far: of the draft or, where there is none, of what is published. */
export function answersSoFar({
	draft,
	newest,
}: Pick<Ground, 'draft' | 'newest'>): readonly AssessmentAnswer[] {
	return AssessmentAnswers.parse((draft ?? newest)?.answers ?? [])
}

const Pieces = z.array(DraftPiece)

/** The evidence so far, as the answers. */
export async function piecesSoFar(
	db: Transaction,
	{ draft, newest, today }: Pick<Ground, 'draft' | 'newest' | 'today'>,
): Promise<readonly DraftPiece[]> {
	if (draft) return Pieces.parse(draft.evidence)
	return newest ? findPieces(db, newest, today) : []
}

/** An assessment as those who write it see it. Refuses as `findGround` does. */
export async function findDesk(ctx: Context, place: AssessmentPlace): Promise<AssessmentDesk> {
	const ground = await findGround(ctx.db, ctx, place)
	const { draft, newest, organizationId, plan } = ground
	const [pieces, rules, organization, members] = await Promise.all([
		piecesSoFar(ctx.db, ground),
		findVerificationRules(ctx.db, plan.ruleSetId),
		ctx.db.organization.findUnique({ where: { id: organizationId } }),
		listBodyMembers(ctx.db, ctx, ground),
	])
	const pages = pagesOf(
		ground.questions,
		ground.commitments.map(({ id }) => id),
	)
	const most = rules.assessmentFiles.value
	return {
		place,
		plan,
		member: memberView(ground.member),
		commitment: ground.commitment,
		commitments: ground.commitments,
		organization: {
			id: organizationId,
			name: { en: organization?.nameEn ?? null, id: organization?.nameId ?? null },
		},
		questionSet: ground.questionSet,
		pages: answeredPages(pages, answersSoFar(ground)),
		pieces,
		files: {
			most,
			left: Math.max(0, most - pieces.filter(({ file }) => file !== undefined).length),
			bytes: rules.assessmentFileMegabytes.value * 2 ** 20,
		},
		version: draft?.version ?? 0,
		dueOn: ground.dueOn,
		today: ground.today,
		published: newest && publishedHead(newest),
		members,
	}
}

/** What a desk says of the published version; the people and the salts of the row stay here. */
function publishedHead({ recordId, version, publishedOn, signedByCount }: LocalAssessment) {
	return { recordId, version, publishedOn, signedByCount }
}

/** The people of the body on a day, and who of them stands behind the draft as it is now. */
export async function listBodyMembers(
	db: Transaction,
	ctx: Pick<Context, 'actor'>,
	{ organizationId, member, today, draft }: Pick<Ground, 'organizationId' | 'member' | 'today' | 'draft'>,
): Promise<readonly BodyMember[]> {
	const [held, signatures] = await Promise.all([
		db.appointment.findMany({
			where: {
				organizationId,
				role: 'MONITORING_BODY',
				fromOn: { lte: today },
				AND: [
					{ OR: [{ memberId: member.id }, { memberId: null }] },
					{ OR: [{ untilOn: null }, { untilOn: { gte: today } }] },
				],
			},
			include: { person: { select: { displayName: true } } },
			orderBy: { personId: 'asc' },
		}),
		draft ? db.localAssessmentSignature.findMany({ where: { draftId: draft.id } }) : [],
	])
	const people = new Map(held.map(({ personId, person }) => [personId, person.displayName]))
	const own = ctx.actor.personId
	return [...people].map(([personId, name]) => {
		const signature = signatures.find((one) => one.personId === personId)
		const isSigned = draft !== null && isSignedAt(draft.version, signature)
		return { personId, name, isSigned, isYou: personId === own }
	})
}

/** One page of an assessment. Refuses as `findGround` does, and with `not_found` where there is no such page. */
export async function findPage(
	ctx: Context,
	place: AssessmentPlace,
	{ code, commitmentId }: OfEach,
): Promise<{ readonly desk: AssessmentDesk; readonly page: AnsweredPage }> {
	const desk = await findDesk(ctx, place)
	const page = desk.pages.find((one) => one.section === code && one.commitmentId === commitmentId)
	if (!page) throw new Refusal('not_found')
	return { desk, page }
}

/** One answer of an assessment, for its evidence. Refuses as `findPage` does. */
export async function findAnswer(
	ctx: Context,
	place: AssessmentPlace,
	{ code, commitmentId }: OfEach,
): Promise<{ readonly desk: AssessmentDesk; readonly answer: AnsweredQuestion }> {
	const desk = await findDesk(ctx, place)
	const answer = desk.pages
		.flatMap((page) => page.answers)
		.find((one) => one.question.code === code && one.commitmentId === commitmentId)
	if (!answer) throw new Refusal('not_found')
	return { desk, answer }
}

/** A code of a section or a question and, where it is asked of each, the commitment. */
type OfEach = { readonly code: string; readonly commitmentId: string | null }
