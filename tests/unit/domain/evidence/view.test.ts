import { describe, expect, test } from 'vitest'
import {
	evidenceContent,
	evidenceRow,
	evidenceRowsFrom,
	evidenceViews,
	openPiece,
	openedParts,
	pieceFrom,
} from '#app/domain/evidence/view.ts'
import { OpenPiece } from '#app/domain/act-content/schema.ts'
import { contentHash } from '#app/ledger/leaf.ts'
import type { Evidence } from '#prisma/generated/client.ts'

const ACT = { recordId: 'finding', version: 2 }
const BEFORE = '2026-09-30'
const ENDED = '2026-10-01'

/** A protected photo with a word of its own in every column that must not be seen. */
const hidden: Evidence = {
	...evidenceRow(ACT, 1, {
		kind: 'PHOTO',
		url: '/files/evidence/secret-url.jpg',
		title: 'secret-title',
		stance: 'CONTRADICTS',
	}),
	visibility: 'PROTECTED',
	fileSha256: 'secret-hash',
	fileMediaType: 'image/jpeg',
	fileBytes: 987_654_321,
	previewSha256: 'secret-preview',
	originalSeal: 'secret-seal',
	originalSalt: new Uint8Array(32).fill(1),
	removed: 'LOCATION CAMERA',
	altText: 'secret-words',
	archiveUrl: 'https://secret-archive.example',
	partSalt: new Uint8Array(32).fill(2),
	embargoUntil: ENDED,
}
const open = evidenceRow(ACT, 0, {
	kind: 'REPORT',
	url: 'https://contoh.example/a',
	title: null,
	stance: null,
})
const SECRETS = /secret|987654321|CONTRADICTS|LOCATION|image\/jpeg/

describe('a protected piece', () => {
	test('shows its kind and the day of its embargo, and not one letter more', () => {
		const [view] = evidenceViews(ACT, [hidden], BEFORE)
		expect(view).toEqual({
			visibility: 'PROTECTED',
			id: 'finding.2.1',
			kind: 'PHOTO',
			embargoUntil: ENDED,
		})
		expect(JSON.stringify(evidenceContent([hidden]))).not.toMatch(SECRETS)
		expect(JSON.stringify(openedParts([hidden], BEFORE))).toBe('[]')
	})

	test('is sealed as it is, so that nothing about it can be changed unseen', () => {
		const [sealed] = evidenceContent([hidden])
		expect(sealed).toEqual({
			kind: 'PHOTO',
			visibility: 'PROTECTED',
			partHash: contentHash(hidden.partSalt ?? new Uint8Array(), openPiece(hidden)),
			embargoUntil: ENDED,
		})
		const changed = [
			{ ...hidden, title: 'another' },
			{ ...hidden, fileSha256: 'another' },
			{ ...hidden, visibility: 'SECRET' },
			{ ...hidden, partSalt: null },
			{ ...hidden, embargoUntil: null },
		]
		for (const row of changed) expect(evidenceContent([row])).not.toEqual([sealed])
		expect(JSON.stringify(evidenceContent(changed))).not.toMatch(SECRETS)
	})

	test('opens by itself on its day, with what proves that it is what was sealed', () => {
		const [view] = evidenceViews(ACT, [hidden], ENDED)
		expect(view).toMatchObject({
			visibility: 'PUBLIC',
			title: 'secret-title',
			altText: 'secret-words',
			protectedUntil: ENDED,
			file: { sha256: 'secret-hash', removed: ['CAMERA', 'LOCATION'] },
		})
		const [opened] = openedParts([open, hidden], ENDED)
		const [, sealed] = evidenceContent([open, hidden])
		const salt = Buffer.from(opened?.salt ?? '', 'base64')
		expect(opened?.position).toBe(1)
		expect(sealed).toMatchObject({ partHash: contentHash(salt, opened?.part ?? null) })
		expect(OpenPiece.parse(opened?.part)).toEqual(opened?.part)
		expect(JSON.stringify(opened)).not.toContain(Buffer.from(new Uint8Array(32).fill(1)).toString('base64'))
	})
})

test('a public piece says what was given, and nothing of what was not', () => {
	expect(evidenceViews(ACT, [open], BEFORE)).toEqual([
		{
			visibility: 'PUBLIC',
			id: 'finding.2.0',
			kind: 'REPORT',
			url: 'https://contoh.example/a',
			title: null,
			stance: null,
		},
	])
	expect(openedParts([open], ENDED)).toEqual([])
})

test('pieces stand in the order they were put forward, and those of other versions elsewhere', () => {
	const other = evidenceRow({ ...ACT, version: 1 }, 0, open)
	expect(evidenceViews(ACT, [hidden, other, open], BEFORE).map((view) => view.id)).toEqual([
		'finding.2.0',
		'finding.2.1',
	])
})

describe('a draft that is published', () => {
	const publisher = { files: new Map(), personId: 'monitor', at: new Date('2026-07-15T02:00:00Z') }
	const piece = { kind: 'REPORT', url: 'https://contoh.example/a', title: 'A' } as const

	test('seals each protected piece with a salt of its own, and names its readers', () => {
		const protectedPiece = { ...piece, visibility: 'PROTECTED', readers: ['a@b.example'] } as const
		const made = evidenceRowsFrom(ACT, [piece, protectedPiece, protectedPiece], publisher)
		expect(made.evidence.map((row) => row.visibility)).toEqual(['PUBLIC', 'PROTECTED', 'PROTECTED'])
		const salts = made.evidence.map((row) => Buffer.from(row.partSalt ?? []).toString('hex'))
		expect([salts[0], new Set(salts).size, salts[1]?.length]).toEqual(['', 3, 64])
		expect(made.readers.map((row) => [row.evidenceId, row.email, row.addedById])).toEqual([
			['finding.2.1', 'a@b.example', 'monitor'],
			['finding.2.2', 'a@b.example', 'monitor'],
		])
	})

	test('comes back whole for a correction; what has become public stays public', () => {
		const readers = [{ email: 'a@b.example' }]
		expect(pieceFrom({ ...hidden, readers }, BEFORE)).toMatchObject({
			carriedFrom: 'finding.2.1',
			visibility: 'PROTECTED',
			readers: ['a@b.example'],
			embargoUntil: ENDED,
			file: { sha256: 'secret-hash' },
		})
		const ended = pieceFrom({ ...hidden, readers }, ENDED)
		expect(ended).not.toHaveProperty('visibility')
		expect(ended).not.toHaveProperty('readers')
		expect(JSON.stringify(ended)).not.toContain('secret-seal')
	})
})
