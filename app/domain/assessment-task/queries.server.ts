import { membersOf } from '#app/access/policy.ts'
import { questionView } from '#app/domain/assessment-question/view.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { bodyOf, isOfGovernment, listCommitments } from '#app/domain/local-assessment/queries.server.ts'
import { answerCount, assessmentDueOn, kindsAsked, pagesOf } from '#app/domain/local-assessment/rules.ts'
import type { AssessmentKind } from '#app/domain/local-assessment/rules.ts'
import { AssessmentAnswers } from '#app/domain/local-assessment/schema.ts'
import { answeredPages } from '#app/domain/local-assessment/view.ts'
import type { AssessmentPlace } from '#app/domain/local-assessment/view.ts'
import { workOut } from '#app/domain/obligation/queries.server.ts'
import type { AssessmentTask, PlanTasks } from './view.ts'

/** The assessments that the actor's body owes, plan by plan; of national plans, that there are none. */
export async function listTasks(ctx: Context): Promise<readonly PlanTasks[]> {
	const members = membersOf(ctx.actor, ['MONITORING_BODY'])
	const mine = members.includes(null) ? {} : { memberId: { in: members.filter((id) => id !== null) } }
	const plans = await ctx.db.actionPlan.findMany({
		where: { ...mine, status: { not: 'DRAFT' } },
		select: { id: true, memberId: true },
		orderBy: { id: 'asc' },
	})
	return Promise.all(plans.map((plan) => tasksOf(ctx, plan)))
}

async function tasksOf(
	ctx: Context,
	{ id: planId, memberId }: { readonly id: string; readonly memberId: string },
): Promise<PlanTasks> {
	const worked = await workOut(ctx, planId)
	const kinds = kindsAsked(worked.cycle)
	const head = {
		plan: { id: planId, title: worked.plan.title },
		member: worked.plan.member,
		today: worked.plan.facts.today,
		isKeptHere: worked.plan.isKeptHere,
		isAsked: kinds.length > 0,
		isOfGovernment: isOfGovernment(ctx, memberId),
	}
	if (kinds.length === 0 || head.isOfGovernment) return { ...head, tasks: [] }
	const commitments = (await listCommitments(ctx.db, planId)).filter((one) => !one.hasEnded)
	const there = await writtenOn(ctx, planId, memberId)
	const places = kinds.flatMap((kind): readonly Omit<AssessmentTask, 'count' | keyof Written>[] =>
		(kind === 'END_OF_COMMITMENT' ? commitments : [null]).map((commitment) => {
			const place = { planId, kind, commitmentId: commitment?.id ?? null }
			return { place, commitment, dueOn: assessmentDueOn(worked, place) }
		}),
	)
	const tasks = places.map((task): AssessmentTask => {
		const { kind } = task.place
		const own = there.writtenAt(task.place, head.member.timeZone)
		const pages = pagesOf(
			there.questions.filter((one) => one.kind === kind && one.questionSet === own.questionSet),
			commitments.map(({ id }) => id),
		)
		const count = answerCount(answeredPages(pages, own.answers))
		return { ...task, count, isBegun: own.isBegun, published: own.published }
	})
	return { ...head, tasks }
}

type Written = Pick<AssessmentTask, 'isBegun' | 'published'>

/** What the body has written and published on a plan. */
async function writtenOn(ctx: Context, actionPlanId: string, memberId: string) {
	const where = { actionPlanId, organizationId: bodyOf(ctx, memberId) ?? '' }
	const [drafts, acts, rows] = await Promise.all([
		ctx.db.localAssessmentDraft.findMany({ where }),
		ctx.db.localAssessment.findMany({ where, orderBy: { version: 'asc' } }),
		ctx.db.assessmentQuestion.findMany({ orderBy: [{ questionSet: 'asc' }, { position: 'asc' }] }),
	])
	const questions = rows.map(questionView)
	const newestSet = (kind: AssessmentKind) => questions.findLast((one) => one.kind === kind)?.questionSet
	const writtenAt = ({ kind, commitmentId }: AssessmentPlace, timeZone: string) => {
		const isHere = (one: { assessmentKind: string; commitmentId: string | null }) =>
			one.assessmentKind === kind && one.commitmentId === commitmentId
		const draft = drafts.find(isHere)
		const own = acts.filter(isHere)
		const [first, newest] = [own[0], own.at(-1)]
		const latest = draft ?? newest
		return {
			questionSet: latest?.questionSet ?? newestSet(kind) ?? '',
			answers: AssessmentAnswers.parse(latest?.answers ?? []),
			isBegun: draft !== undefined,
			published:
				first && newest
					? {
							recordId: newest.recordId,
							version: newest.version,
							firstOn: dayIn(timeZone, first.publishedAt),
						}
					: null,
		}
	}
	return { questions, writtenAt }
}
