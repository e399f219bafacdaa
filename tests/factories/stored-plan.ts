import { actFrom } from '#app/domain/record/view.ts'
import { NO_FURTHER_COMMITMENT_TEXT } from '#app/domain/commitment/view.ts'
import { NO_FURTHER_MILESTONE_TEXT } from '#app/domain/milestone/view.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import { appendActs } from '#app/ledger/append.server.ts'
import type { Database } from '#app/db.server.ts'
import type { Actor, Role } from '#app/access/policy.ts'
import type { Context } from '#app/domain/context.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import type { WithdrawalList } from '#app/domain/withdrawal/rules.ts'
import { aRuleSet } from './rule-set.ts'
import { VERIFICATION_RULES } from '#prisma/seed/verification-rules.ts'

/** 9 in the morning of 15 July 2026 in Jakarta: checkpoint B06 is open and late, B09 is still ahead. */
export const MORNING = new Date('2026-07-15T02:00:00Z')

/** Who there is: `role@organization`, each a person of that organization appointed for the example member. */
export const PEOPLE = {
	officer: ['IMPLEMENTER', 'agency'],
	colleague: ['IMPLEMENTER', 'agency'],
	lead: ['INSTITUTION_LEAD', 'agency'],
	otherOfficer: ['IMPLEMENTER', 'other-agency'],
	otherLead: ['INSTITUTION_LEAD', 'other-agency'],
	poc: ['POC', 'secretariat'],
	secretariat: ['SECRETARIAT', 'secretariat'],
	monitor: ['CSO_MONITOR', 'cso'],
	owner: ['CSO_OWNER', 'cso'],
	otherMonitor: ['CSO_MONITOR', 'other-cso'],
	monitoringBody: ['MONITORING_BODY', 'body'],
	irm: ['IRM', 'irm'],
	admin: ['INSTANCE_ADMIN', 'host'],
} as const satisfies Record<string, readonly [Role, string]>
export type PersonName = keyof typeof PEOPLE

const KINDS: Record<string, string> = {
	agency: 'GOVERNMENT_INSTITUTION',
	'other-agency': 'GOVERNMENT_INSTITUTION',
	secretariat: 'SECRETARIAT',
	cso: 'CSO',
	'other-cso': 'CSO',
	body: 'MONITORING_BODY',
	irm: 'IRM',
	host: 'HOST',
}

/** The actor that a person is. */
export function anActor(name: PersonName): Actor {
	const [role, organizationId] = PEOPLE[name]
	return { personId: name, appointments: [{ role, organizationId, memberId: 'example' }] }
}

/** The withdrawals of each database of a test run; what a site keeps on its disk is kept in memory here. */
const lists = new WeakMap<Database, WithdrawalList>()

/** The world as one person sees it. */
export function as(database: Database, name: PersonName, now: Date = MORNING): Context {
	const withdrawals = lists.get(database) ?? withdrawalList([], () => {})
	lists.set(database, withdrawals)
	return { db: database.db, actor: anActor(name), now, requestId: 'test', withdrawals }
}

/**
 * A plan of two commitments in the database and in the ledger: `k1` (milestones `m1`, `m2`) is the agency's, `k2`
 * (milestone `m3`, past its end) the other agency's. Checkpoints B03 (locked), B06 (late, open) and B09 (ahead).
 */
export async function storePlan({ db }: Database): Promise<void> {
	const { note: _note, ...rules } = aRuleSet()
	await db.ruleSet.create({
		data: { ...rules, verification: VERIFICATION_RULES, noteEn: 'test', noteId: 'uji' },
	})
	await db.member.create({
		data: {
			id: 'example',
			level: 'LOCAL',
			localType: 'REGENCY',
			countryCode: 'ID',
			nameEn: 'Example Regency',
			nameId: 'Kabupaten Contoh',
			timeZone: 'Asia/Jakarta',
			isDemonstration: true,
			notes: [],
			source: 'test',
		},
	})
	// A site that was started has its host and the IRM already.
	await db.organization.createMany({
		skipDuplicates: true,
		data: Object.entries(KINDS).map(([id, kind]) => ({
			id,
			kind,
			memberId: 'example',
			nameEn: `The ${id}`,
			nameId: `Si ${id}`,
			isDemonstration: true,
		})),
	})
	await db.person.createMany({
		data: Object.entries(PEOPLE).map(([id, [, organizationId]]) => ({
			id,
			organizationId,
			displayName: `Person of ${organizationId}`,
			email: `${id.toLowerCase()}@example.org`,
		})),
	})
	await db.actionPlan.create({
		data: { id: 'plan', memberId: 'example', ruleSetId: rules.id, status: 'IN_IMPLEMENTATION' },
	})
	await db.commitment.createMany({
		data: ['k1', 'k2'].map((id, at) => ({ id, actionPlanId: 'plan', position: at + 1 })),
	})
	await db.milestone.createMany({
		data: [
			{ id: 'm1', commitmentId: 'k1', position: 1 },
			{ id: 'm2', commitmentId: 'k1', position: 2 },
			{ id: 'm3', commitmentId: 'k2', position: 1 },
		],
	})
	await db.commitmentInstitution.createMany({
		data: [
			{ commitmentId: 'k1', organizationId: 'agency', isLead: true },
			{ commitmentId: 'k2', organizationId: 'other-agency', isLead: true },
		],
	})
	await db.checkpoint.createMany({
		data: [
			{
				id: 'b03',
				actionPlanId: 'plan',
				code: 'B03',
				opensOn: '2026-03-01',
				dueOn: '2026-03-31',
				lockedOn: '2026-05-31',
			},
			{
				id: 'b06',
				actionPlanId: 'plan',
				code: 'B06',
				opensOn: '2026-06-01',
				dueOn: '2026-06-30',
				lockedOn: '2026-08-31',
			},
			{
				id: 'b09',
				actionPlanId: 'plan',
				code: 'B09',
				opensOn: '2026-09-01',
				dueOn: '2026-09-30',
				lockedOn: null,
			},
		],
	})
	await storeTexts(db)
}

