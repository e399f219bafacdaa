import { PlanImport } from '#app/domain/action-plan/schema.ts'
import { ImportMapping } from '#app/import/mapping.ts'
import { planFromNested } from '#app/import/plan-from-nested.ts'
import { planFromTable } from '#app/import/plan-from-table.ts'
import { readCsv } from '#app/import/read-csv.ts'
import { planIdFrom } from '#app/import/read-json.ts'
import { tableFrom } from '#app/import/table.ts'
import usMapping from '../../docs/import-mappings/us-nap5-subcommitments.json' with { type: 'json' }
import { citation } from './data-files.ts'
import type { LocalProgramme, SeedData } from './data-files.ts'
import { MEMBER_BY_NAME } from './members.ts'

/** Every real plan of the first start, as imports: nothing in them that their sources do not say. */
export function realPlans(data: SeedData, today: string): readonly PlanImport[] {
	return [...indonesianPlans(data, today), ...programmePlans(data), unitedStatesPlan(data, today)]
}

/** Ids of Indonesia's local plans; national ones follow from the source's id. */
const LOCAL_PLAN_IDS: Readonly<Record<string, string>> = {
	'BOJ-AP1': 'bojonegoro-ap1',
	'BRB-AP1': 'brebes-ap1',
	'BNG-AP1': 'banggai-ap1',
	'SMG-AP1': 'semarang-ap1',
	'WNT-AP1': 'west-nusa-tenggara-ap1',
	'WSB-AP1': 'west-sumbawa-ap1',
}

function indonesianPlans(data: SeedData, today: string): readonly PlanImport[] {
	return data.plans.map((nested) => {
		const given = planFromNested(nested, {
			planId: LOCAL_PLAN_IDS[nested.plan_id] ?? planIdFrom(nested.plan_id),
			memberId: memberNamed(nested.member),
			today,
			language: 'en',
		})
		return ended(given)
	})
}

/**
 * All of these plans are over: their own days have passed or, where the source gives none, the years in their title
 * or those of the plan that followed.
 */
function ended(given: PlanImport): PlanImport {
	return { ...given, plan: { ...given.plan, status: 'ENDED' } }
}

/** Sub-national programmes of the slides of 2020: one record for each local government, saying what it is. */
function programmePlans(data: SeedData): readonly PlanImport[] {
	const listed = data.programmes.filter((programme) => programme.source.includes('CSO secretariat'))
	const names = [...new Set(listed.map((programme) => programme.local_government))]
	return names.map((name) =>
		programmePlan(
			name,
			listed.filter((programme) => programme.local_government === name),
		),
	)
}

function programmePlan(name: string, programmes: readonly LocalProgramme[]): PlanImport {
	const memberId = memberNamed(name)
	const source = citation(programmes[0]?.source ?? '')
	const stated = programmes[0]?.commitments_stated ?? ''
	return PlanImport.parse({
		plan: {
			id: `${memberId}-programmes-2020`,
			memberId,
			status: 'ENDED',
			titleEn: `Programmes of ${name} listed as its open government commitments in 2020`,
			titleId: `Program ${name} yang pada 2020 tercantum sebagai komitmen keterbukaan pemerintahnya`,
			commitmentsPublished: stated === '' ? null : Number(stated),
			source,
		},
		commitments: programmes.map((programme, at) => ({
			key: `c${at + 1}`,
			titleId: programme.programme,
			descriptionEn: programme.description_own_words,
			source: `${source}; description: our summary`,
		})),
	})
}

/** The United States' fifth plan, with the titles that its table of sub-commitments leaves out. */
function unitedStatesPlan(data: SeedData, today: string): PlanImport {
	const read = readCsv(data.usSubcommitments)
	if ('problem' in read) throw new Error('the table of the fifth US plan cannot be read')
	const { plan, problems } = planFromTable(tableFrom(read.sheet).table, ImportMapping.parse(usMapping), {
		planId: 'us-nap5',
		memberId: 'united-states',
		today,
		language: 'en',
		plan: {
			startsOn: '2022',
			endsOn: '2024',
			source:
				'GSA/open.usa.gov, commit deb38b92 (CC0); years: https://www.opengovpartnership.org/documents/united-states-action-plan-review-2022-2024',
		},
		fileName: 'us_nap5_subcommitments.csv',
	})
	if (!plan) throw new Error(`the table of the fifth US plan has ${problems.length} problems`)
	const texts = new Map(data.usCommitments.map((commitment) => [commitment.commitment_id, commitment]))
	return PlanImport.parse({
		...plan,
		plan: { ...plan.plan, commitmentsPublished: data.usCommitments.length },
		commitments: plan.commitments.map((commitment) => {
			const text = texts.get(commitment.number ?? '')
			const source = { source: 'GSA/open.usa.gov, commit deb38b92 (CC0)' }
			if (!text) return { ...commitment, ...source }
			return {
				...commitment,
				...source,
				sourceUrl: `https://open.usa.gov${text.page}`,
				titleEn: text.title,
				descriptionEn: text.detail,
			}
		}),
	})
}

function memberNamed(name: string): string {
	const id = MEMBER_BY_NAME[name]
	if (id === undefined) throw new Error(`no member is known for ${name}`)
	return id
}
