import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { CallEnd, Calls } from '#app/calls.server.ts'
import type { Database } from '#app/db.server.ts'
import { listChanges } from '#app/domain/change-log/queries.server.ts'
import type { Context } from '#app/domain/context.ts'
import {
	changeWebhookSecret,
	endWebhook,
	makeWebhook,
	resumeWebhook,
} from '#app/domain/webhook/commands.server.ts'
import { findOwnWebhook, findWebhook, listWebhooks } from '#app/domain/webhook/queries.server.ts'
import { WEBHOOKS_AT_MOST } from '#app/domain/webhook/rules.ts'
import { WebhookAnswer } from '#app/domain/webhook/schema.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { callWebhooks, testWebhook } from '#app/jobs/webhook-calls.server.ts'
import { seed } from '#prisma/seed.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

// Programs that are called: in the order of the log, nothing lost, nothing told that is not public, and gone without a trace once ended.

let database: Database
let owner: string
let other: string
const BEGIN = new Date('2026-11-20T02:00:00Z')
const later = (minutes: number) => new Date(BEGIN.getTime() + minutes * 60_000)
const SITE = { url: 'https://program.example/hook', of: 'SITE', aboutId: '' } as const

beforeAll(async () => {
	database = await freshDatabase()
	await seed(database, { set: 'demonstration', now: BEGIN })
	const people = await database.db.person.findMany({ take: 2, orderBy: { id: 'asc' } })
	;[owner = '', other = ''] = people.map(({ id }) => id)
}, 120_000)
afterAll(() => database.close())
beforeEach(() => database.db.webhook.deleteMany({}))

const at = (now: Date, personId = owner, withdrawn: readonly string[] = []): Context => ({
	db: database.db,
	actor: { personId, appointments: [] },
	now,
	requestId: 'test',
	withdrawals: withdrawalList(
		withdrawn.map((recordId) => ({ kind: 'withdrawn', recordId, version: 1, day: '2026-11-20' })),
		() => undefined,
	),
})

type Told = {
	id: string
	secrets: readonly string[]
	message: { type: string; data: Record<string, unknown> }
}

/** Programs that answer as the test says, and what they were told. */
function programs(answer: (told: Told) => Partial<CallEnd> = () => ({ status: 204 })) {
	const told: Told[] = []
	const calls: Calls = {
		secretOf: (name, version) => `whsec_${name}_${String(version)}`,
		post: ({ id, body, secrets }) => {
			const one = { id, secrets, message: JSON.parse(body) as Told['message'] }
			told.push(one)
			return Promise.resolve({ tookMs: 1, ...answer(one) } as CallEnd)
		},
	}
	const run = (now: Date) => callWebhooks({ ctx: at(now), calls, baseUrl: 'https://renaksi.example' })
	return { told, calls, run }
}

const publishAfter = async (entries: number) => {
	const { size } = await database.db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } })
	await database.db.webhook.updateMany({ data: { toldUpTo: size - entries } })
	return size
}

test('a program is told of each act once, in the order of the log, of nothing before it began', async () => {
	await makeWebhook(at(BEGIN), SITE)
	const { told, run } = programs()
	expect(await run(later(1))).toEqual({ taken: 0, failed: 0 })
	const size = await publishAfter(7)
	expect(await run(later(2))).toEqual({ taken: 7, failed: 0 })
	expect(told.map(({ message }) => message.data.ledgerIndex)).toEqual(
		[7, 6, 5, 4, 3, 2, 1].map((n) => size - n),
	)
	expect(new Set(told.map(({ id }) => id)).size).toBe(7)
	expect(await run(later(3))).toEqual({ taken: 0, failed: 0 })
})

