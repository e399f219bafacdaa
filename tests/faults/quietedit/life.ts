import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { declareInterests } from '#app/domain/conflict/commands.server.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { SubjectKey } from '#app/domain/finding-ground/queries.server.ts'
import { hideObservation, publishObservation } from '#app/domain/observation/commands.server.ts'
import { publishRecusal } from '#app/domain/recusal/commands.server.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { answerReply, publishReply } from '#app/domain/reply/commands.server.ts'
import {
	addFindingEvidence,
	answerFinding,
	answerReasons,
	beginVerification,
	publishVerification,
} from '#app/domain/verification/commands.server.ts'
import { publishDecision } from '#app/domain/verifier-decision/commands.server.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import { NO_INTEREST, PAID, REASONS } from '#tests/factories/finding.ts'
import { aTicket } from '#tests/factories/observation.ts'
import type { Person, Place } from './place.ts'

/** The plan of the demonstration. */
export const PLAN = 'contoh-2025'

/** Which of the people of the demonstration: the n-th of their role. */
export function personOf({ people }: Place, role: Person['role'], organizationId?: string): Person {
	const person = people.find(
		(one) =>
			one.role === role && (organizationId === undefined || one.organizationId.endsWith(organizationId)),
	)
	if (!person) throw new Error(`nobody is ${role} of ${organizationId ?? 'any'}`)
	return person
}

/**
 * Publishes beside the demonstration what it has none of: a second organization's finding with protected evidence, an
 * adverse one with a reply and a decision, an interested one, one on silence, a signature, a recusal, an IRM value by
 * hand, observations, one of them hidden. Leaves a draft of a monitor unpublished.
 */
export async function liveOn(place: Place): Promise<void> {
	const [forum, budget] = [
		personOf(place, 'CSO_MONITOR', 'warga'),
		personOf(place, 'CSO_MONITOR', 'anggaran'),
	]
	await finding(place, budget, { key: await claimOn(place, '1-m1'), isProtected: true })
	const adverse = await finding(place, forum, { key: await claimOn(place, '5-m1') })
	await thread(place, forum, adverse)
	await finding(place, budget, { key: await claimOn(place, '2-m2'), isInterested: true })
	await finding(place, forum, { key: { milestoneId: `${PLAN}-6-m1` } })
	await sign(place, forum, adverse)
	await publishRecusal(place.as(budget), `${PLAN}-5`, {
		scope: 'PERSON',
		interests: ['IMPLEMENTS'],
		reasonEn: 'Worked on it last year.',
		reasonId: 'Ikut mengerjakannya tahun lalu.',
		replacement: 'NONE',
	})
	await observations(place)
	await compiled(place)
	await begun(place, budget, await claimOn(place, '4-m2'))
}

/** The newest claim on a milestone; where there is none, the milestone itself. */
async function claimOn({ site: { database } }: Place, milestone: string): Promise<SubjectKey> {
	const milestoneId = `${PLAN}-${milestone}`
	const claim = await database.db.progressUpdate.findFirst({
		where: { milestoneId },
		orderBy: { publishedAt: 'desc' },
	})
	return claim ? { claimRecordId: claim.recordId } : { milestoneId }
}

type Wanted = { readonly key: SubjectKey; readonly isProtected?: boolean; readonly isInterested?: boolean }

async function begun(place: Place, by: Person, key: SubjectKey, isInterested = false) {
	const ctx = place.as(by)
	await declareInterests(ctx, key, isInterested ? PAID : NO_INTEREST)
	const { id, version } = await beginVerification(ctx, key)
	const found = await answerFinding(ctx, id, { version, level: 'LIMITED', outcome: 'NOT_CONFIRMED' })
	const rationaleEn = `${REASONS.rationaleEn} Seen on ${randomUUID().slice(0, 8)}.`
	return answerReasons(ctx, id, { version: found.version, ...REASONS, rationaleEn })
}

