import { randomBytes, randomUUID } from 'node:crypto'
import { utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { itemOfOverdueKey } from './rules.ts'
import type { LetterKind } from './rules.ts'
import type { ChoiceAnswer, SuperiorAnswer } from './schema.ts'

type World = Pick<Context, 'db' | 'now'>

/**
 * Writes down that letters go to a person, before they go: whoever breaks off between this and the sending has
 * sent one letter too few, never one too many.
 *
 * Returns  the names of those that were not written down before; only these may be sent.
 */
export async function noteLetters(
	{ db, now }: World,
	personId: string,
	keys: readonly string[],
): Promise<readonly string[]> {
	const rows = await db.notice.createManyAndReturn({
		data: keys.map((key) => ({ id: randomUUID(), personId, key, sentOn: utcDay(now), sentAt: now })),
		skipDuplicates: true,
		select: { key: true },
	})
	return rows.map(({ key }) => key)
}

/** Takes back the note on letters that surely did not go out, so that the next run sends them. */
export async function forgetLetters(
	{ db }: Pick<Context, 'db'>,
	personId: string,
	keys: readonly string[],
): Promise<void> {
	await db.notice.deleteMany({ where: { personId, key: { in: [...keys] } } })
}

/** The token in a person's letters; made with the first of them. */
export async function tokenOf({ db }: Pick<Context, 'db'>, personId: string): Promise<string> {
	await db.noticeChoice.createMany({ data: { personId, token: newToken() }, skipDuplicates: true })
	return (await db.noticeChoice.findUniqueOrThrow({ where: { personId } })).token
}

/** Ends a kind of letters for whoever the token belongs to; an unknown token ends nothing. */
export async function endLetters(
	{ db }: Pick<Context, 'db'>,
	{ token, kind }: { readonly token: string; readonly kind: LetterKind },
): Promise<void> {
	const data = kind === 'digest' ? { hasDigest: false } : { hasReminders: false }
	await db.noticeChoice.updateMany({ where: { token }, data })
}

/**
 * Notes that a superior has seen what the letters of a day were about: they are not written to about it again. An
 * unknown token notes nothing, and doing it twice is doing it once.
 */
export async function acknowledgeOverdue(
	{ db, now }: World,
	{ token, sentOn }: { readonly token: string; readonly sentOn: CalendarDay },
): Promise<void> {
	const choice = await db.noticeChoice.findUnique({ where: { token } })
	if (!choice) return
	const { personId } = choice
	const sent = await db.notice.findMany({ where: { personId, sentOn, key: { startsWith: 'overdue.' } } })
	const items = sent.flatMap(({ key }) => itemOfOverdueKey(key) ?? [])
	await db.overdueAcknowledgement.createMany({
		data: [...new Set(items)].map((key) => ({ personId, key, at: now })),
		skipDuplicates: true,
	})
}

/** Chooses which letters the actor gets. */
export async function chooseLetters(ctx: Context, answer: ChoiceAnswer): Promise<void> {
	const personId = ownId(ctx)
	const data = { hasReminders: answer.reminders, hasDigest: answer.digest }
	await ctx.db.noticeChoice.upsert({
		where: { personId },
		create: { personId, token: newToken(), ...data },
		update: data,
	})
}

/** Names who is written to when something of the actor's stays overdue: a person of the same organization, or nobody. */
export async function nameSuperior(ctx: Context, { superior }: SuperiorAnswer): Promise<void> {
	const personId = ownId(ctx)
	await ctx.db.$transaction(async (tx) => {
		const person = await tx.person.findUnique({ where: { id: personId } })
		if (!person) throw new Refusal('not_found')
		const { organizationId } = person
		const named = superior
			? await tx.person.findFirst({ where: { id: superior, organizationId, NOT: { id: personId } } })
			: null
		if (superior && !named) throw new Refusal('not_found')
		await tx.person.update({ where: { id: personId }, data: { superiorId: named?.id ?? null } })
	})
}

function ownId(ctx: Context): string {
	if (ctx.actor.personId === null) throw new Refusal('not_allowed')
	return ctx.actor.personId
}

/** 128 random bits, hex. */
function newToken(): string {
	return randomBytes(16).toString('hex')
}
