import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import type { PlanView } from '#app/domain/action-plan/view.ts'
import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { dayIn } from '#app/domain/calendar.ts'
import { findCommitment } from '#app/domain/commitment/queries.server.ts'
import { findingsOf } from '#app/domain/finding-thread/view.ts'
import { findMember } from '#app/domain/member/queries.server.ts'
import { PUBLIC_AUTHOR } from '#app/domain/observation/rules.ts'
import type { HidingView } from '#app/domain/observation/view.ts'
import { findOrganizationName } from '#app/domain/organization/queries.server.ts'
import { findActInPlan } from '#app/domain/plan-record/queries.server.ts'
import type { ContributionHiding } from '#app/domain/public-contribution/view.ts'
import type { ShownRecord } from '#app/domain/record/view.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Visit } from './guard.server.ts'

/** The plan and the words around a record. Where something around it cannot be read, the record is shown without. */
export async function surroundingsOf(
	visit: Visit,
	{ recordId, version, content }: ShownRecord,
	hiding: HidingView | ContributionHiding | null,
) {
	const { ctx, load, locale } = visit
	const nothing = {
		...{ act: null, plan: null, commitment: null, milestone: null, thread: null },
		...{ ofMember: null, by: null },
	}
	try {
		if (!content) return { ...nothing, ...(hiding && (await placeOfHidden(visit, hiding))) }
		if ('said' in content) return { ...nothing, ofMember: await aroundMemberAct(ctx, content) }
		if (content.kind === 'rule-set.published' || content.kind === 'application-call.published')
			return { ...nothing, by: await findOrganizationName(ctx, content.actorOrganization) }
		const act = await findActInPlan(ctx, { entry: { recordId, version }, content })
		const { plan, commitments } = await findPlanRecord(ctx, act.planId)
		const inPlan = findingsOf({ commitments }).find(({ finding }) => finding.recordId === recordId)
		const commitment = commitments.find(({ id }) => id === act.commitmentId)
		const milestone = commitment?.milestones.find(({ id }) => id === act.verification?.milestoneId)
		return {
			...nothing,
			act,
			milestone: milestone ?? null,
			thread: inPlan ? { finding: inPlan.finding, today: dayIn(plan.member.timeZone, ctx.now) } : null,
			...placeIn(plan, commitment, locale),
		}
	} catch (error) {
		load.log.warn({ event: 'record.without-surroundings', requestId: ctx.requestId, recordId, err: error })
		return nothing
	}
}

/** Where an observation or a contribution stood of which nothing else is shown. */
async function placeOfHidden({ ctx, locale }: Visit, hiding: HidingView | ContributionHiding) {
	if ('contributionId' in hiding)
		return { ofMember: { member: await findMember(ctx, hiding.memberId), by: null } }
	const { plan, row } = await findCommitment(ctx, hiding.commitmentId)
	return placeIn(plan, row.commitment, locale)
}

type Titled = { readonly id: string; readonly title: Bilingual }

function placeIn({ id, member, title }: PlanView, commitment: Titled | undefined, locale: Locale) {
	return {
		plan: { id, member, title: textIn(title, locale)?.text ?? id },
		commitment: commitment && {
			id: commitment.id,
			title: textIn(commitment.title, locale)?.text ?? commitment.id,
		},
	}
}

/** Whose act it is, and of which member, where it belongs to no promise of a plan. */
async function aroundMemberAct(
	ctx: Visit['ctx'],
	{ memberId, actorOrganization }: { readonly memberId: string; readonly actorOrganization: string },
) {
	const [member, by] = await Promise.all([
		findMember(ctx, memberId),
		actorOrganization === PUBLIC_AUTHOR ? null : findOrganizationName(ctx, actorOrganization),
	])
	return { member, by }
}