test('what it is told is what everybody reads', async () => {
	await makeWebhook(at(BEGIN), SITE)
	await publishAfter(3)
	const { told, run } = programs()
	await run(later(1))
	const { changes } = await listChanges(at(later(1)), { of: 'SITE' })
	const newest = changes[0]
	expect(told.at(-1)?.message).toEqual({
		type: 'act.published',
		timestamp: new Date(newest?.atMs ?? 0).toISOString(),
		data: {
			...{ ledgerIndex: newest?.index, kind: newest?.kind, recordId: newest?.recordId },
			...{ version: newest?.version, publishedOn: newest?.on, milestone: newest?.milestoneId },
			...{ organization: newest?.organization?.id ?? null, member: newest?.member?.id ?? null },
			...{ plan: newest?.plan?.id ?? null, commitment: newest?.commitment?.id ?? null },
			isDemonstration: newest?.isDemonstration,
			record: `https://renaksi.example/records/${newest?.recordId ?? ''}.json`,
			proof: 'https://renaksi.example/log',
		},
	})
})

test('about one commitment it is told of that alone, and passes by all the rest', async () => {
	const { changes } = await listChanges(at(BEGIN), { of: 'SITE' })
	const commitment = changes.find((change) => change.commitment)?.commitment?.id ?? ''
	const id = await makeWebhook(at(BEGIN), { url: SITE.url, of: 'COMMITMENT', aboutId: commitment })
	const size = await publishAfter(40)
	const { told, run } = programs()
	await run(later(1))
	expect(told.length).toBeGreaterThan(0)
	expect(told.filter(({ message }) => message.data.commitment !== commitment)).toEqual([])
	expect((await findOwnWebhook(at(BEGIN), id)).toldUpTo).toBe(size)
})

test('a call that is not taken is made again later with the same id, and nothing after it goes first', async () => {
	const id = await makeWebhook(at(BEGIN), SITE)
	const size = await publishAfter(3)
	let isDown = true
	const { told, run } = programs(({ message }) =>
		isDown && message.data.ledgerIndex === size - 2 ? { status: 503 } : { status: 200 },
	)
	expect(await run(later(0))).toEqual({ taken: 1, failed: 1 })
	expect(await run(later(0.5))).toEqual({ taken: 0, failed: 0 })
	expect(await run(later(1))).toEqual({ taken: 0, failed: 1 })
	expect((await findWebhook(at(later(1)), id)).failures).toBe(2)
	isDown = false
	expect(await run(later(6))).toEqual({ taken: 2, failed: 0 })
	expect(told.map(({ message }) => Number(message.data.ledgerIndex) - size)).toEqual([-3, -2, -2, -2, -1])
	expect(told[1]?.id).toBe(told[3]?.id)
	const { calls, failures } = await findWebhook(at(later(6)), id)
	expect(calls.map(({ status, isTaken }) => [status, isTaken])).toEqual(
		[200, 200, 503, 503, 200].map((status) => [status, status === 200]),
	)
	expect(failures).toBe(0)
})

test('after failing for seven days it is stopped, and goes on where it was once its owner says so', async () => {
	const id = await makeWebhook(at(BEGIN), SITE)
	await publishAfter(2)
	let isDown = true
	const { told, run } = programs(() => (isDown ? { fault: 'TIMEOUT' } : { status: 200 }))
	for (let minutes = 0; minutes <= 8 * 24 * 60; minutes += 60) await run(later(minutes))
	const stopped = await findWebhook(at(later(0)), id)
	expect([stopped.isStopped, stopped.calls[0]?.fault]).toEqual([true, 'TIMEOUT'])
	const before = told.length
	expect(before).toBeLessThan(40)
	await run(later(20 * 24 * 60))
	expect(told.length).toBe(before)
	isDown = false
	const now = later(20 * 24 * 60)
	await resumeWebhook(at(now), id)
	expect(await run(now)).toEqual({ taken: 2, failed: 0 })
})

test('one program that is down keeps no other waiting', async () => {
	await makeWebhook(at(BEGIN), SITE)
	await makeWebhook(at(BEGIN), { ...SITE, url: 'https://other.example/' })
	await publishAfter(2)
	let turn = 0
	const { run } = programs(() => (turn++ === 0 ? { fault: 'BROKEN' } : { status: 200 }))
	expect(await run(later(1))).toEqual({ taken: 2, failed: 1 })
})

