import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ActionFunctionArgs } from '@remix-run/node'
import type { Database } from '#app/db.server.ts'
import { action as change } from '#app/routes/workspace/plan-commitment-screen.tsx'
import { action as remove } from '#app/routes/workspace/plan-commitment-remove.tsx'
import { action as consult } from '#app/routes/workspace/plan-draft-consultation.tsx'
import { action as approve } from '#app/routes/workspace/plan-draft-approve.tsx'
import { action as changeMilestone } from '#app/routes/workspace/plan-milestone-screen.tsx'
import { aPlanDraft, storeDraft } from '#tests/factories/plan-draft.ts'
import { MORNING, as, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

type Route = (args: ActionFunctionArgs) => Promise<unknown>
type Answer = { readonly status: number; readonly leadsTo: string | null; readonly errors: unknown }

const COMMITMENT = { draftId: 'draft', commitmentId: 'draft-c1' }

let database: Database
beforeEach(async () => {
	database = await freshDatabase()
	await storePlan(database)
})
afterEach(() => database.close())

/** Sends a form to a route as a person does. */
async function send(
	route: Route,
	{ who = 'poc', params, fields }: { who?: PersonName; params: object; fields: Record<string, string> },
): Promise<Answer> {
	const { actor, withdrawals } = as(database, who)
	const context = {
		database,
		accounts: {
			sessionOf: async () => ({ actor, person: { displayName: who }, stepTakenAt: null, half: null }),
		},
		now: MORNING,
		requestId: 'test',
		withdrawals,
		log: { error: () => {} },
	}
	const request = new Request('http://localhost/en/x', { method: 'POST', body: new URLSearchParams(fields) })
	const args = { request, params: { lang: 'en', ...params }, context } as unknown as ActionFunctionArgs
	const answer = await route(args).catch((thrown: unknown) => thrown)
	if (!(answer instanceof Response)) throw answer
	const said = (answer.status === 303 ? {} : await answer.json()) as { reply?: { error?: unknown } }
	return { status: answer.status, leadsTo: answer.headers.get('Location'), errors: said.reply?.error }
}

test('a screen that is saved leads to the next that lacks something, or back to the commitment', async () => {
	await storeDraft(database, aPlanDraft())
	const params = { ...COMMITMENT, screen: 'action' }
	expect(
		await send(change, { params, fields: { version: '1', descriptionId: '•\tSatu\n•\tDua' } }),
	).toMatchObject({ status: 303, leadsTo: '/en/poc/drafts/draft/commitments/draft-c1' })
	expect(await database.db.commitmentDraft.findFirst()).toMatchObject({
		version: 2,
		text: { descriptionId: '- Satu\n- Dua', contributionId: null },
	})
})

test.each([
	[{ startsOn: '31-6-2027' }, { startsOn: ['day.not-in-calendar'] }],
	[{ startsOn: 'June' }, { startsOn: ['day.unreadable'] }],
	[{ startsOn: '2-1-2028', endsOn: '1-1-2028' }, { endsOn: ['day.end-before-start'] }],
])('the days %j are refused at their field: %j', async (days, errors) => {
	await storeDraft(database, aPlanDraft())
	const fields = { version: '1', leadId: 'agency', ...days }
	expect(await send(change, { params: { ...COMMITMENT, screen: 'who' }, fields })).toMatchObject({
		status: 422,
		errors,
	})
	const milestone = { ...COMMITMENT, milestoneId: 'draft-c1-m1', screen: 'text' }
	expect(
		await send(changeMilestone, { params: milestone, fields: { version: '1', titleId: 'Portal', ...days } }),
	).toMatchObject({ status: 422, errors })
})

test('who writes over somebody else’s text is shown the form again, and nothing is lost', async () => {
	await storeDraft(database, aPlanDraft())
	const params = { ...COMMITMENT, screen: 'what' }
	await send(change, { params, fields: { version: '1', titleId: 'Mereka' } })
	expect(await send(change, { params, fields: { version: '1', titleId: 'Saya' } })).toMatchObject({
		status: 409,
	})
	expect(await database.db.commitmentDraft.findFirst()).toMatchObject({ text: { titleId: 'Mereka' } })
})

test.each([
	['a screen that is none', { ...COMMITMENT, screen: 'secrets' }, 'poc', 404],
	['a commitment that is none', { ...COMMITMENT, commitmentId: 'k1', screen: 'what' }, 'poc', 404],
	['an officer', { ...COMMITMENT, screen: 'what' }, 'officer', 403],
	['a monitor', { ...COMMITMENT, screen: 'what' }, 'monitor', 403],
] as const)('%s is answered with its status', async (_what, params, who, status) => {
	await storeDraft(database, aPlanDraft())
	expect(await send(change, { who, params, fields: { version: '1', titleId: 'X' } })).toMatchObject({
		status,
	})
})

test('a consultation that is too short is shown again; a longer one ends on its receipt', async () => {
	await storeDraft(database, aPlanDraft())
	const params = { draftId: 'draft' }
	expect(await send(consult, { params, fields: { version: '1', closesOn: '28-7-2026' } })).toMatchObject({
		status: 422,
	})
	const { status, leadsTo } = await send(consult, { params, fields: { version: '1', closesOn: '29-7-2026' } })
	const stage = await database.db.planStage.findFirstOrThrow()
	expect({ status, leadsTo }).toEqual({ status: 303, leadsTo: `/en/receipts/${stage.recordId}` })
})

test('a second click on the same approval leads to the same receipt', async () => {
	await storeDraft(database, aPlanDraft(), 'SUBMITTED')
	const form = { params: { draftId: 'draft' }, fields: { version: '1' } }
	const first = await send(approve, form)
	expect(first.status).toBe(303)
	expect(await send(approve, form)).toEqual(first)
	expect(await send(approve, { ...form, who: 'officer' })).toMatchObject({ status: 403 })
})

test('a commitment is taken out with its milestones', async () => {
	await storeDraft(database, aPlanDraft())
	expect(await send(remove, { params: COMMITMENT, fields: { version: '1' } })).toMatchObject({
		status: 303,
		leadsTo: '/en/poc/drafts/draft',
	})
	expect(await database.db.milestoneDraft.count()).toBe(0)
})
