import { createHash } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import { findCallRow, listCalls } from '#app/domain/application-call/queries.server.ts'
import { callStanding } from '#app/domain/application-call/rules.ts'
import { callView, fieldSetView } from '#app/domain/application-call/view.ts'
import type { ListedCall } from '#app/domain/application-call/view.ts'
import { isBeingWritten } from '#app/domain/application/rules.ts'
import { stateOf } from '#app/domain/application/view.ts'
import { partsChanged } from '#app/domain/call-change/rules.ts'
import type { CallSaying } from '#app/domain/call-change/rules.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { hostOf } from '#app/domain/rule-version/queries.server.ts'
import { reasonNotToPublish } from './rules.ts'
import type { CallAnswer } from './schema.ts'
import { asTyped, callTextFrom, markOfCall, placeOf, rowOf } from './view.ts'
import type { CallBase, CallText, CallVersionPreview } from './view.ts'

/** All calls, for whoever may publish one. Refuses with `not_allowed`. */
export async function listWritableCalls(ctx: Context): Promise<readonly ListedCall[]> {
	if (!may(ctx.actor, 'call.publish', { hostId: hostOf(ctx) })) throw new Refusal('not_allowed')
	return listCalls(ctx)
}

/** What the form of a call, or of another version of one, starts from. Refuses with `not_allowed`, `not_found`. */
export async function findCallBase(ctx: Context, callId: string | null): Promise<CallBase> {
	if (!may(ctx.actor, 'call.publish', { hostId: hostOf(ctx) })) throw new Refusal('not_allowed')
	const row = callId === null ? null : await findCallRow(ctx.db, callId)
	if (callId !== null && !row) throw new Refusal('not_found')
	const sets = (await ctx.db.applicationFieldSet.findMany({ orderBy: { id: 'desc' } })).map(fieldSetView)
	const base = {
		call: row && callView(row),
		fieldSet: sets.find(({ id }) => id === row?.fieldSetId) ?? null,
		fieldSets: sets,
	}
	return { ...base, typed: asTyped(base) }
}

/**
 * What a version would change, and nothing is written.
 *
 * Refuses  with `not_allowed`, `not_found`, `call_known`, `changed_meanwhile`, `call_unchanged`.
 */
export async function previewCallVersion(
	ctx: Context,
	callId: string | null,
	answer: CallAnswer,
): Promise<CallVersionPreview> {
	if (!may(ctx.actor, 'call.publish', { hostId: hostOf(ctx) })) throw new Refusal('not_allowed')
	const { place, text, before, after, changed, reason } = await readWanted(ctx.db, callId, answer)
	if (reason) throw new Refusal(reason)
	const begun = await ctx.db.application.findMany({
		where: { callId: place.callId },
		include: { steps: true },
	})
	const moment = { now: ctx.now, timeZone: 'UTC' }
	return {
		after,
		before: before && { ...before, standing: callStanding(before.call, moment) },
		standing: callStanding(text.version, moment),
		changed,
		reason: answer.reason && { en: answer.reason.reasonEn, id: answer.reason.reasonId },
		applications: {
			all: begun.length,
			written: begun.filter((application) => isBeingWritten(stateOf(application))).length,
		},
	}
}

type Reading = Pick<
	Transaction,
	'applicationCall' | 'applicationCallVersion' | 'applicationFieldSet' | 'ledgerEntry'
>

/** A version as it was written, beside what is stored, and why it cannot be published. Refuses with `not_found`. */
export async function readWanted(db: Reading, callId: string | null, answer: CallAnswer) {
	const place = placeOf(answer, callId)
	const newest = callId === null ? null : await findCallRow(db, callId)
	if (!place || (callId !== null && !newest)) throw new Refusal('not_found')
	const chosen =
		answer.fieldSetId === null
			? null
			: await db.applicationFieldSet.findUnique({ where: { id: answer.fieldSetId } })
	if (answer.fieldSetId !== null && !chosen) throw new Refusal('not_found')
	const text = callTextFrom(answer, place, chosen)
	const after = sayingOf(text, newest?.isDemonstration ?? false)
	const earlier = newest && (await textOf(db, { callId: newest.callId, version: newest.version }))
	const before = earlier && sayingOf(earlier, newest.isDemonstration)
	const changed = before ? partsChanged(before, after) : []
	const reason = reasonNotToPublish({
		isTaken: callId === null && (await isTaken(db, place.callId)),
		writes: place.version,
		follows: newest?.version ?? 0,
		isChanged: before === null || changed.length > 0,
	})
	return { place, text, before, after, changed, reason, stored: await textOf(db, place) }
}

function sayingOf(text: CallText, isDemonstration: boolean): CallSaying {
	return { call: callView(rowOf(text, isDemonstration)), fieldSet: fieldSetView(text.fieldSet) }
}

/** A version as it is stored; null where there is none. */
async function textOf(
	db: Reading,
	place: { readonly callId: string; readonly version: number },
): Promise<CallText | null> {
	const found = await db.applicationCallVersion.findUnique({
		where: { callId_version: place },
		include: { fieldSet: true },
	})
	if (!found) return null
	const { fieldSet, ...version } = found
	return { version, fieldSet }
}

/** Whether a call has this address already, or a record of another kind this number. */
async function isTaken(db: Reading, callId: string): Promise<boolean> {
	const call = await db.applicationCall.findUnique({ where: { id: callId } })
	return call !== null || (await db.ledgerEntry.count({ where: { recordId: callId } })) > 0
}

/** A first version of a call that came with the product. */
export type ShippedCall = {
	readonly callId: string
	/** SHA-256 of all that it says with its fields. Lowercase hex. */
	readonly mark: string
}

/** A version of a call that has no act; of one that came with the product, that it says something else. */
export type DoubtedCall = { readonly callId: string; readonly version: number; readonly isShipped: boolean }

/**
 * Versions of calls that somebody put past the log or changed. Those with an act are compared with their leaf like
 * every other act, and calls of the demonstration claim nothing.
 */
export async function listDoubtedCalls(
	db: Pick<Transaction, 'applicationCallVersion' | 'applicationCallPublication'>,
	shipped: readonly ShippedCall[],
): Promise<readonly DoubtedCall[]> {
	const published = await db.applicationCallPublication.findMany({
		select: { recordId: true, version: true },
	})
	const rows = await db.applicationCallVersion.findMany({
		where: { call: { isDemonstration: false } },
		include: { fieldSet: true },
	})
	return rows.flatMap(({ fieldSet, ...row }): readonly DoubtedCall[] => {
		const { callId, version } = row
		if (published.some((act) => act.recordId === callId && act.version === version)) return []
		const own = version === 1 ? shipped.find((call) => call.callId === callId) : undefined
		if (!own) return [{ callId, version, isShipped: false }]
		const mark = markOfCall({ version: row, fieldSet }, { en: null, id: null })
		const isSame = createHash('sha256').update(mark, 'utf8').digest('hex') === own.mark
		return isSame ? [] : [{ callId, version, isShipped: true }]
	})
}
