import { afterAll, beforeEach, expect, test } from 'vitest'
import { approveAmendment } from '#app/domain/amendment/commands/approve-amendment.server.ts'
import {
	draftCommitment,
	draftMerger,
	draftMove,
	draftText,
	draftWithdrawal,
} from '#app/domain/amendment/commands/draft-changes.server.ts'
import { findAmendmentDraft } from '#app/domain/amendment-draft/queries.server.ts'
import {
	answerHead,
	beginAmendment,
	proposeAmendment,
	returnAmendment,
	submitAmendment,
} from '#app/domain/amendment/commands.server.ts'
import { changeAsItStands, findAmendablePlan } from '#app/domain/amendment/queries.server.ts'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { findReceipt } from '#app/domain/receipt/queries.server.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { actsOf } from '#app/domain/stored-act/queries.server.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'
import type { Database } from '#app/db.server.ts'
import type { HeldDraft } from '#app/domain/amendment/commands.server.ts'

let database: Database
const opened: Database[] = []
beforeEach(async () => {
	database = await freshDatabase()
	opened.push(database)
	await storePlan(database)
})
afterAll(() => Promise.all(opened.map((one) => one.close())))

const HEAD = {
	reasonId: 'Anggaran digeser ke tahun 2027',
	reasonEn: 'The budget moved to 2027',
	proposedBy: 'Dinas Kominfo',
	agreedBy: 'Forum multipihak, 10 Juli 2026',
	effectiveOn: '2026-07-20',
}
const DATES = { number: 'm1', titleId: 'Tonggak m1', titleEn: 'Milestone m1', startsOn: '2026-02-01' }

const poc = () => as(database, 'poc')
const secretariat = () => as(database, 'secretariat')

async function begun(): Promise<HeldDraft> {
	const { id, version } = await beginAmendment(poc(), 'plan')
	return answerHead(poc(), id, { version, ...HEAD })
}

function seen({ id, version }: HeldDraft) {
	return { id, seen: version }
}

async function redated(endsOn: string, draft?: HeldDraft): Promise<HeldDraft> {
	return draftText(poc(), seen(draft ?? (await begun())), {
		recordKind: 'milestone',
		recordId: 'm1',
		answer: { version: 0, ...DATES, endsOn },
	})
}

async function published(draft: HeldDraft) {
	const { version } = await submitAmendment(poc(), draft.id, draft)
	return approveAmendment(secretariat(), draft.id, { version })
}

test('a milestone gets a new date by two people: a new version, the act that says why, and both dates in public', async () => {
	const { recordId } = await published(await redated('2027-06-30'))

	const record = await findPlanRecord(poc(), 'plan')
	const milestone = record.commitments[0]?.milestones[0]
	expect(milestone).toMatchObject({ endsOn: '2027-06-30', standing: 'MODIFIED' })
	expect(milestone?.earlier).toMatchObject([{ endsOn: '2026-12-31', origin: { version: 1 } }])
	expect(record.amendments).toMatchObject([
		{
			recordId,
			agreedBy: HEAD.agreedBy,
			proposedBy: HEAD.proposedBy,
			effectiveOn: HEAD.effectiveOn,
			changes: [{ recordId: 'm1', version: 2, operation: 'CHANGE' }],
		},
	])
	const leaves = await database.db.ledgerEntry.findMany({ orderBy: { index: 'desc' }, take: 2 })
	expect(leaves.map((leaf) => leaf.kind)).toEqual(['amendment.published', 'milestone.published'])
	expect(await findRecord(poc(), recordId)).toMatchObject({ matchesEntry: true })
	expect(await findRecord(poc(), 'm1')).toMatchObject({ matchesEntry: true })
	expect((await findReceipt(secretariat(), recordId)).kind).toBe('amendment.published')
})

test('whoever sent an amendment cannot approve it, and nothing is published', async () => {
	const draft = await redated('2027-06-30')
	const { version } = await submitAmendment(poc(), draft.id, draft)
	await expect(approveAmendment(poc(), draft.id, { version })).rejects.toMatchObject({
		reason: 'same_person',
	})
	expect(await database.db.amendment.count()).toBe(0)
})

