import { randomBytes, randomUUID } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import type { Actor } from '#app/access/policy.ts'
import { firstDayOf, utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import type { IrmCoding } from '#prisma/generated/client.ts'
import { findCodingDesk } from './queries.server.ts'
import type { CodingDesk, StoredValue } from './queries.server.ts'
import { IRM_WORDS } from './rules.ts'
import type { IrmValue } from './rules.ts'
import type { CodingAnswer, CodingSubject } from './schema.ts'

/** What a coding is entered about. */
export type CodingPlace = {
	readonly planId: string
	readonly commitmentId: string | null
	readonly indicator: CodingSubject
}

type Published = { readonly recordId: string; readonly version: number }

/** Whether a coding could be published as it stands, asked before its check page. Refuses like the publishing. */
export async function checkCoding(ctx: Context, place: CodingPlace, answer: CodingAnswer): Promise<void> {
	const desk = await findCodingDesk(ctx.db, ctx, place)
	settled(desk, { ctx, place, answer })
}

/**
 * Publishes a value of the IRM, or the next version of one, with its leaf. Sent once more with the same words it is
 * the coding that was published.
 *
 * Refuses  with `not_found`, `coded_ahead`, `coding_known`, `changed_meanwhile`.
 */
export async function publishCoding(
	ctx: Context,
	place: CodingPlace,
	answer: CodingAnswer,
): Promise<Published> {
	const salts = { salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) }
	const id = randomUUID()
	return ctx.db.$transaction(async (tx) => {
		await tx.$queryRawUnsafe('SELECT 1 FROM "ActionPlan" WHERE "id" = $1 FOR UPDATE', place.planId)
		const desk = await findCodingDesk(tx, ctx, place)
		const again = await sentBefore(tx, ctx, { answer, place })
		if (again) return again
		const before = settled(desk, { ctx, place, answer })
		const row = {
			recordId: before?.recordId ?? id,
			version: (before?.version ?? 0) + 1,
			actionPlanId: place.planId,
			commitmentId: place.commitmentId,
			indicator: place.indicator,
			...saidIn(answer),
			submittedById: ctx.actor.personId,
			publishedAt: ctx.now,
			importedById: null,
			actorOrganizationId: codingOrganization(ctx.actor, desk.plan.memberId),
			publishedOn: utcDay(ctx.now),
			...salts,
		} satisfies IrmCoding
		await tx.irmCoding.create({ data: row })
		await appendAct(tx, actFrom({ kind: 'irm-coding.published', row }))
		return { recordId: row.recordId, version: row.version }
	})
}

type Asked = { readonly ctx: Context; readonly place: CodingPlace; readonly answer: CodingAnswer }

/** The coding that is corrected, null for a new one; or why it cannot be published like that. */
function settled(desk: CodingDesk, { ctx, place, answer }: Asked): StoredValue | null {
	if (firstDayOf(answer.codedOn) > utcDay(ctx.now)) throw new Refusal('coded_ahead')
	const own = desk.codings.filter(({ indicator }) => indicator === place.indicator)
	const before = answer.corrects ? own.find(({ recordId }) => recordId === answer.corrects) : null
	if (before === undefined) throw new Refusal('not_found')
	if ((before?.version ?? 0) !== answer.version) throw new Refusal('changed_meanwhile')
	const others = own.filter((each) => each.recordId !== before?.recordId)
	if (others.some((each) => isSameCoding(each, answer))) throw new Refusal('coding_known')
	return before
}

/** The same value of the same review, by its year: it is here already, however it is worded. */
function isSameCoding(stored: StoredValue, answer: CodingAnswer): boolean {
	const year = stored.codedOn?.slice(0, 4) ?? (stored.year === null ? null : String(stored.year))
	return stored.value === answer.value && year === answer.codedOn.slice(0, 4)
}

function saidIn(answer: CodingAnswer) {
	return {
		value: answer.value,
		valueAsPublished: answer.figure ?? wordOf(answer.value),
		product: answer.product,
		year: Number(answer.codedOn.slice(0, 4)),
		codedOn: answer.codedOn,
		locator: answer.locator || null,
		source: answer.product,
		sourceUrl: answer.sourceUrl,
	}
}

function wordOf(value: string): string {
	const words: Readonly<Record<string, string>> = IRM_WORDS satisfies Record<IrmValue, string>
	return words[value] ?? value
}

type SentAgain = { readonly answer: CodingAnswer; readonly place: CodingPlace }

/** The newest coding of the indicator that the same person published with the same words. */
async function sentBefore(
	tx: Transaction,
	ctx: Context,
	{ answer, place }: SentAgain,
): Promise<Published | null> {
	const { planId: actionPlanId, commitmentId, indicator } = place
	const rows = await tx.irmCoding.findMany({
		where: {
			actionPlanId,
			commitmentId,
			indicator,
			submittedById: ctx.actor.personId,
			...(answer.corrects ? { recordId: answer.corrects } : {}),
			version: answer.version + 1,
			...saidIn(answer),
		},
		select: { recordId: true, version: true },
		take: 1,
	})
	return rows[0] ?? null
}

/** The organization in whose name the actor codes for a member. */
function codingOrganization(actor: Actor, memberId: string): string {
	const holding = actor.appointments.find((appointment) =>
		may({ ...actor, appointments: [appointment] }, 'irm-coding.enter', { memberId }),
	)
	if (!holding?.organizationId) throw new Refusal('not_allowed')
	return holding.organizationId
}