async function finding(place: Place, by: Person, { key, isProtected = false, isInterested }: Wanted) {
	const { id, version } = await begun(place, by, key, isInterested)
	const piece = {
		kind: 'WEBPAGE' as const,
		url: `https://pemantau.example/${randomUUID().slice(0, 8)}`,
		title: 'Log of the test',
		stance: 'CONTRADICTS' as const,
	}
	const audience = isProtected ? { visibility: 'PROTECTED' as const, readers: ['reader@example.org'] } : {}
	const argued = await addFindingEvidence(place.as(by), id, { version, ...piece, ...audience })
	return publishVerification(place.as(by), id, { version: argued.version })
}

/** The institution of the commitment replies, and the verifier maintains. */
async function thread(place: Place, by: Person, finding: { recordId: string; version: number }) {
	const { recordId, version: findingVersion } = finding
	const lead = personOf(place, 'INSTITUTION_LEAD', 'bapperida')
	const words = { findingVersion, after: 0, textEn: 'We opened it.', textId: 'Kami membukanya.' }
	const { version } = await answerReply(place.as(lead), recordId, { ...words, version: 0 })
	await publishReply(place.as(lead), recordId, { ...words, version })
	await publishDecision(place.as(by), recordId, {
		findingVersion,
		after: 0,
		decision: 'MAINTAINED',
		reasonEn: 'It was closed on the day that the reply names.',
		reasonId: 'Pada hari yang disebut, kantor tutup.',
	})
}

/** A signature as it lies in the record; what the key says is not looked at here. */
async function sign(place: Place, by: Person, finding: { recordId: string; version: number }): Promise<void> {
	const now = new Date()
	const { db } = place.site.database
	const entry = await db.ledgerEntry.findFirstOrThrow({ where: finding })
	const row = {
		...{ recordId: randomUUID(), version: 1, signedRecordId: finding.recordId },
		...{ signedVersion: finding.version, signedLeafHash: Buffer.from(entry.leafHash).toString('hex') },
		...{ keyId: 'a2V5', publicKey: 'cHVibGlj', authenticatorData: 'YXV0aA', clientData: 'e30' },
		...{ signature: 'c2ln', isKeyConfirmed: true, organizationId: by.organizationId },
		...{ actorOrganizationId: by.organizationId, submittedById: by.personId },
		...{ publishedOn: utcDay(now), publishedAt: now },
		salt: new Uint8Array(randomBytes(32)),
		privateSalt: new Uint8Array(randomBytes(32)),
	}
	await db.$transaction(async (tx) => {
		await tx.actSignature.create({ data: row })
		await appendAct(tx, actFrom({ kind: 'signature.published', row }))
	})
}

/** A report with its files, by the form of the point of contact. */
async function compiled(place: Place): Promise<void> {
	const visitor = await personOf(place, 'POC', 'sekretariat').visitor()
	const answer = await visitor.send(`/en/poc/plans/${PLAN}/report`, {})
	if (answer.status !== 303) throw new Error(`no report was compiled: ${String(answer.status)}`)
	for (let tries = 0; tries < 600; tries += 1) {
		const { location } = await visitor.get(answer.location ?? '')
		if (location !== null && /\/poc\/reports\/[0-9a-f]+$/.test(location)) return
		await wait(100)
	}
	throw new Error('no report was compiled within a minute')
}

async function observations(place: Place): Promise<void> {
	const milestoneId = `${PLAN}-4-m2`
	const seen = async (text: string, digit: string) =>
		publishObservation(place.as(null), milestoneId, {
			ticket: aTicket(new Date(), digit.repeat(32)),
			...{ text, locale: 'id', url: 'https://example.org/foto' },
		})
	await seen('Papan anggaran belum ada di kantor desa.', 'a')
	await seen('Papan anggaran ada, tetapi kosong sejak Juli.', 'b')
	const { recordId } = await seen('Nomor telepon kepala desa adalah 0812.', 'c')
	const host = personOf(place, 'INSTANCE_ADMIN')
	await hideObservation(place.as(host), recordId, {
		reason: 'PERSONAL_DATA',
		noteEn: 'A telephone number.',
		noteId: 'Nomor telepon.',
	})
}