/** Everything that tells two states of the record apart: acts, drafts, declarations, and the log's leaves. */
export async function countsOf({ db }: Database) {
	const [claims, verifications, evidence, reports, drafts, findings, declarations, leaves] =
		await Promise.all([
			db.progressUpdate.count(),
			db.verification.count(),
			db.evidence.count(),
			db.reportSnapshot.count(),
			db.progressUpdateDraft.count(),
			db.verificationDraft.count(),
			db.conflictDeclaration.count(),
			db.ledgerEntry.count(),
		])
	return { claims, verifications, evidence, reports, drafts, findings, declarations, leaves }
}

async function storeTexts(db: Database['db']): Promise<void> {
	const act = {
		version: 1,
		otherLanguages: {},
		source: 'test',
		sourceUrl: null,
		importedById: null,
		actorOrganizationId: 'secretariat',
		publishedOn: '2026-01-10',
		salt: new Uint8Array(32),
	}
	const plan = {
		...act,
		actionPlanId: 'plan',
		number: '1',
		titleEn: 'Plan',
		titleId: 'Rencana',
		startsOn: '2026-01-01',
		endsOn: '2027-12-31',
		submittedOn: null,
		commitmentsPublished: 2,
	}
	const commitments = ['k1', 'k2'].map((commitmentId) => ({
		...act,
		commitmentId,
		number: commitmentId,
		titleEn: `Commitment ${commitmentId}`,
		titleId: `Komitmen ${commitmentId}`,
		theme: null,
		descriptionEn: null,
		descriptionId: null,
		problemEn: null,
		problemId: null,
		baselineEn: null,
		baselineId: null,
		leadInstitution: null,
		supportingInstitutions: null,
		startsOn: null,
		endsOn: null,
		ogpValues: [],
		policyAreas: [],
		...NO_FURTHER_COMMITMENT_TEXT,
	}))
	const milestones = [
		{ milestoneId: 'm1', startsOn: '2026-02-01', endsOn: '2026-12-31' },
		{ milestoneId: 'm2', startsOn: '2026-08-01', endsOn: '2026-12-31' },
		{ milestoneId: 'm3', startsOn: '2026-01-01', endsOn: '2026-05-31' },
	].map((given) => ({
		...act,
		...given,
		number: given.milestoneId,
		titleEn: `Milestone ${given.milestoneId}`,
		titleId: `Tonggak ${given.milestoneId}`,
		deliverableEn: null,
		deliverableId: null,
		responsible: null,
		...NO_FURTHER_MILESTONE_TEXT,
	}))
	await db.actionPlanVersion.create({ data: plan })
	await db.commitmentVersion.createMany({ data: commitments })
	await db.milestoneVersion.createMany({ data: milestones })
	const created = new Date('2026-01-10T00:00:00Z')
	const acts: readonly ActRows[] = [
		{
			kind: 'action-plan.published',
			row: plan,
			plan: {
				id: 'plan',
				memberId: 'example',
				ruleSetId: aRuleSet().id,
				status: 'IN_IMPLEMENTATION',
				checkpointScheme: null,
				createdAt: created,
			},
		},
		...commitments.map((row, at) => ({
			kind: 'commitment.published' as const,
			row,
			commitment: {
				id: row.commitmentId,
				actionPlanId: 'plan',
				position: at + 1,
				ogpId: null,
				createdAt: created,
			},
		})),
		...milestones.map((row) => ({
			kind: 'milestone.published' as const,
			row,
			milestone: {
				id: row.milestoneId,
				commitmentId: row.milestoneId === 'm3' ? 'k2' : 'k1',
				position: 1,
				createdAt: created,
			},
		})),
	]
	await db.$transaction((tx) => appendActs(tx, acts.map(actFrom)))
}