test('an amendment goes back with a reason, and is approved when it was sent again', async () => {
	const draft = await redated('2027-06-30')
	const sent = await submitAmendment(poc(), draft.id, draft)
	const back = await returnAmendment(secretariat(), draft.id, { ...sent, reason: 'Siapa yang setuju?' })
	expect(await findAmendmentDraft(poc(), draft.id)).toMatchObject({
		state: 'RETURNED',
		returnedReason: 'Siapa yang setuju?',
	})
	await published(back)
	expect(await database.db.milestoneVersion.count({ where: { milestoneId: 'm1' } })).toBe(2)
})

test('a second click on approve finds it published, and publishes nothing more', async () => {
	const draft = await redated('2027-06-30')
	const { version } = await submitAmendment(poc(), draft.id, draft)
	await approveAmendment(secretariat(), draft.id, { version })
	await expect(approveAmendment(secretariat(), draft.id, { version })).rejects.toMatchObject({
		reason: 'already_published',
	})
	expect(await database.db.amendment.count()).toBe(1)
})

test('a text that changed after it was drafted over is not overwritten, and the page says which', async () => {
	const old = await redated('2027-03-31')
	const sent = await submitAmendment(poc(), old.id, old)
	await published(await redated('2027-06-30'))

	await expect(approveAmendment(secretariat(), old.id, sent)).rejects.toMatchObject({
		reason: 'changed_meanwhile',
	})
	expect((await findAmendmentDraft(secretariat(), old.id)).faults).toMatchObject([
		{ code: 'STALE', recordId: 'm1' },
	])
	expect(await database.db.milestoneVersion.count({ where: { milestoneId: 'm1' } })).toBe(2)
})

test('two forms over the same draft: the second is told, and the first stays', async () => {
	const draft = await begun()
	await redated('2027-06-30', draft)
	await expect(redated('2027-03-31', draft)).rejects.toMatchObject({ reason: 'changed_meanwhile' })
})

test('an amendment without reason, proposer, agreement, day or change cannot be sent', async () => {
	const draft = await beginAmendment(poc(), 'plan')
	await expect(submitAmendment(poc(), draft.id, draft)).rejects.toMatchObject({ reason: 'draft_incomplete' })
	expect((await findAmendmentDraft(poc(), draft.id)).faults.map((fault) => fault.code)).toEqual([
		'REASON_MISSING',
		'PROPOSER_MISSING',
		'AGREED_MISSING',
		'EFFECTIVE_MISSING',
		'NO_CHANGES',
	])
})

test.each(['officer', 'lead', 'monitor', 'monitoringBody', 'irm', 'admin'] as const)(
	'%s finds no plan to amend',
	async (who) => {
		await expect(beginAmendment(as(database, who), 'plan')).rejects.toMatchObject({ reason: 'not_found' })
	},
)

test('the point of contact of another member finds neither the plan nor the draft', async () => {
	const draft = await redated('2027-06-30')
	const stranger = {
		...poc(),
		actor: {
			personId: 'stranger',
			appointments: [{ role: 'POC' as const, organizationId: 'elsewhere', memberId: 'other' }],
		},
	}
	await expect(beginAmendment(stranger, 'plan')).rejects.toMatchObject({ reason: 'not_found' })
	await expect(findAmendmentDraft(stranger, draft.id)).rejects.toMatchObject({ reason: 'not_found' })
	await expect(approveAmendment(stranger, draft.id, draft)).rejects.toMatchObject({ reason: 'not_found' })
})

test('two commitments become one: their addresses stay, say so, and lead to the new one with its milestones', async () => {
	const merged = await draftMerger(poc(), seen(await begun()), ['k1', 'k2'])
	await published(merged)

	const { commitments } = await findPlanRecord(poc(), 'plan')
	expect(commitments.map((c) => c.standing ?? null)).toEqual(['MERGED', 'MERGED', null])
	const [k1, , fresh] = commitments
	expect(k1?.successors).toMatchObject([{ id: fresh?.id }])
	expect(fresh?.predecessors?.map((one) => one.id)).toEqual(['k1', 'k2'])
	expect(fresh?.milestones.map((m) => m.title.en)).toEqual(['Milestone m1', 'Milestone m2', 'Milestone m3'])
	expect(k1?.milestones.map((m) => m.standing)).toEqual(['MOVED', 'MOVED'])
	expect(k1?.milestones[0]?.successors).toMatchObject([{ id: fresh?.milestones[0]?.id }])
	expect(fresh?.milestones[0]?.predecessors).toMatchObject([{ id: 'm1' }])
	expect(await actsOf(database.db, 'm1')).toHaveLength(2)
	expect(await findRecord(poc(), 'm1', 1)).toMatchObject({ matchesEntry: true })
})

