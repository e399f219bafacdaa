import { PlanImport } from '#app/domain/action-plan/schema.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { OF_PROCESS, statusFrom } from '#app/domain/coding-import/rules.ts'
import type { NamedMember } from '#app/domain/member-name/schema.ts'
import { canonicalJson } from '#app/ledger/canonical-json.ts'
import type { ProcessFinding } from '#prisma/generated/client.ts'
import type { ProcessAnswers } from './rules.ts'
import { Answers } from './schema.ts'
import type { KnownPlan, ProcessReport, ProcessRow } from './schema.ts'

/** The source as it is named in public. */
export const PROCESS_SOURCE = 'OGP process database, July 2016'

/** What the process database says of a plan. */
export type ProcessFindingView = {
	readonly source: string
	readonly locator: string
	readonly yearSubmitted: string | null
	readonly answers: ProcessAnswers
	readonly importedOn: CalendarDay
}

/** What the process database says of a plan, as everybody sees it. */
export function processFindingView(
	row: Omit<ProcessFinding, 'actionPlanId' | 'importedById'>,
): ProcessFindingView {
	const { source, locator, yearSubmitted, importedOn } = row
	return { source, locator, yearSubmitted, answers: Answers.parse(row.answers), importedOn }
}

/** What is stored that the process database may speak of. */
export type StoredProcess = {
	readonly members: readonly { readonly id: string; readonly level: string; readonly countryCode: string }[]
	readonly plans: readonly KnownPlan[]
	readonly findings: readonly Pick<ProcessFinding, 'actionPlanId' | 'source' | 'answers' | 'yearSubmitted'>[]
}

type NewFinding = { readonly planId: string; readonly row: ProcessRow }

/** What an import of the process database writes, and what it says. */
export type ProcessPlacing = {
	readonly members: readonly NamedMember[]
	readonly plans: readonly PlanImport[]
	readonly findings: readonly NewFinding[]
	readonly memberIds: readonly string[]
	readonly report: ProcessReport
}

/** Finds the member and the plan each row speaks of, and puts together what is new. */
export function placeProcess(
	rows: readonly ProcessRow[],
	stored: StoredProcess,
	today: CalendarDay,
): ProcessPlacing {
	const placed = rows.map((row) => {
		const memberId = knownMember(row.member, stored) ?? row.member.id
		return {
			row,
			memberId,
			isNewMember: knownMember(row.member, stored) === null,
			...planOf(row, memberId, stored),
		}
	})
	const findings = placed.map((one) => ({ ...one, state: stateOf(one.row, one.planId, stored) }))
	const newMembers = new Map(
		placed.filter((one) => one.isNewMember).map((one) => [one.memberId, one.row.member]),
	)
	const newPlans = placed.filter((one) => one.before === null)
	return {
		members: [...newMembers.values()],
		plans: newPlans.map(({ row, memberId, planId }) => planFrom(row, { memberId, planId, today })),
		findings: findings.filter(({ state }) => state === 'new').map(({ planId, row }) => ({ planId, row })),
		memberIds: [...new Set(placed.map(({ memberId }) => memberId))],
		report: {
			...reportOf(findings),
			newMembers: [...newMembers.keys()],
			newPlans: newPlans.map(({ planId }) => planId),
		},
	}
}

type Placed = {
	readonly row: ProcessRow
	readonly planId: string
	readonly before: KnownPlan | null
	readonly state: 'new' | 'same' | 'differs'
}

function reportOf(placed: readonly Placed[]): Pick<ProcessReport, 'rows' | 'years' | 'differing'> {
	const inState = (state: Placed['state']) => placed.filter((one) => one.state === state)
	return {
		rows: { new: inState('new').length, same: inState('same').length },
		years: placed.flatMap(({ row, planId, before }) => {
			const year = before?.submittedOn?.slice(0, 4) ?? null
			return year === null || row.yearSubmitted === null || year === row.yearSubmitted
				? []
				: [{ planId, before: year, given: row.yearSubmitted }]
		}),
		differing: inState('differs').map(({ row, planId }) => ({ row: row.number, planId })),
	}
}

function knownMember(member: NamedMember, { members }: StoredProcess): string | null {
	const own = members.find(({ id }) => id === member.id)
	const national = members.find(
		({ level, countryCode }) => level === 'NATIONAL' && countryCode === member.countryCode,
	)
	return own?.id ?? national?.id ?? null
}

function planOf(row: ProcessRow, memberId: string, { plans }: StoredProcess) {
	const own = `${row.member.countryCode.toLowerCase()}-nap${row.planKey}`
	const before =
		plans.find(({ id }) => id === own) ??
		plans.find((plan) => plan.memberId === memberId && plan.number === row.planNumber) ??
		null
	return { planId: before?.id ?? own, before }
}

function stateOf(row: ProcessRow, planId: string, { findings }: StoredProcess): 'new' | 'same' | 'differs' {
	const before = findings.find((one) => one.actionPlanId === planId && one.source === PROCESS_SOURCE)
	if (!before) return 'new'
	const isSame =
		canonicalJson(Answers.parse(before.answers)) === canonicalJson(row.answers) &&
		before.yearSubmitted === row.yearSubmitted
	return isSame ? 'same' : 'differs'
}

type Frame = { readonly memberId: string; readonly planId: string; readonly today: CalendarDay }

/** A plan of which only this database speaks: its number and year, and no commitments. */
function planFrom(row: ProcessRow, { memberId, planId, today }: Frame): PlanImport {
	const { member, planNumber: number, yearSubmitted: submittedOn } = row
	const year = submittedOn === null ? '' : ` (${submittedOn})`
	return PlanImport.parse({
		plan: {
			id: planId,
			memberId,
			status: statusFrom(submittedOn, null, today),
			number,
			titleEn: `Action plan ${number} of ${member.nameEn}${year}`,
			titleId: `Rencana aksi ${number} ${member.nameId}${year}`,
			submittedOn,
			source: `${OF_PROCESS}July 2016, row ${String(row.number)}`,
		},
		commitments: [],
	})
}
