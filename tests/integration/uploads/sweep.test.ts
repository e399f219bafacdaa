import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '#app/access/policy.ts'
import type { Database } from '#app/db.server.ts'
import type { Context } from '#app/domain/context.ts'
import { beginUpload, dropUpload, finishUpload, sweepUploads } from '#app/domain/evidence/commands.server.ts'
import { bytesOf, findOwnUpload, holdOwnUpload } from '#app/domain/upload/queries.server.ts'
import { openFiles } from '#app/files.server.ts'
import type { FileStore } from '#app/files.server.ts'
import { dropBroken } from '#app/http/uploads.server.ts'
import { openWithdrawals } from '#app/withdrawals.server.ts'
import { freshDatabase } from '#tests/support/fresh-database.ts'

const HOUR = 3_600_000
const MB = 2 ** 20
const QUOTA = 100 * MB
const idOf = (letter: string) => letter.repeat(32)

let folder: string
let database: Database
let files: FileStore

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'renaksi-sweep-'))
	database = await freshDatabase()
	files = await openFiles({ dataDir: folder, filesOnS3: null })
	for (const id of ['agency', 'other'])
		await database.db.organization.create({
			data: { id, kind: 'GOVERNMENT_INSTITUTION', nameEn: id, nameId: id, isDemonstration: true },
		})
})
afterEach(async () => {
	await database.close()
	rmSync(folder, { recursive: true, force: true })
})

function world(given: { person?: string; role?: Role; organization?: string; hours?: number } = {}): Context {
	const { person = 'officer', role = 'IMPLEMENTER', organization = 'agency', hours = 0 } = given
	return {
		db: database.db,
		actor: { personId: person, appointments: [{ role, organizationId: organization, memberId: 'm' }] },
		now: new Date(Date.now() + hours * HOUR),
		requestId: 'test',
		withdrawals: openWithdrawals(folder),
	}
}

/** A clean file of the officer, stored. */
async function aCleanUpload(letter: string, ctx = world()): Promise<string> {
	const path = join(folder, letter)
	writeFileSync(path, letter)
	const sha256 = createHash('sha256').update(letter).digest('hex')
	await files.put(path, sha256)
	expect(await beginUpload(ctx, { id: idOf(letter), bytes: 1_000, quota: QUOTA })).toBeNull()
	const facts = {
		mediaType: 'text/plain',
		sha256,
		bytes: 1,
		previewSha256: null,
		pages: null,
		removed: [],
	} as const
	const seal = { originalSeal: '0'.repeat(64), originalSalt: new Uint8Array(32) }
	expect(await finishUpload(ctx, idOf(letter), { ...facts, ...seal, quota: QUOTA })).toBeNull()
	return sha256
}

const stored = async () => {
	const found = []
	for await (const { sha256 } of files.list()) found.push(sha256)
	return found.sort()
}

describe('an upload is its sender’s', () => {
	test.each([
		['a colleague', { person: 'colleague' }],
		['the same person for another body', { organization: 'other' }],
		['the same person in another role', { role: 'INSTANCE_ADMIN' as const }],
	])('%s does not find it', async (_who, who) => {
		await aCleanUpload('a')
		await expect(findOwnUpload(world(who), idOf('a'))).rejects.toMatchObject({ reason: 'not_found' })
		expect((await findOwnUpload(world(), idOf('a'))).isClean).toBe(true)
	})

	test.each(['INSTANCE_ADMIN', 'IRM'] as const)('a %s sends none', async (role) => {
		const arriving = { id: idOf('a'), bytes: 1, quota: QUOTA }
		await expect(beginUpload(world({ role }), arriving)).rejects.toMatchObject({ reason: 'not_allowed' })
	})

	test('what is still arriving is not put into a draft, and what is clean is not given up', async () => {
		await beginUpload(world(), { id: idOf('b'), bytes: 10, quota: QUOTA })
		const hold = () => database.db.$transaction((tx) => holdOwnUpload(tx, world(), idOf('b')))
		await expect(hold()).rejects.toMatchObject({ reason: 'not_found' })
		await aCleanUpload('a')
		await dropUpload(world(), idOf('a'))
		await dropUpload(world({ person: 'colleague' }), idOf('b'))
		expect(await database.db.upload.count()).toBe(2)
	})
})

test('a start gives up forms that an earlier process left, and not what arrives in pieces or is clean', async () => {
	const arriving = ['b', 'c'].map(idOf)
	for (const id of arriving) {
		expect(await beginUpload(world(), { id, bytes: 10, quota: QUOTA })).toBeNull()
		writeFileSync(join(files.incoming, id), 'half')
	}
	writeFileSync(join(files.incoming, `${idOf('c')}.json`), '{}')
	await aCleanUpload('a')
	writeFileSync(join(files.incoming, idOf('a')), 'whole')

	await dropBroken({ database, files, clock: () => new Date(), withdrawals: openWithdrawals(folder) })

	const rows = await database.db.upload.findMany({ orderBy: { id: 'asc' } })
	expect(rows.map(({ id, state }) => [id, state])).toEqual([
		[idOf('a'), 'CLEAN'],
		[idOf('c'), 'RECEIVING'],
	])
	expect(readdirSync(files.incoming).sort()).toEqual([idOf('c'), `${idOf('c')}.json`])
})

