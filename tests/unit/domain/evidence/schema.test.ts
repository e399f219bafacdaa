import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import {
	DraftPiece,
	fileAnswer,
	filePiece,
	linkAnswer,
	linkPiece,
	stancedFileAnswer,
	stancedLinkAnswer,
} from '#app/domain/evidence/schema.ts'
import type { ReceivedFile } from '#app/domain/evidence/schema.ts'

const TODAY = '2026-07-15'
const link = { kind: 'REPORT', url: 'https://contoh.go.id/laporan', title: 'Laporan' } as const
const photo: ReceivedFile = {
	upload: 'a'.repeat(32),
	mediaType: 'image/jpeg',
	bytes: 12,
	sha256: 'b'.repeat(64),
	previewSha256: null,
	removed: ['LOCATION'],
}
const arrival = { today: TODAY, received: photo, fault: null }
const file = { kind: 'PHOTO', title: 'Kantor', upload: photo.upload, altText: 'A closed office' } as const

/** What is wrong with an input: `field: message key`. */
function faults(schema: z.ZodType, input: unknown): readonly string[] {
	const read = schema.safeParse(input)
	return read.success ? [] : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

test.each([
	['a script', 'javascript:alert(1)'],
	['a script in capitals', 'JaVaScRiPt:alert(1)'],
	['data', 'data:text/html,<script>alert(1)</script>'],
	['a file', 'file:///etc/passwd'],
	['mail', 'mailto:a@b.example'],
	['a host without a dot', 'http://localhost:5432/'],
	['a name and a password', 'https://officer:secret@contoh.go.id/'],
	['a character that turns the order of what is read', 'https://contoh.go.id/\u202egpj.exe'],
	['a character that nobody sees', 'https://contoh.go.id/la\u200bporan'],
	['a blank', 'https://contoh.go.id/a b'],
	['4 kB', `https://contoh.go.id/${'x'.repeat(4096)}`],
	['nothing but words', 'our archive'],
])('%s is no address of a page, of a copy, or of a judged piece', (_what, url) => {
	expect(faults(linkAnswer(TODAY), { ...link, url })).toEqual(['url: evidence.url.web'])
	expect(faults(linkAnswer(TODAY), { ...link, archiveUrl: url })).toEqual(['archiveUrl: evidence.url.web'])
	expect(faults(stancedLinkAnswer(TODAY), { ...link, url, stance: 'SUPPORTS' })).not.toEqual([])
})

test('an address with a control character is kept without it', () => {
	expect(linkAnswer(TODAY).parse({ ...link, url: 'https://contoh.go.id/\u0000laporan' }).url).toBe(link.url)
})

test('what a piece shows is one line that reads in its own order, and not too long', () => {
	const title = '\u202efdp.exe\u2066 two\nlines\u0000'
	expect(linkAnswer(TODAY).parse({ ...link, title }).title).toBe('fdp.exe two lines')
	expect(faults(linkAnswer(TODAY), { ...link, title: 'x'.repeat(301) })).toEqual(['title: field.too-long'])
	expect(faults(linkAnswer(TODAY), { ...link, title: '\u202e \n' })).toEqual([
		'title: evidence.title.required',
	])
})

describe('who may see a piece', () => {
	const named = {
		...link,
		visibility: 'PROTECTED',
		readers: 'Ana@Example.org\n b@example.org, ana@example.org ',
	}

	test('is everyone where nothing is chosen, and then nothing is kept of what was typed for others', () => {
		expect(linkPiece(linkAnswer(TODAY).parse({ ...link, readers: 'a@b.example' }))).toEqual(link)
	})

	test('are people by their addresses, each once and in small letters', () => {
		expect(linkPiece(linkAnswer(TODAY).parse(named))).toMatchObject({
			visibility: 'PROTECTED',
			readers: ['ana@example.org', 'b@example.org'],
		})
	})

	test.each([
		['nobody and never', {}, ['readers: evidence.readers.required']],
		['nobody, but everyone one day', { embargoUntil: '2026-07-16' }, []],
		['a name instead of an address', { readers: 'Ana' }, ['readers: evidence.readers.invalid']],
		[
			'more people than a small circle',
			{ readers: Array.from({ length: 21 }, (_, at) => `p${String(at)}@example.org`).join('\n') },
			['readers: evidence.readers.too-many'],
		],
		['until today', { readers: 'a@b.example', embargoUntil: TODAY }, ['embargoUntil: evidence.embargo.past']],
		[
			'until a day that is none',
			{ readers: 'a@b.example', embargoUntil: '2026-02-30' },
			['embargoUntil: evidence.embargo.day'],
		],
		['a kind of seeing that is none', { visibility: 'SECRET' }, ['visibility: evidence.visibility.required']],
	])('%s', (_what, given, expected) => {
		expect(faults(linkAnswer(TODAY), { ...link, visibility: 'PROTECTED', ...given })).toEqual(expected)
	})

	test('is asked beside the other faults of the form, not after them', () => {
		expect(faults(linkAnswer(TODAY), { ...link, url: 'x', visibility: 'PROTECTED' })).toEqual([
			'url: evidence.url.web',
			'readers: evidence.readers.required',
		])
	})
})

describe('a file', () => {
	test.each([
		['in order', file, arrival, []],
		['without what can be seen', { ...file, altText: ' ' }, arrival, ['altText: evidence.alt-text.required']],
		[
			'of text needs no words for what can be seen',
			{ ...file, altText: undefined },
			{ ...arrival, received: { ...photo, mediaType: 'text/csv' as const } },
			[],
		],
		[
			'that did not come',
			{ ...file, upload: undefined },
			{ ...arrival, received: null },
			['upload: evidence.file.required'],
		],
		[
			'that was refused is told by its own sentence, beside the other faults',
			{ ...file, title: '' },
			{ ...arrival, received: null, fault: 'HEIC' as const },
			['title: evidence.title.required', 'upload: upload.refused.HEIC'],
		],
		[
			'that was refused while another one is kept',
			file,
			{ ...arrival, fault: 'TOO_LARGE' as const },
			['upload: upload.refused.TOO_LARGE'],
		],
	])('%s', (_what, input, given, expected) => {
		expect(faults(fileAnswer(given), input)).toEqual(expected)
	})

	test('says what it means for a claim where one is judged', () => {
		expect(faults(stancedFileAnswer(arrival), file)).toEqual(['stance: evidence.stance.required'])
		expect(faults(stancedFileAnswer(arrival), { ...file, stance: 'CONTEXT' })).toEqual([])
	})

	test('is what its upload says, whatever the form says', () => {
		const answer = fileAnswer(arrival).parse(file)
		const piece = filePiece(answer, photo)
		expect(piece).toEqual({
			kind: 'PHOTO',
			title: 'Kantor',
			altText: 'A closed office',
			url: `/files/evidence/${photo.sha256}.jpg`,
			upload: photo.upload,
			file: {
				mediaType: 'image/jpeg',
				bytes: 12,
				sha256: photo.sha256,
				previewSha256: null,
				removed: ['LOCATION'],
			},
		})
		expect(DraftPiece.parse(JSON.parse(JSON.stringify(piece)))).toEqual(piece)
	})

	test('cannot bring facts of its own', () => {
		for (const extra of [{ sha256: 'c' }, { carriedFrom: 'x' }, { url: 'https://a.example' }])
			expect(fileAnswer(arrival).safeParse({ ...file, ...extra }).success).toBe(false)
	})
})

test.each([
	['a link of a report', link],
	['a link of a finding', { ...link, stance: 'CONTEXT' }],
])('%s from before there were files is still read', (_what, stored) => {
	expect(DraftPiece.parse(stored)).toEqual(stored)
})
