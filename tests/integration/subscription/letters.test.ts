import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { PUBLIC_ACTOR } from '#app/access/policy.ts'
import type { Database } from '#app/db.server.ts'
import { listChanges } from '#app/domain/change-log/queries.server.ts'
import type { Context } from '#app/domain/context.ts'
import {
	askSubscription,
	confirmSubscription,
	endSubscription,
	eraseUnanswered,
} from '#app/domain/subscription/commands.server.ts'
import { findSubscribed } from '#app/domain/subscription/queries.server.ts'
import { withdrawalList } from '#app/domain/withdrawal/rules.ts'
import { sendSubscriptionLetters } from '#app/jobs/subscription-letters.server.ts'
import type { Letter } from '#app/mail.server.ts'
import { seed } from '#prisma/seed.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

// Letters to those without an account: none before they said yes, none twice, and nothing kept once they ended them.

let database: Database
const BEGIN = new Date('2026-11-20T02:00:00Z')
const later = (hours: number) => new Date(BEGIN.getTime() + hours * 3_600_000)
const SITE = { of: 'SITE', aboutId: '', locale: 'en' } as const

beforeAll(async () => {
	database = await freshDatabase()
	await seed(database, { set: 'demonstration', now: BEGIN })
}, 120_000)
afterAll(() => database.close())
beforeEach(() => database.db.subscription.deleteMany({}))

const at = (now: Date): Context => ({
	db: database.db,
	actor: PUBLIC_ACTOR,
	now,
	requestId: 'test',
	withdrawals: withdrawalList([], () => undefined),
})
const ask = (pace: 'WEEKLY' | 'IMMEDIATE', about: Parameters<typeof askSubscription>[2] = SITE) =>
	askSubscription(at(BEGIN), { email: 'reader@example.org', pace }, about)

/** As if so many of the newest entries had been published after the reader said yes. */
const publishAfter = async (entries: number) => {
	const { size } = await database.db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } })
	await database.db.subscription.updateMany({ data: { toldUpTo: size - entries } })
}

async function sentAt(now: Date, fault?: Error): Promise<readonly Letter[]> {
	const letters: Letter[] = []
	const send = (letter: Letter) => {
		if (fault !== undefined) return Promise.reject(fault)
		letters.push(letter)
		return Promise.resolve()
	}
	await sendSubscriptionLetters({
		ctx: at(now),
		mail: { send },
		log: { error: () => undefined },
		baseUrl: 'https://renaksi.example',
	})
	return letters
}

test('nobody is written to before they said yes, and who never answers is erased', async () => {
	await ask('IMMEDIATE')
	await publishAfter(5)
	expect(await sentAt(later(1))).toEqual([])
	expect(await eraseUnanswered(at(later(47)))).toBe(0)
	expect(await eraseUnanswered(at(later(49)))).toBe(1)
	expect(await database.db.subscription.count()).toBe(0)
})

test('of the token that says yes only a hash is kept; it is of use once, and for two days', async () => {
	const token = await ask('WEEKLY')
	expect(JSON.stringify(await database.db.subscription.findMany())).not.toContain(token)
	await expect(confirmSubscription(at(later(49)), token)).rejects.toMatchObject({ reason: 'not_found' })
	await confirmSubscription(at(later(1)), token)
	await expect(confirmSubscription(at(later(1)), token)).rejects.toMatchObject({ reason: 'not_found' })
})

test('only what was published afterwards is told, once, and a job that runs again sends nothing twice', async () => {
	await confirmSubscription(at(BEGIN), await ask('IMMEDIATE'))
	expect(await sentAt(later(1))).toEqual([])
	await publishAfter(3)
	const [letter, ...others] = await sentAt(later(2))
	expect(others).toEqual([])
	expect(letter?.text.match(/^- /gm)).toHaveLength(3)
	expect(letter?.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
	expect(letter?.headers?.['List-Unsubscribe']).toMatch(
		/^<https:\/\/renaksi\.example\/en\/subscriptions\/[0-9a-f]{32}\/end>$/,
	)
	expect(await sentAt(later(3))).toEqual([])
})

test('two runs at the same moment send one letter', async () => {
	await confirmSubscription(at(BEGIN), await ask('IMMEDIATE'))
	await publishAfter(3)
	const both = await Promise.all([sentAt(later(1)), sentAt(later(1))])
	expect(both.flat()).toHaveLength(1)
})

test('a letter a week waits for seven days', async () => {
	await confirmSubscription(at(BEGIN), await ask('WEEKLY'))
	await publishAfter(3)
	expect(await sentAt(later(7 * 24 - 1))).toEqual([])
	expect(await sentAt(later(7 * 24))).toHaveLength(1)
	await publishAfter(3)
	expect(await sentAt(later(8 * 24))).toEqual([])
})

test('a letter that surely did not go out is sent by the next run; one of which nobody knows is not', async () => {
	await confirmSubscription(at(BEGIN), await ask('IMMEDIATE'))
	await publishAfter(3)
	expect(await sentAt(later(1), Object.assign(new Error('no'), { code: 'ECONNREFUSED' }))).toEqual([])
	expect(await sentAt(later(2))).toHaveLength(1)
	await publishAfter(3)
	expect(await sentAt(later(3), Object.assign(new Error('cut off'), { code: 'ETIMEDOUT' }))).toEqual([])
	expect(await sentAt(later(4))).toEqual([])
})

test('whoever asked for one commitment is told of that alone, grouped under its title', async () => {
	const { changes } = await listChanges(at(BEGIN), { of: 'SITE' })
	const one = changes.find(({ commitment }) => commitment !== null)
	const about = { of: 'COMMITMENT', aboutId: one?.commitment?.id ?? '', locale: 'id' } as const
	await confirmSubscription(at(BEGIN), await ask('IMMEDIATE', about))
	await publishAfter(50)
	const own = changes.filter(({ commitment }) => commitment?.id === about.aboutId)
	const [letter] = await sentAt(later(1))
	expect(letter?.text.match(/^- /gm)).toHaveLength(own.length)
	expect(letter?.text.match(/renaksi\.example\/id\/commitments\//g)).toHaveLength(1)
})

test('asked again and confirmed, the newer choice takes the place of the one before', async () => {
	await confirmSubscription(at(BEGIN), await ask('WEEKLY'))
	await confirmSubscription(at(later(1)), await ask('IMMEDIATE'))
	expect((await database.db.subscription.findMany()).map(({ pace }) => pace)).toEqual(['IMMEDIATE'])
})

test('ended, nothing of the address is left, and twice is once', async () => {
	await confirmSubscription(at(BEGIN), await ask('WEEKLY'))
	const [row] = await database.db.subscription.findMany()
	await endSubscription(at(BEGIN), row?.endToken ?? '')
	await endSubscription(at(BEGIN), row?.endToken ?? '')
	expect(await database.db.subscription.count()).toBe(0)
})

test('what is not public cannot be asked for', async () => {
	for (const of of ['PLAN', 'COMMITMENT', 'ORGANIZATION', 'MEMBER'] as const)
		await expect(findSubscribed(at(BEGIN), { of, aboutId: 'nobody' })).rejects.toMatchObject({
			reason: 'not_found',
		})
})
