import { describe, expect, test } from 'vitest'
import { deskAnswer } from '#app/domain/desk/schema.ts'
import { GoodPracticeSaid } from '#app/domain/sharing/schema.ts'
import { parseForm } from '#app/http/parse-form.server.ts'

const TODAY = '2026-07-15'
const RECORD = '6f2c1f8e-9a55-4c1e-8d0a-2f4b8f0e7a11'
const SAID = { titleId: 'Notula', documentKind: 'MINUTES', datedOn: '2026-07-01', phase: 'CO_CREATION' }
const FILE = { upload: 'a'.repeat(32), kind: 'MINUTES', title: 'Notula bertanda tangan' }

const messages = (form: Readonly<Record<string, unknown>>, filesBefore = 0) =>
	deskAnswer('document.published', TODAY, filesBefore)
		.safeParse({ recordId: RECORD, seen: 0, said: SAID, ...form })
		.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []

describe('the files of an act', () => {
	const next = { seen: 1, reason: 'Salah ketik.' }

	test.each([
		['none is asked for', {}, 0, []],
		['one is taken', { files: [FILE] }, 0, []],
		[
			'one of no upload is none',
			{ files: [{ ...FILE, upload: 'x' }] },
			0,
			[['files.0.upload', 'evidence.file.required']],
		],
		['of each one before it is said whether it stays', next, 1, [['keeps.p0', 'desk.files.keep.required']]],
		[
			'one before that goes leaves room',
			{ ...next, keeps: { p0: 'DROP' }, files: Array.from({ length: 10 }, () => FILE) },
			1,
			[],
		],
		[
			'one more than ten is too many',
			{ ...next, keeps: { p0: 'KEEP' }, files: Array.from({ length: 10 }, () => FILE) },
			1,
			[['files', 'desk.files.full']],
		],
	])('%s', (_what, form, filesBefore, faults) => {
		expect(messages(form, filesBefore)).toEqual(faults)
	})

	test('a kind of act that is whole without takes none', () => {
		const said = {
			url: 'https://contoh.example',
			checkedOn: '2026-07-01',
			isReachable: 'yes',
			needsLogin: 'no',
		}
		const parsed = deskAnswer('website.checked', TODAY).safeParse({
			recordId: RECORD,
			seen: 0,
			said,
			files: [FILE],
		})
		expect(parsed.error?.issues.map(({ message }) => message)).toEqual(['desk.files.full'])
	})
})

test('a list that is typed one a line has an entry for each line, and is read again as it is stored', async () => {
	const typed = { recordId: RECORD, 'said.titleId': 'Pinasa', 'said.doneId': 'Menjaga kebersihan.' }
	const body = new URLSearchParams({ ...typed, 'said.usedBy': 'banggai\nsemarang' })
	const request = new Request('http://localhost/id/desk', { method: 'POST', body })
	const form = await parseForm(request, deskAnswer('good-practice.published', TODAY))
	const said = form.ok ? form.value.said : {}
	expect(said['usedBy']).toEqual(['banggai', 'semarang'])
	expect(GoodPracticeSaid.parse(said)).toEqual(said)
})
