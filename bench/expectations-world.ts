import { randomBytes } from 'node:crypto'
import { idWithin, PlanImport } from '#app/domain/action-plan/schema.ts'
import { addDays, addMonths } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { actsFromImport, evidenceRow } from '#app/domain/plan-import/view.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { tablesOf } from '#app/domain/stored-act/view.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import { NO_FURTHER_ANSWERS } from '#app/domain/progress-update/view.ts'
import { NO_FURTHER_FINDING } from '#app/domain/verification/view.ts'
import type { Database } from '#app/db.server.ts'
import { appendActs } from '#app/ledger/append.server.ts'
import { insertTables } from '#app/ledger/insert.server.ts'
import type { TableRows } from '#app/ledger/insert.server.ts'
import { registerActs } from './expectations-registers.ts'

/** How much a member's record holds. */
export type RecordSize = {
	readonly plans: number
	/** Of each plan. */
	readonly commitments: number
	/** Of each commitment. */
	readonly milestones: number
	/** Of each plan, one a quarter from its start: every milestone is reported at each of them. */
	readonly checkpoints: number
	/** Findings on each plan. */
	readonly findings: number
	readonly meetings: number
	readonly contributions: number
}

/** A member whose record is measured. */
export type MeasuredMember = {
	readonly id: string
	readonly level: 'NATIONAL' | 'LOCAL'
	readonly size: RecordSize
}

/** Months that a plan runs. */
const PLAN_MONTHS = 24
const CSO = 'bench-cso'

/** Stores a member with its plans, its registers and every act in the log, in one transaction. */
export async function storeMember(
	{ db }: Database,
	member: MeasuredMember,
	today: CalendarDay,
): Promise<{ readonly acts: number }> {
	const plans = plansOf(member, today)
	const acts = [...plans.flatMap(({ acts }) => acts), ...registerActs(member, today)]
	await db.$transaction(async (tx) => {
		await insertTables(tx, [
			['Member', [memberRow(member, today)]],
			['Organization', [{ ...office(member), createdAt: instant(today) }]],
			...withCheckpoints(
				tablesOf(acts),
				plans.flatMap(({ checkpoints }) => checkpoints),
			),
		])
		await appendActs(tx, acts.map(actFrom))
	})
	return { acts: acts.length }
}

function memberRow({ id, level }: MeasuredMember, today: CalendarDay) {
	return {
		...{ id, level, localType: level === 'LOCAL' ? 'REGENCY' : null, countryCode: 'ID' },
		...{ nameEn: `Member ${id}`, nameId: `Anggota ${id}`, timeZone: 'Asia/Jakarta' },
		...{ participationMode: level === 'LOCAL' ? 'OGP_LOCAL_MEMBER' : null, joinedYear: 2016 },
		...{ isDemonstration: false, notes: [], source: 'bench', createdAt: instant(today) },
	}
}

function office({ id }: Pick<MeasuredMember, 'id'>) {
	return {
		...{ id: idWithin(id, 'office'), kind: 'SECRETARIAT', memberId: id, nameEn: 'Office', nameId: 'Kantor' },
		...{ isDemonstration: false, reviewsFindings: false },
	}
}

/** Checkpoints stand between the plan they are of and the claims that are made at them. */
function withCheckpoints(
	tables: readonly TableRows[],
	checkpoints: readonly Checkpoint[],
): readonly TableRows[] {
	const at = tables.findIndex(([table]) => table === 'ActionPlan') + 1
	return [...tables.slice(0, at), ['Checkpoint', checkpoints], ...tables.slice(at)]
}

/** Plans that follow each other, the last one in force for a year. */
function plansOf(member: MeasuredMember, today: CalendarDay) {
	const { plans } = member.size
	return Array.from({ length: plans }, (_plan, at) => {
		const startsOn = addMonths(`${today.slice(0, 7)}-01`, -12 - PLAN_MONTHS * (plans - 1 - at))
		return planOf(member, { number: at + 1, startsOn })
	})
}

type PlanPlace = { readonly number: number; readonly startsOn: CalendarDay }

type Checkpoint = ReturnType<typeof checkpointsOf>[number]

