import { expect, test } from 'vitest'
import type { EvidenceView } from '#app/domain/evidence/view.ts'
import { evidenceContents } from '#reports/document/evidence.ts'
import { wordsIn } from '#reports/document/words.ts'

const words = wordsIn('en')
const HASH = 'ab'.repeat(32)
const link = {
	kind: 'REPORT',
	url: 'https://contoh.go.id/laporan',
	title: 'Laporan',
	stance: null,
} as const

function said(piece: EvidenceView): string {
	return JSON.stringify(evidenceContents([piece], 'none', words))
}

test.each([
	[null, 'Protected evidence: Interview'],
	['2026-10-01', 'Protected evidence: Interview; becomes public on 1 October 2026'],
])('a protected piece until %s says only: %s', (embargoUntil, text) => {
	const hidden = { visibility: 'PROTECTED', id: 'x.1.0', kind: 'INTERVIEW', embargoUntil } as const
	expect(evidenceContents([hidden], 'none', words)).toEqual([{ kind: 'text', text }])
})

test('a file is named by the hash that finds it, and not linked: the report may be read elsewhere', () => {
	const file = {
		sha256: HASH,
		mediaType: 'image/jpeg',
		bytes: 9,
		previewSha256: 'cd'.repeat(32),
		originalSeal: null,
		removed: [],
	} as const
	const photo = { ...link, kind: 'PHOTO', url: `/files/evidence/${HASH}.jpg`, file } as const
	expect(said(photo)).toContain(`File with SHA-256 ${HASH}`)
	expect(said(photo)).not.toContain('"link"')
})

test('a copy in an archive stands beside the address', () => {
	const archiveUrl = 'https://web.archive.org/web/2026/https://contoh.go.id/laporan'
	expect(said({ ...link, archiveUrl })).toContain(archiveUrl)
})

test('a piece of an older report is said as it was', () => {
	expect(evidenceContents([link], 'none', words)).toEqual([
		{ kind: 'link', text: 'Laporan', url: link.url, note: 'Report' },
	])
	expect(evidenceContents([], 'none', words)).toEqual([{ kind: 'text', text: 'none' }])
})
