import { createHash, randomBytes } from 'node:crypto'
import { NO_FURTHER_FINDING } from '#app/domain/verification/view.ts'
import type { Database } from '#app/db.server.ts'
import { utcDay } from '#app/domain/calendar.ts'
import { evidenceRow } from '#app/domain/evidence/view.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import type { Evidence, Verification } from '#prisma/generated/client.ts'
import { MORNING } from '#tests/factories/stored-plan.ts'

/** What a finding says that may put people in danger; each occurs nowhere else. */
export const SAID = {
	rationaleEn: 'Two clerks told us behind the market that the register was burnt on a Sunday.',
	rationaleId: 'Dua juru tulis memberi tahu kami di belakang pasar bahwa register dibakar hari Minggu.',
	interest: 'Our treasurer is a cousin of the village head.',
	title: 'Photograph of the burnt register',
	url: 'https://saksi.example/foto-register',
	archiveUrl: 'https://arsip.example/foto-register',
	altText: 'Ashes of a book on a tiled floor',
	protectedTitle: 'Voice of the clerk',
} as const

export const FILE = Buffer.from('not really a picture')
export const FILE_SHA256 = createHash('sha256').update(FILE).digest('hex')
export const PREVIEW_SHA256 = createHash('sha256').update('a small picture').digest('hex')
const BYTES = 20

type Given = Partial<Verification> & {
	/** As before the log had pseudonyms. */
	readonly isOld?: boolean
}

/** Publishes a finding with a file, and with a link for named readers only, past all forms. */
export async function publishDangerous(database: Database, given: Given = {}): Promise<Verification> {
	const row = verification(given)
	const evidence = evidenceOf(row)
	await database.db.$transaction(async (tx) => {
		await tx.verification.create({ data: { ...row, ...NO_FURTHER_FINDING } })
		await tx.evidence.createMany({ data: [...evidence] })
		await tx.evidenceReader.create({
			data: {
				evidenceId: evidence[1]?.id ?? '',
				email: 'reader@example.org',
				addedById: row.authorId,
				addedAt: row.publishedAt,
			},
		})
		await appendAct(tx, actFrom({ kind: 'verification.published', row, evidence }))
	})
	return row
}

function verification({ isOld, ...given }: Given): Verification {
	const at = given.publishedAt ?? MORNING
	const organizationId = given.organizationId ?? 'cso'
	return {
		recordId: 'f0000000-0000-4000-8000-000000000001',
		version: 1,
		commitmentId: 'k1',
		milestoneId: 'm1',
		checkpointId: 'b06',
		claimRecordId: null,
		claimVersion: null,
		organizationId,
		authorId: 'monitor',
		verifiedLevel: 'LIMITED',
		outcome: 'NOT_CONFIRMED',
		method: 'INTERVIEW',
		confidence: 'HIGH',
		...NO_FURTHER_FINDING,
		rationaleEn: SAID.rationaleEn,
		rationaleId: SAID.rationaleId,
		hasInterest: false,
		interestStatement: SAID.interest,
		independence: 'INDEPENDENT',
		actorOrganizationId: organizationId,
		publishedOn: utcDay(at),
		publishedAt: at,
		salt: new Uint8Array(randomBytes(32)),
		privateSalt: isOld ? null : new Uint8Array(randomBytes(32)),
		...given,
	}
}

function evidenceOf(row: Verification): readonly Evidence[] {
	const photo = { kind: 'PHOTO', url: SAID.url, title: SAID.title, stance: 'CONTRADICTS' }
	return [
		{
			...evidenceRow(row, 0, photo),
			archiveUrl: SAID.archiveUrl,
			altText: SAID.altText,
			fileSha256: FILE_SHA256,
			fileMediaType: 'image/jpeg',
			fileBytes: BYTES,
			previewSha256: PREVIEW_SHA256,
			originalSeal: 'e'.repeat(64),
			originalSalt: new Uint8Array(randomBytes(32)),
			removed: 'GPS CAMERA',
		},
		{
			...evidenceRow(row, 1, { ...photo, kind: 'INTERVIEW', title: SAID.protectedTitle }),
			visibility: 'PROTECTED',
			partSalt: new Uint8Array(randomBytes(32)),
		},
	]
}