function planOf(member: MeasuredMember, { number, startsOn }: PlanPlace) {
	const id = idWithin(member.id, `plan-${String(number)}`)
	const { size } = member
	const endsOn = addDays(addMonths(startsOn, PLAN_MONTHS), -1)
	const source = { source: 'bench', sourceUrl: null }
	const plan = PlanImport.parse({
		plan: {
			...{ id, memberId: member.id, status: 'IN_IMPLEMENTATION', number: String(number) },
			...{ titleEn: `Plan ${String(number)}`, startsOn, endsOn, submittedOn: startsOn, ...source },
		},
		commitments: Array.from({ length: size.commitments }, (_commitment, c) => ({
			...{
				key: `c${String(c)}`,
				number: String(c + 1),
				titleEn: `Commitment ${String(c + 1)}`,
				startsOn,
				endsOn,
			},
			...{ problemEn: LONG_TEXT, baselineEn: LONG_TEXT, descriptionEn: LONG_TEXT, ...source },
			ogpValues: [{ code: 'TRANSPARENCY', justification: 'It opens the data.' }],
			milestones: Array.from({ length: size.milestones }, (_milestone, m) => ({
				...{ key: `m${String(m)}`, titleEn: `Milestone ${String(m + 1)}`, startsOn, endsOn, ...source },
				...{ deliverableEn: 'A report that is published.', responsible: 'The office' },
			})),
		})),
	})
	const ruleSetId = member.level === 'LOCAL' ? 'ogp-local-2022.1' : 'ogp-national-2022.1'
	const by = { actorOrganizationId: idWithin(member.id, 'office'), importedById: null }
	const texts = actsFromImport(plan, { ruleSetId, ...by, on: startsOn, at: instant(startsOn) })
	const checkpoints = checkpointsOf(id, size.checkpoints, startsOn)
	const milestones = texts.flatMap((act) => (act.kind === 'milestone.published' ? [act.milestone] : []))
	const claims = checkpoints.flatMap((checkpoint) =>
		milestones.map(({ id: milestoneId }) => claimAct(member, milestoneId, checkpoint)),
	)
	const findings = Array.from({ length: size.findings }, (_finding, at) => {
		const milestone = milestones[at % milestones.length]
		const checkpoint = checkpoints[at % checkpoints.length]
		if (!milestone || !checkpoint) throw new Error('a plan without milestones or checkpoints')
		return findingAct(`${id}-f${String(at)}`, milestone, checkpoint)
	})
	return { acts: [...texts, ...claims, ...findings], checkpoints }
}

const LONG_TEXT = 'Budget figures of villages are published late and in forms that nobody can read. '.repeat(
	8,
)

function checkpointsOf(actionPlanId: string, count: number, startsOn: CalendarDay) {
	return Array.from({ length: count }, (_checkpoint, at) => {
		const dueOn = addDays(addMonths(startsOn, 3 * (at + 1)), -1)
		const code = `B${String(3 * (at + 1)).padStart(2, '0')}`
		const id = idWithin(actionPlanId, code)
		return { id, actionPlanId, code, opensOn: addDays(dueOn, -30), dueOn, lockedOn: null }
	})
}

function claimAct(member: MeasuredMember, milestoneId: string, { id, code, dueOn }: Checkpoint): ActRows {
	const recordId = idWithin(milestoneId, code)
	return {
		kind: 'progress-update.published',
		row: {
			...{ recordId, milestoneId, checkpointId: id, organizationId: idWithin(member.id, 'office') },
			...{ isNil: false, claimedLevel: 'LIMITED', levelAsPublished: null, doneEn: LONG_TEXT, doneId: null },
			...{
				challenges: [],
				challengeText: null,
				...NO_FURTHER_ANSWERS,
				submittedById: 'officer',
				approvedById: 'lead',
			},
			...{ isImported: false, source: null, sourceUrl: null, sourcePublishedOn: null, importedById: null },
			...published(idWithin(member.id, 'office'), dueOn),
		},
		evidence: [link(recordId, 0)],
	}
}

function findingAct(
	recordId: string,
	milestone: { readonly id: string; readonly commitmentId: string },
	{ id, code, dueOn }: Checkpoint,
): ActRows {
	return {
		kind: 'verification.published',
		row: {
			...{ recordId, commitmentId: milestone.commitmentId, milestoneId: milestone.id, checkpointId: id },
			...{ claimRecordId: idWithin(milestone.id, code), claimVersion: 1, organizationId: CSO, authorId: CSO },
			...{ verifiedLevel: 'LIMITED', outcome: 'CONFIRMED', method: 'SITE_VISIT', confidence: 'HIGH' },
			...{ ...NO_FURTHER_FINDING, rationaleEn: LONG_TEXT, rationaleId: null },
			...{ hasInterest: false, interestStatement: null, independence: 'INDEPENDENT' },
			...published(CSO, dueOn),
		},
		evidence: [link(recordId, 0), link(recordId, 1)],
	}
}

function link(recordId: string, position: number) {
	const url = `https://example.org/${recordId}/${String(position)}`
	return evidenceRow(recordId, position, { kind: 'REPORT', url, title: 'Report' })
}

/** Who published something and when, with its salts. */
export function published(actorOrganizationId: string, on: CalendarDay) {
	return {
		...{ version: 1, actorOrganizationId, publishedOn: on, publishedAt: instant(on) },
		...{ salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) },
	}
}

function instant(day: CalendarDay): Date {
	return new Date(`${day}T02:00:00Z`)
}
