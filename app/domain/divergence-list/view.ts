import { textIn } from '#app/domain/bilingual.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { DivergenceList } from './queries.server.ts'
import { summariesBy } from './rules.ts'
import type { DivergenceFilter } from './schema.ts'

/** Lines on one page. */
const AT_ONCE = 50

/** One page of the list, what it can be narrowed by, and the same figures by plan and by institution. */
export function divergencePage(
	{ lines, all, summary, plans, checkpoints }: DivergenceList,
	{ after, member, plan }: DivergenceFilter,
	locale: Locale,
) {
	const start = after === undefined ? 0 : lines.findIndex((line) => line.id === after) + 1
	const shown = lines.slice(start, start + AT_ONCE)
	const nameOf = (id: string) => {
		const plan = plans.find((one) => one.id === id)
		const parts = plan ? [plan.member.name, plan.title] : []
		return parts.map((text) => textIn(text, locale)?.text ?? id).join(': ')
	}
	const members = new Map(
		plans.map((plan) => [plan.member.id, { id: plan.member.id, name: plan.member.name }]),
	)
	const asked = plans.filter((one) => (plan === undefined ? one.member.id === member : one.id === plan))
	const inLines = new Set(lines.map((line) => line.plan.id))
	const about = asked.length > 0 ? asked : plans.filter(({ id }) => inLines.has(id))
	const byInstitution = summariesBy(all, lines, (line) => line.institution ?? '')
	return {
		member: onlyMemberOf(about),
		shown,
		next: start + AT_ONCE < lines.length ? (shown.at(-1)?.id ?? null) : null,
		summary,
		choices: {
			members: [...members.values()],
			plans: plans
				.filter((plan) => member === undefined || plan.member.id === member)
				.map(({ id, title }) => ({ id, title })),
			institutions: byInstitution.map(({ group }) => group).filter((name) => name !== ''),
			checkpoints,
		},
		byPlan: summariesBy(all, lines, (line) => line.plan.id).map((one) => ({
			...one,
			name: nameOf(one.group),
		})),
		byInstitution,
	}
}

/** The one member that all of these plans are of; null where they are of several, or of none. */
function onlyMemberOf(plans: DivergenceList['plans']): MemberView | null {
	const [first] = plans
	return first && plans.every((plan) => plan.member.id === first.member.id) ? first.member : null
}
