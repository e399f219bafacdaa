import { randomBytes, randomUUID } from 'node:crypto'
import { evidenceRow } from '#app/domain/evidence/view.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { compileReport } from '#app/domain/report/commands.server.ts'
import { publishVerification } from '#app/domain/verification/commands.server.ts'
import { confirmRemoval, requestRemoval, withdrawFinding } from '#app/domain/withdrawal/commands.server.ts'
import { utcDay } from '#app/domain/calendar.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import { NO_FURTHER_FINDING } from '#app/domain/verification/view.ts'
import type { Evidence, Verification } from '#prisma/generated/client.ts'
import { aCompleteFinding } from '#tests/factories/finding.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { MORNING, as } from '#tests/factories/stored-plan.ts'
import { storeFile } from './world.ts'
import type { World } from './world.ts'

/** What the people of a site do, one thing at a time: it must never look like tampering. */
export type Life = { readonly doSomething: () => Promise<string> }

const LEVELS = ['SUBSTANTIAL', 'COMPLETE'] as const

/** People who publish claims, findings with files, reports and withdrawals, as chance has it. */
export function openLife(world: World, random: () => number): Life {
	const { database } = world
	const open: string[] = []
	const withdrawn: string[] = []
	let claim = ''
	let days = 0
	let claims = 0
	const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)]

	const deeds: Readonly<Record<string, () => Promise<unknown>>> = {
		claim: async () => {
			claims += 1
			// Each claim takes over the links of the one before; a report of nothing begins anew.
			const level = claims % 4 === 0 ? 'NIL' : pick(LEVELS)
			claim = (await publishClaim(database, level)).recordId
		},
		finding: async () => {
			if (claim === '') return
			await aCompleteFinding(database, claim)
				.then(({ id, version }) => publishVerification(as(database, 'monitor'), id, { version }))
				.catch(unlessRefused)
		},
		evidence: async () => void open.push(await publishWithFiles(world, random)),
		report: async () => {
			days += 1
			const now = new Date(MORNING.getTime() + days * 86_400_000)
			const { text: checkpoint } = await world.publicLog.publish()
			await compileReport(
				as(database, 'poc', now),
				{ planId: 'plan' },
				{
					witness: { checkpoint, logKey: world.publicLog.vkey },
					drawn: () => Promise.resolve({ en: 'a'.repeat(64), id: 'b'.repeat(64) }),
				},
			)
		},
		withdrawal: async () => {
			const recordId = open.shift()
			if (recordId === undefined) return
			await withdrawFinding(as(database, 'monitor'), recordId)
			withdrawn.push(recordId)
		},
		removal: async () => {
			const recordId = withdrawn.shift()
			if (recordId === undefined) return
			await requestRemoval(as(database, 'monitor'), recordId)
			const { files } = await confirmRemoval(as(database, 'owner'), recordId)
			for (const sha256 of files) await world.files.remove(sha256)
		},
	}
	const often = ['claim', 'claim', 'finding', 'evidence', 'evidence', 'report', 'withdrawal', 'removal']
	return {
		doSomething: async () => {
			const deed = pick(often) ?? 'claim'
			await deeds[deed]?.()
			return deed
		},
	}
}

/** A finding with a public picture, a protected one, and a link, as the forms publish it; one in four as older ones. */
async function publishWithFiles(world: World, random: () => number): Promise<string> {
	const recordId = randomUUID()
	const picture = await storeFile(world, Buffer.from(`picture of ${recordId}`))
	const preview = await storeFile(world, Buffer.from(`preview of ${recordId}`))
	const hidden = await storeFile(world, Buffer.from(`hidden ${recordId}`))
	const row = findingRow(recordId, random() < 0.25 ? null : someBytes(random))
	const evidence: Evidence[] = [
		{
			...evidenceRow(row, 0, {
				kind: 'PHOTO',
				url: `file:${picture}`,
				title: 'A picture',
				stance: 'SUPPORTS',
			}),
			...{ fileSha256: picture, fileMediaType: 'image/jpeg', fileBytes: 44, previewSha256: preview },
			...{
				originalSeal: 'c'.repeat(64),
				originalSalt: someBytes(random),
				removed: 'EXIF GPS',
				altText: 'A desk',
			},
		},
		{
			...evidenceRow(row, 1, { kind: 'PHOTO', url: `file:${hidden}`, title: 'Hidden', stance: 'CONTEXT' }),
			...{ fileSha256: hidden, fileMediaType: 'image/jpeg', fileBytes: 43 },
			...{ visibility: 'PROTECTED', partSalt: someBytes(random), embargoUntil: '2030-01-01' },
		},
		{
			...evidenceRow(row, 2, {
				kind: 'WEBPAGE',
				url: 'https://saksi.example',
				title: null,
				stance: 'CONTRADICTS',
			}),
			archiveUrl: 'https://arsip.example/saksi',
		},
	]
	await world.database.db.$transaction(async (tx) => {
		await tx.verification.create({ data: { ...row, ...NO_FURTHER_FINDING } })
		await tx.evidence.createMany({ data: evidence })
		await appendAct(tx, actFrom({ kind: 'verification.published', row, evidence }))
	})
	return recordId
}

function findingRow(recordId: string, privateSalt: Uint8Array<ArrayBuffer> | null): Verification {
	return {
		...{ recordId, version: 1, commitmentId: 'k1', milestoneId: 'm1', checkpointId: 'b06' },
		...{ claimRecordId: null, claimVersion: null, organizationId: 'cso', authorId: 'monitor' },
		...{ verifiedLevel: 'LIMITED', outcome: 'NOT_CONFIRMED', method: 'INTERVIEW', confidence: 'HIGH' },
		...{
			rationaleEn: `What we saw, ${recordId}`,
			rationaleId: null,
			hasInterest: false,
			interestStatement: null,
		},
		...NO_FURTHER_FINDING,
		...{ independence: 'INDEPENDENT', actorOrganizationId: 'cso' },
		...{ publishedOn: utcDay(MORNING), publishedAt: MORNING },
		...{ salt: new Uint8Array(randomBytes(32)), privateSalt },
	}
}

/** A claim that was superseded meanwhile is not judged: then nothing is published. */
function unlessRefused(error: unknown): void {
	if (!(error instanceof Error) || !('reason' in error)) throw error
}

function someBytes(random: () => number): Uint8Array<ArrayBuffer> {
	return Uint8Array.from({ length: 32 }, () => Math.floor(random() * 256))
}
