import type { PlanLine } from '#app/domain/open-data/view.ts'
import { openColumn } from './open-data.ts'
import type { OpenColumn } from './open-data.ts'

const column = openColumn<PlanLine>

/** One row per action plan, with the member whose plan it is. */
export const PLAN_COLUMNS: readonly OpenColumn<PlanLine>[] = [
	column('plan', 'id', ({ plan }) => plan.id),
	column('member', 'id', ({ plan }) => plan.member.id),
	column('member_name_en', 'both', ({ plan }) => plan.member.name.en),
	column('member_name_id', 'both', ({ plan }) => plan.member.name.id),
	column('member_level', 'member-level', ({ plan }) => plan.member.level),
	column('country', 'country', ({ plan }) => plan.member.countryCode),
	column('joined_year', 'joined', ({ plan }) => plan.member.joinedYear),
	column('is_demonstration', 'demonstration', ({ plan }) => (plan.member.isDemonstration ? 1 : 0)),
	column('status', 'plan-status', ({ plan }) => plan.status),
	column('number', 'plan-number', ({ plan }) => plan.number),
	column('title_en', 'both', ({ plan }) => plan.title.en),
	column('title_id', 'both', ({ plan }) => plan.title.id),
	column('starts_on', 'partial-day', ({ plan }) => plan.startsOn),
	column('ends_on', 'partial-day', ({ plan }) => plan.endsOn),
	column('submitted_on', 'submitted-on', ({ plan }) => plan.submittedOn),
	column('commitments_published', 'commitments-published', ({ plan }) => plan.commitmentsPublished),
	column('commitments', 'count', ({ plan }) => plan.commitmentsHere),
	column('url', 'plan-url', ({ plan, origin }) => `${origin}/en/plans/${plan.id}`),
	column('text_version', 'version', ({ plan }) => plan.origin.version),
	column('published_on', 'published', ({ plan }) => plan.origin.publishedOn),
	column('source', 'source', ({ plan }) => plan.origin.source),
]