describe('the room of an organization', () => {
	test('counts what is on its way as announced, and what is clean once', async () => {
		const room = () => database.db.$transaction((tx) => bytesOf(tx, 'agency'))
		await beginUpload(world(), { id: idOf('b'), bytes: 10 * MB, quota: QUOTA })
		expect(await room()).toBe(10 * MB)
		await aCleanUpload('a')
		expect(await room()).toBe(10 * MB + 1)
		await aCleanUpload('c', world({ organization: 'other', person: 'stranger' }))
		expect(await room()).toBe(10 * MB + 1)
	})

	test('is refused when it is full, at the beginning and once the cleaned file is larger', async () => {
		const arriving = { id: idOf('a'), bytes: 10 * MB, quota: 15 * MB }
		expect(await beginUpload(world(), arriving)).toBeNull()
		expect(await beginUpload(world(), { ...arriving, id: idOf('b') })).toBe('QUOTA')
		const facts = {
			mediaType: 'application/pdf',
			sha256: '1'.repeat(64),
			bytes: 16 * MB,
			previewSha256: null,
			pages: 1,
			removed: [],
		} as const
		const seal = { originalSeal: '0'.repeat(64), originalSalt: new Uint8Array(32), quota: 15 * MB }
		expect(await finishUpload(world(), idOf('a'), { ...facts, ...seal })).toBe('QUOTA')
		expect(await finishUpload(world(), idOf('a'), { ...facts, ...seal, bytes: 15 * MB })).toBeNull()
	})

	test('a file of more than 20 MB is not begun', async () => {
		expect(await beginUpload(world(), { id: idOf('a'), bytes: 20 * MB + 1, quota: QUOTA })).toBe('TOO_LARGE')
	})
})

describe('a day later', () => {
	test('what nobody refers to is swept: uploads, stored files and what never arrived', async () => {
		await aCleanUpload('a')
		await beginUpload(world(), { id: idOf('b'), bytes: 10, quota: QUOTA })
		writeFileSync(join(files.incoming, idOf('b')), 'half')
		writeFileSync(join(folder, 'orphan'), 'orphan')
		await files.put(join(folder, 'orphan'), createHash('sha256').update('orphan').digest('hex'))
		expect(await sweepUploads(world({ hours: 23 }), files)).toEqual({ uploads: 0, files: 0, partial: 0 })
		expect(await sweepUploads(world({ hours: 25 }), files)).toEqual({ uploads: 2, files: 2, partial: 1 })
		expect([await database.db.upload.count(), await stored()]).toEqual([0, []])
	})

	test('what a draft or an act refers to stays', async () => {
		const [inReport, inFinding, inAct] = [
			await aCleanUpload('a'),
			await aCleanUpload('b'),
			await aCleanUpload('c'),
		]
		const piece = (upload: string) => [{ kind: 'PHOTO', url: '', title: 'x', upload }]
		await draftsWith(piece(idOf('a')), piece(idOf('b')))
		await database.db.evidence.create({
			data: {
				id: 'e',
				recordId: 'r',
				recordVersion: 1,
				position: 0,
				kind: 'PHOTO',
				url: '',
				fileSha256: inAct,
				fileBytes: 1,
			},
		})
		expect(await sweepUploads(world({ hours: 25 }), files)).toEqual({ uploads: 1, files: 0, partial: 0 })
		expect(await stored()).toEqual([inReport, inFinding, inAct].sort())
	})

	test('an upload that is put into a draft at that moment stays', async () => {
		const sha256 = await aCleanUpload('a')
		const late = world({ hours: 25 })
		await database.db.$transaction((tx) => holdOwnUpload(tx, late, idOf('a')))
		expect(await sweepUploads(late, files)).toEqual({ uploads: 0, files: 0, partial: 0 })
		expect(await stored()).toEqual([sha256])
	})
})

/** Drafts that refer to uploads; what they are about does not matter here. */
async function draftsWith(reportEvidence: object, findingEvidence: object): Promise<void> {
	// One script on one connection: a server has several, and the setting is of one.
	await database.exec(`
		SET session_replication_role = replica;
		INSERT INTO "ProgressUpdateDraft"
			("id", "milestoneId", "checkpointId", "organizationId", "authorId", "state", "challenges", "evidence", "updatedAt")
		VALUES ('d1', 'm', 'c', 'agency', 'p', 'DRAFT', '[]', '${JSON.stringify(reportEvidence)}', now());
		INSERT INTO "VerificationDraft"
			("id", "commitmentId", "organizationId", "authorId", "evidence", "updatedAt")
		VALUES ('d2', 'c', 'other', 'p', '${JSON.stringify(findingEvidence)}', now());
		SET session_replication_role = origin;
	`)
}