test('a withdrawn commitment keeps its page, its text and its milestones', async () => {
	await published(await draftWithdrawal(poc(), seen(await begun()), 'k2'))
	const { commitments } = await findPlanRecord(poc(), 'plan')
	expect(commitments[1]).toMatchObject({
		id: 'k2',
		title: { en: 'Commitment k2' },
		standing: 'WITHDRAWN',
		milestones: [{ id: 'm3', standing: 'WITHDRAWN' }],
	})
	const again = await begun()
	await expect(draftWithdrawal(poc(), seen(again), 'k2')).rejects.toMatchObject({ reason: 'not_found' })
})

test('a commitment goes on in another plan of the member: each page names the other', async () => {
	await database.db.actionPlan.create({
		data: {
			id: 'next',
			memberId: 'example',
			ruleSetId: (await aPlanRow()).ruleSetId,
			status: 'IN_IMPLEMENTATION',
		},
	})
	const { actionPlanId: _id, ...text } = await database.db.actionPlanVersion.findFirstOrThrow()
	await database.db.actionPlanVersion.create({
		data: { ...text, otherLanguages: {}, actionPlanId: 'next', titleEn: 'Next plan' },
	})
	await published(await draftMove(poc(), seen(await begun()), { recordId: 'k1', toId: 'next' }))

	const [old] = (await findPlanRecord(poc(), 'plan')).commitments
	const [fresh] = (await findPlanRecord(poc(), 'next')).commitments
	expect(old).toMatchObject({ id: 'k1', standing: 'MOVED', successors: [{ id: fresh?.id }] })
	expect(fresh).toMatchObject({ standing: 'CARRIED_OVER', predecessors: [{ id: 'k1' }] })
	expect(fresh?.milestones.map((m) => m.predecessors?.map((one) => one.id))).toEqual([['m1'], ['m2']])
	const institutions = await database.db.commitmentInstitution.findMany({
		where: { commitmentId: fresh?.id ?? '' },
	})
	expect(institutions).toMatchObject([{ organizationId: 'agency', isLead: true }])
})

async function aPlanRow() {
	return database.db.actionPlan.findUniqueOrThrow({ where: { id: 'plan' } })
}

test('a changed file becomes a draft whose new records have ids of their own', async () => {
	const plan = await findAmendablePlan(poc(), database.db, 'plan')
	const k1 = changeAsItStands(plan, 'k1')
	const m3 = changeAsItStands(plan, 'm3')
	if (k1?.recordKind !== 'commitment' || m3?.recordKind !== 'milestone') throw new Error('no such record')
	const fresh = { ...k1, recordId: 'row 7', seenVersion: 0, operation: 'ADD' as const }
	const { id } = await proposeAmendment(poc(), 'plan', {
		...HEAD,
		changes: [fresh, { ...m3, commitmentId: 'row 7' }],
	})
	const { changes, faults } = await findAmendmentDraft(poc(), id)
	expect(faults).toEqual([])
	expect(changes.map((change) => change.operation)).toEqual(['ADD', 'MOVE'])
	expect(changes[0]?.recordId).not.toBe('row 7')
})

test('an added commitment is public only once it is approved', async () => {
	const draft = await draftCommitment(poc(), seen(await begun()), {
		version: 0,
		titleEn: 'Open contracts',
		leadId: 'agency',
	})
	expect((await findPlanRecord(poc(), 'plan')).commitments).toHaveLength(2)
	await published(draft)
	const { commitments } = await findPlanRecord(poc(), 'plan')
	expect(commitments[2]).toMatchObject({ title: { en: 'Open contracts', id: null }, position: 3 })
})

test('an organization of another member cannot be made to answer for a commitment', async () => {
	await database.db.organization.create({
		data: { id: 'foreign', kind: 'GOVERNMENT_INSTITUTION', nameEn: 'Foreign', nameId: 'Asing' },
	})
	const draft = await draftCommitment(poc(), seen(await begun()), {
		version: 0,
		titleEn: 'Open contracts',
		leadId: 'foreign',
	})
	await expect(published(draft)).rejects.toMatchObject({ reason: 'draft_incomplete' })
	expect(await database.db.commitment.count()).toBe(2)
})
