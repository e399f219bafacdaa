import { randomBytes, randomUUID } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findFilesOf, findPublicPhoto } from '#app/domain/evidence/queries.server.ts'
import { fileAddress } from '#app/domain/evidence/rules.ts'
import type { ReceivedFile } from '#app/domain/evidence/schema.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import { findHiding, findObserved } from './queries.server.ts'
import { PUBLIC_AUTHOR, reasonNotToObserve } from './rules.ts'
import type { HidingAnswer, ObservationForm } from './schema.ts'
import { hidingRow, observationNumber, observationRows, openedAtMs } from './view.ts'
import type { SentPhoto } from './view.ts'

/**
 * Says whether an observation would be taken now, and publishes nothing.
 *
 * Refuses  with `not_found`, `milestone_ended`.
 */
export async function checkObservation(ctx: Context, milestoneId: string): Promise<void> {
	const { isEnded } = await findObserved(ctx, ctx.db, milestoneId)
	if (isEnded) throw new Refusal('milestone_ended')
}

/**
 * Publishes what somebody without an account saw of a milestone. Of them nothing is stored. A form that is sent again is
 * the observation that it was.
 *
 * Refuses  with `not_found`, `milestone_ended`, `sent_too_fast`.
 */
export async function publishObservation(
	ctx: Context,
	milestoneId: string,
	form: ObservationForm,
): Promise<{ readonly recordId: string }> {
	const recordId = observationNumber(milestoneId, form)
	return ctx.db.$transaction(async (tx) => {
		const { isEnded, commitment } = await findObserved(ctx, tx, milestoneId)
		if ((await tx.observation.count({ where: { recordId } })) > 0) return { recordId }
		const reason = reasonNotToObserve({ isEnded, openedAtMs: openedAtMs(form) }, ctx.now.getTime())
		if (reason) throw new Refusal(reason)
		const known = { recordId, milestoneId, commitmentId: commitment.id, at: ctx.now, ...salts() }
		const photo = await sentPhoto(tx, form)
		const { row, evidence } = observationRows(form, { ...known, photo })
		const { count } = await tx.observation.createMany({ data: [row], skipDuplicates: true })
		// The same form came twice at the same moment.
		if (count === 0) return { recordId }
		await tx.evidence.createMany({ data: [...evidence] })
		if (form.upload) await tx.upload.deleteMany({ where: { id: form.upload } })
		await appendAct(tx, actFrom({ kind: 'observation.published', row, evidence }))
		return { recordId }
	})
}

/**
 * Hides an observation for law or safety, with a reason that everyone reads. One that is hidden already stays so for
 * the first reason.
 *
 * Refuses  with `not_allowed`, `not_found`.
 */
export async function hideObservation(
	ctx: Context,
	observationRecordId: string,
	answer: HidingAnswer,
): Promise<{ readonly recordId: string }> {
	const recordId = randomUUID()
	const hostId = hostOf(ctx)
	return ctx.db.$transaction(async (tx) => {
		if (!may(ctx.actor, 'observation.hide', { hostId })) throw new Refusal('not_allowed')
		const found = await tx.observation.findFirst({ where: { recordId: observationRecordId } })
		if (!found) throw new Refusal('not_found')
		const { commitmentId, milestoneId } = found
		const by = { hostId, personId: ctx.actor.personId ?? '', at: ctx.now }
		const known = { recordId, observationRecordId, commitmentId, milestoneId, ...by, ...salts() }
		const row = hidingRow(answer, known)
		const { count } = await tx.observationHiding.createMany({ data: [row], skipDuplicates: true })
		if (count === 0) return { recordId: (await findHiding(tx, observationRecordId))?.recordId ?? recordId }
		await appendAct(tx, actFrom({ kind: 'observation.hidden', row }))
		return { recordId }
	})
}

/** The picture that was sent before, with all that is kept of it. Refuses with `file_missing` where it is gone. */
async function sentPhoto(tx: Transaction, { upload }: ObservationForm): Promise<SentPhoto | null> {
	if (!upload) return null
	const received = await findPublicPhoto({ db: tx }, upload)
	if (!received?.mediaType.startsWith('image/')) throw new Refusal('file_missing')
	const files = await findFilesOf(tx, {
		organizationId: PUBLIC_AUTHOR,
		recordId: '',
		pieces: [{ kind: 'PHOTO', title: '', url: '', upload, file: factsIn(received) }],
	})
	const columns = files.get(upload)
	if (!columns) throw new Refusal('file_missing')
	return { url: fileAddress(received.sha256, received.mediaType), columns }
}

function factsIn({ upload: _upload, ...facts }: ReceivedFile) {
	return facts
}

/** The organization for which the actor administers the site; an empty text for everybody else. */
function hostOf({ actor }: Context): string {
	return actor.appointments.find((held) => held.role === 'INSTANCE_ADMIN')?.organizationId ?? ''
}

function salts() {
	return { salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) }
}
