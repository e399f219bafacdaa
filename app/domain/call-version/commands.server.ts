import { randomBytes } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { StoredLists } from '#app/domain/application-call/schema.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { hostOf } from '#app/domain/rule-version/queries.server.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import { readWanted } from './queries.server.ts'
import type { CallAnswer } from './schema.ts'
import { callPublicationRow, markOfCall } from './view.ts'
import type { CallText } from './view.ts'

/**
 * Publishes a call (`callId` null), or another version of one, as a row beside those there are. Applications keep the
 * set of fields that they were begun with. A form that is sent again is the act that it was.
 *
 * Refuses  with `not_allowed`, `not_found`, `call_known`, `changed_meanwhile`, `call_unchanged`.
 */
export async function publishCallVersion(
	ctx: Context,
	callId: string | null,
	answer: CallAnswer,
): Promise<{ readonly recordId: string; readonly version: number }> {
	const hostId = hostOf(ctx)
	if (!may(ctx.actor, 'call.publish', { hostId })) throw new Refusal('not_allowed')
	const salts = { salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) }
	return ctx.db.$transaction(async (tx) => {
		// Of two people who publish at once, the second reads what the first has written.
		await tx.$queryRawUnsafe('SELECT "size" FROM "LedgerHead" WHERE "id" = 1 FOR UPDATE')
		const { place, text, stored, reason } = await readWanted(tx, callId, answer)
		const by = { hostId, personId: ctx.actor.personId ?? '', at: ctx.now, ...salts }
		const row = callPublicationRow(place, answer, by)
		if (stored && (await isPublished(tx, { row, text, stored }))) return placeIn(row)
		if (reason) throw new Refusal(reason)
		await writeText(tx, text, callId === null)
		await tx.applicationCallPublication.create({ data: row })
		await appendAct(tx, actFrom({ kind: 'application-call.published', row, text }))
		return placeIn(row)
	})
}

function placeIn({ recordId, version }: ReturnType<typeof callPublicationRow>) {
	return { recordId, version }
}

type Again = {
	readonly row: ReturnType<typeof callPublicationRow>
	readonly text: CallText
	readonly stored: CallText
}

/** Whether the same person has published this very version already. */
async function isPublished(tx: Transaction, { row, text, stored }: Again): Promise<boolean> {
	const { recordId, version, submittedById } = row
	const known = await tx.applicationCallPublication.findUnique({
		where: { recordId_version: { recordId, version } },
	})
	if (known?.submittedById !== submittedById) return false
	const reasonOf = ({ reasonEn, reasonId }: typeof row) => ({ en: reasonEn, id: reasonId })
	return markOfCall(text, reasonOf(row)) === markOfCall(stored, reasonOf(known))
}

/** Adds the rows of a version: its set of fields where that is new, and the call where this is its first. */
async function writeText(tx: Transaction, { version, fieldSet }: CallText, isFirst: boolean): Promise<void> {
	const known = await tx.applicationFieldSet.findUnique({ where: { id: fieldSet.id } })
	if (!known) {
		const fields = StoredLists.fields.parse(fieldSet.fields)
		await tx.applicationFieldSet.create({ data: { ...fieldSet, fields } })
	}
	if (isFirst) await tx.applicationCall.create({ data: { id: version.callId } })
	const { monthsLeft, letters, criteria, stages, notes, ...row } = version
	await tx.applicationCallVersion.create({
		data: {
			...row,
			...(monthsLeft === null ? {} : { monthsLeft: StoredLists.monthsLeft.parse(monthsLeft) }),
			letters: StoredLists.letters.parse(letters),
			criteria: StoredLists.criteria.parse(criteria),
			stages: StoredLists.stages.parse(stages),
			notes: StoredLists.notes.parse(notes),
		},
	})
}
