import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signAct } from '#app/domain/signature/commands.server.ts'
import { SITE, aPersonKey, challengeFor } from '#tests/factories/person-key.ts'
import { storeFinding } from '#tests/factories/stored-finding.ts'
import { as } from '#tests/factories/stored-plan.ts'
import type { SmallSite } from '../http/small-site.ts'
import { wholeSite } from '../withdrawal/whole-site.ts'
import { pythonVerifier } from './python-verifier.ts'

const python = pythonVerifier()
let site: SmallSite
let files: Record<string, Buffer>
beforeAll(async () => {
	site = await wholeSite()
	await storeFinding(site.database)
	await storeFinding(site.database, { recordId: 'finding-2', milestoneId: 'm2' })
	const monitor = as(site.database, 'monitor', new Date())
	const key = await aPersonKey(site.database)
	const answer = key.assert(await challengeFor(monitor, 'finding-1'))
	const { recordId } = await signAct(monitor, SITE, { recordId: 'finding-1', version: 1, answer })
	await site.publicLog.publish()
	const read = async (path: string) => (await site.ask(path)).body
	files = {
		key: await read('/log/key'),
		'signature.json': await read(`/records/${recordId}.json`),
		receipt: await read(`/log/receipt/${recordId}`),
		'finding.json': await read('/records/finding-1.json'),
		'other.json': await read('/records/finding-2.json'),
	}
}, 120_000)
afterAll(async () => {
	python.close()
	await site.close()
})

const check = (record = 'finding.json', given = files) =>
	python.run(
		['signature', 'signature.json', '--receipt', 'receipt', '--record', record, '--key', 'key'],
		given,
	)

describe('the signature of a person, checked without the server', () => {
	test('is in order for the program in the document', async () => {
		const { status, said } = await check()
		expect(said).toMatch(/^In order: signed by the key [0-9a-f]{16}, NOT confirmed by a second person/)
		expect(status).toBe(0)
	})

	test('is not one under another finding', async () => {
		expect(await check('other.json')).toEqual({
			status: 1,
			said: 'NOT in order: the signature is under another act\n',
		})
	})

	test('is none any more where anything of its record was changed', async () => {
		const record = String(files['signature.json'])
		const changed = record.replace('"isKeyConfirmed":false', '"isKeyConfirmed":true')
		expect(changed).not.toBe(record)
		const { said } = await check('finding.json', { ...files, 'signature.json': Buffer.from(changed) })
		expect(said).toBe('NOT in order: the content is not what the entry sealed\n')
	})

	test('is none where the key signed something else, whatever the log says of it', async () => {
		const lines = `
import json, sys, verify
record, signed = (open(name, 'rb').read() for name in ('signature.json', 'finding.json'))
verify.check_receipt = lambda receipt, key, record: 'the log is another matter here'
def check(**over):
    entry, content = verify.read_record(record)
    verify.read_record_of = verify.read_record
    def read(data): return (entry, {**content, **over}) if data is record else verify.read_record_of(data)
    verify.read_record = read
    try: return verify.check_person(record, None, signed, None)[:9]
    except verify.Wrong as wrong: return str(wrong).split(' (')[0]
    finally: verify.read_record = verify.read_record_of
flip = lambda name, at: verify.base64.b64encode(bytes(b ^ (i == at) for i, b in enumerate(
    verify.base64.b64decode(verify.read_record(record)[1][name])))).decode()
print(json.dumps([check()] + [check(**{name: flip(name, at)}) for name, at in json.load(sys.stdin)]))
`
		const flips = [
			['signature', 40],
			['authenticatorData', 0],
			['authenticatorData', 32],
			['clientData', 60],
			['publicKey', 60],
		]
		// Lays the true files beside the program once more.
		await check()
		const { said } = await python.drive(lines, flips)
		expect(JSON.parse(said)).toEqual([
			'signed by',
			'the signature is wrong',
			'the signature is wrong',
			'nobody unlocked the key',
			'the key signed something else',
			expect.stringMatching(/^(the signature is wrong|openssl)/),
		])
	})
})
