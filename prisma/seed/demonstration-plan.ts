import { PlanImport } from '#app/domain/action-plan/schema.ts'
import type { PlanImportInput } from '#app/domain/action-plan/schema.ts'
import type { DemonstrationCalendar } from './demonstration-calendar.ts'
import { DEMONSTRATION_MEMBER } from './demonstration-people.ts'
import { COMMITMENT_TEXTS } from './demonstration-texts.ts'
import type { CommitmentText, Text } from './demonstration-texts.ts'

export const DEMONSTRATION_PLAN = 'contoh-2025'

const ORIGIN = { source: 'Demonstration text of this site / Teks peragaan situs ini' }

/** The demonstration's plan as a plan that is published here: its text, days and institutions. */
export function demonstrationPlan(
	calendar: DemonstrationCalendar,
	nameOf: (organizationId: string) => string,
): PlanImport {
	const years = `${calendar.startsOn.slice(0, 4)}–${calendar.endsOn.slice(0, 4)}`
	return PlanImport.parse({
		plan: {
			id: DEMONSTRATION_PLAN,
			memberId: DEMONSTRATION_MEMBER,
			status: 'IN_IMPLEMENTATION',
			number: '1',
			titleEn: `Open Government Action Plan of Example Regency ${years}`,
			titleId: `Rencana Aksi Keterbukaan Pemerintah Kabupaten Contoh ${years}`,
			startsOn: calendar.startsOn,
			endsOn: calendar.endsOn,
			submittedOn: calendar.submittedOn,
			commitmentsPublished: COMMITMENT_TEXTS.length,
			...ORIGIN,
		},
		commitments: COMMITMENT_TEXTS.map((promise) => commitmentOf(promise, calendar, nameOf)),
	} satisfies PlanImportInput)
}

function commitmentOf(
	promise: CommitmentText,
	calendar: DemonstrationCalendar,
	nameOf: (organizationId: string) => string,
) {
	return {
		key: promise.key,
		number: promise.key,
		...bilingual('title', promise.title),
		...bilingual('problem', promise.problem),
		...bilingual('baseline', promise.baseline),
		...bilingual('description', promise.description),
		leadInstitution: nameOf(promise.lead),
		supportingInstitutions: promise.supporting.map(nameOf).join('; '),
		startsOn: calendar.startsOn,
		endsOn: calendar.endsOn,
		ogpValues: Object.entries(promise.values).map(([code, justification]) => ({ code, justification })),
		policyAreas: [promise.area],
		...ORIGIN,
		milestones: promise.milestones.map(([title, deliverable, dueFromNow, startsFromNow], at) => ({
			key: `m${at + 1}`,
			number: `${promise.key}.${at + 1}`,
			...bilingual('title', title),
			...bilingual('deliverable', deliverable),
			responsible: nameOf(promise.lead),
			startsOn: calendar.checkpoint(startsFromNow).opensOn,
			endsOn: calendar.checkpoint(dueFromNow).dueOn,
			...ORIGIN,
		})),
	}
}

function bilingual(field: string, [en, id]: Text) {
	return { [`${field}En`]: en, [`${field}Id`]: id }
}