test('calls are forgotten after thirty days', async () => {
	const id = await makeWebhook(at(BEGIN), SITE)
	const { calls, run } = programs()
	await testWebhook({ ctx: at(BEGIN), calls, baseUrl: '' }, await findOwnWebhook(at(BEGIN), id))
	expect((await findWebhook(at(BEGIN), id)).calls).toMatchObject([{ ledgerIndex: null, isTaken: true }])
	await run(later(31 * 24 * 60))
	expect((await findWebhook(at(BEGIN), id)).calls).toEqual([])
})

test('a new secret signs at once, and the one before for a day', async () => {
	const id = await makeWebhook(at(BEGIN), SITE)
	const { told, run } = programs()
	await changeWebhookSecret(at(later(10)), id)
	await publishAfter(1)
	await run(later(11))
	await publishAfter(1)
	await run(later(10 + 24 * 60))
	expect(told.map(({ secrets }) => secrets)).toEqual([[`whsec_${id}_2`, `whsec_${id}_1`], [`whsec_${id}_2`]])
})

test('what was withdrawn is told to nobody', async () => {
	const finding = await database.db.verification.findFirstOrThrow()
	const leaf = await database.db.ledgerEntry.findFirstOrThrow({ where: { recordId: finding.recordId } })
	await makeWebhook(at(BEGIN), SITE)
	await database.db.webhook.updateMany({ data: { toldUpTo: leaf.index } })
	const told: unknown[] = []
	const { calls } = programs((one) => (told.push(one), { status: 200 }))
	await callWebhooks({ ctx: at(later(1), owner, [finding.recordId]), calls, baseUrl: '' })
	expect(told.length).toBeGreaterThan(0)
	expect(JSON.stringify(told)).not.toContain(finding.recordId)
})

test('nobody sees or touches another person’s webhook, and ending one erases it with its calls', async () => {
	const id = await makeWebhook(at(BEGIN), SITE)
	const { calls } = programs()
	await testWebhook({ ctx: at(BEGIN), calls, baseUrl: '' }, await findOwnWebhook(at(BEGIN), id))
	expect(await listWebhooks(at(BEGIN, other))).toEqual([])
	for (const act of [findWebhook, findOwnWebhook, changeWebhookSecret, resumeWebhook])
		await expect(act(at(BEGIN, other), id)).rejects.toMatchObject({ reason: 'not_found' })
	await endWebhook(at(BEGIN, other), id)
	expect(await listWebhooks(at(BEGIN))).toHaveLength(1)
	await endWebhook(at(BEGIN), id)
	await endWebhook(at(BEGIN), id)
	expect([await database.db.webhook.count(), await database.db.webhookCall.count()]).toEqual([0, 0])
})

test('a person has twenty at most, also in many windows at once', async () => {
	const asked = Array.from({ length: WEBHOOKS_AT_MOST + 5 }, () => makeWebhook(at(BEGIN), SITE))
	const ends = await Promise.allSettled(asked)
	expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(WEBHOOKS_AT_MOST)
	expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({
		reason: { reason: 'too_many_webhooks' },
	})
})

test('what is not public cannot be asked for', async () => {
	await expect(
		makeWebhook(at(BEGIN), { url: SITE.url, of: 'PLAN', aboutId: 'nobody' }),
	).rejects.toMatchObject({
		reason: 'not_found',
	})
})

test.each([
	...[
		'http://program.example/',
		'ftp://program.example/',
		'https://name:word@program.example/',
		'program.example',
	],
	...[
		'https://program.example:8443/',
		'javascript:alert(1)',
		'',
		' ',
		`https://program.example/${'a'.repeat(2_000)}`,
	],
])('the address %j is refused in words', (url) => {
	expect(WebhookAnswer.safeParse({ url, of: 'SITE' }).success).toBe(false)
})
