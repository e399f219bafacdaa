import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as evidenceFile from '#app/routes/files/evidence.ts'
import * as protectedFile from '#app/routes/workspace/protected-evidence-file.ts'
import { publishVerification } from '#app/domain/verification/commands.server.ts'
import { withdrawFinding } from '#app/domain/withdrawal/commands.server.ts'
import { addPhoto } from '#tests/factories/evidence-answer.ts'
import { backAppointments } from '#tests/factories/account-acts.ts'
import { aCompleteFinding } from '#tests/factories/finding.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import { anUpload } from '#tests/factories/upload.ts'
import { cookieOf } from '../http/people.ts'
import { smallSite } from '../http/small-site.ts'
import type { Answer, SmallSite } from '../http/small-site.ts'

const BYTES = Buffer.alloc(3_000_000, 'a picture of three megabytes ')
const HASH = createHash('sha256').update(BYTES).digest('hex')
const ADDRESS = `/files/evidence/${HASH}.jpg`

let site: SmallSite
let recordId: string
let evidenceId: string

/** A site with one finding on it: a public photo, and the same photo once more, protected. */
beforeAll(async () => {
	site = await smallSite({
		routes: {
			'files/evidence/:file': evidenceFile,
			':lang/protected-evidence/:evidenceId/file': protectedFile,
		},
	})
	const { database } = site
	await storePlan(database)
	await database.db.appointment.create({
		data: {
			id: 'monitors',
			personId: 'monitor',
			organizationId: 'cso',
			memberId: 'example',
			role: 'CSO_MONITOR',
			fromOn: '2020-01-01',
		},
	})
	await database.db.appointment.create({
		data: {
			id: 'leads',
			personId: 'lead',
			organizationId: 'agency',
			memberId: 'example',
			role: 'INSTITUTION_LEAD',
			fromOn: '2020-01-01',
		},
	})
	await backAppointments(database)
	const claim = await publishClaim(database)
	const monitor = as(database, 'monitor')
	let draft = await aCompleteFinding(database, claim.recordId)
	for (const [id, typed] of [
		['a'.repeat(32), {}],
		['b'.repeat(32), { visibility: 'PROTECTED', readers: 'poc@example.org' }],
	] as const) {
		await anUpload(database, { id, who: 'monitor' })
		await database.db.upload.update({ where: { id }, data: { fileSha256: HASH } })
		draft = await addPhoto(monitor, draft, { upload: id, ...typed })
	}
	recordId = (await publishVerification(monitor, draft.id, draft)).recordId
	evidenceId = `${recordId}.1.2`
	await store()
}, 120_000)
afterAll(() => site.close())

async function store(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'renaksi-photo-'))
	writeFileSync(join(folder, 'photo'), BYTES)
	await site.files.put(join(folder, 'photo'), HASH)
	rmSync(folder, { recursive: true })
}

function shapeOf({ status, headers, body }: Answer) {
	const { 'x-request-id': _id, date: _date, 'content-length': _length, ...rest } = headers
	return { status, headers: rest, body: body.toString().replace(/"requestId":"[^"]*"/, '') }
}

describe('a public file', () => {
	test('is handed out whole, to be saved, as what we know it to be, and runs nothing', async () => {
		const { status, headers, body } = await site.ask(ADDRESS)
		expect([status, body.equals(BYTES)]).toEqual([200, true])
		expect(headers).toMatchObject({
			'content-type': 'image/jpeg',
			'content-disposition': `attachment; filename="evidence-${HASH.slice(0, 12)}.jpg"`,
			'x-content-type-options': 'nosniff',
			'content-security-policy': "sandbox; default-src 'none'",
			'cross-origin-resource-policy': 'same-origin',
			'cache-control': 'public, max-age=300, must-revalidate',
			etag: `"${HASH}"`,
		})
		expect(headers).not.toHaveProperty('set-cookie')
	})

	test('is not sent again to who has it, and not at all to who only asks', async () => {
		const known = await site.ask(ADDRESS, { headers: { 'if-none-match': `"${HASH}"` } })
		expect([known.status, known.body.length]).toEqual([304, 0])
		const head = await site.ask(ADDRESS, { method: 'HEAD' })
		expect([head.status, head.body.length, head.headers.etag]).toEqual([200, 0, `"${HASH}"`])
	})

	test('is read from the store each time, and kept nowhere else', async () => {
		expect((await site.ask(ADDRESS)).status).toBe(200)
		await site.files.remove(HASH)
		expect((await site.ask(ADDRESS)).status).toBe(404)
		await store()
		expect((await site.ask(ADDRESS)).status).toBe(200)
	})

	test.each([
		['another ending', `/files/evidence/${HASH}.png`],
		['an ending that is none of ours', `/files/evidence/${HASH}.html`],
		['a file that nobody put forward', `/files/evidence/${'0'.repeat(64)}.jpg`],
		['a preview that is not in the store', `/files/evidence/${'1'.repeat(64)}.webp`],
		['a way up', '/files/evidence/..%2f..%2fkeys'],
	])('%s is not found, whatever the reason', async (_what, path) => {
		const nothing = shapeOf(await site.ask(`/files/evidence/${'f'.repeat(64)}.jpg`))
		expect(nothing.status).toBe(404)
		expect(shapeOf(await site.ask(path))).toEqual(nothing)
	})
})

describe('a protected file', () => {
	const path = () => `/en/protected-evidence/${evidenceId}/file`

	test('asks who is there, and is kept nowhere', async () => {
		const stranger = await site.ask(path())
		expect([stranger.status, stranger.headers.location]).toEqual([
			302,
			`/en/sign-in?next=${encodeURIComponent(path())}`,
		])
		const cookie = await cookieOf(site, 'monitor@example.org')
		const own = await site.ask(path(), { headers: { cookie } })
		expect([own.status, own.body.equals(BYTES), own.headers['cache-control']]).toEqual([
			200,
			true,
			'no-store',
		])
		expect(own.headers).not.toHaveProperty('etag')
	})

	test('does not exist for others', async () => {
		const cookie = await cookieOf(site, 'lead@example.org')
		const refused = await site.ask(path(), { headers: { cookie } })
		expect([refused.status, refused.headers['cache-control']]).toEqual([404, 'no-store'])
		expect(refused.body.toString()).not.toContain(HASH)
	})
})

test('a finding that is withdrawn takes its files along at once', async () => {
	const cookie = await cookieOf(site, 'monitor@example.org')
	const path = `/en/protected-evidence/${evidenceId}/file`
	expect((await site.ask(ADDRESS)).status).toBe(200)
	await withdrawFinding(as(site.database, 'monitor'), recordId)
	expect((await site.ask(ADDRESS)).status).toBe(404)
	expect((await site.ask(ADDRESS, { headers: { 'if-none-match': `"${HASH}"` } })).status).toBe(404)
	expect((await site.ask(path, { headers: { cookie } })).status).toBe(404)
})
