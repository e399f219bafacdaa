import { describe, expect, test } from 'vitest'
import { EvidenceList } from '#app/components/evidence/evidence-list.tsx'
import { EvidencePage } from '#app/components/evidence/evidence-page.tsx'
import { fileSize } from '#app/components/evidence/file-words.ts'
import { DraftEvidence } from '#app/components/workspace/draft-evidence.tsx'
import { OriginalProof } from '#app/components/workspace/original-proof.tsx'
import type { EvidencePage as Facts } from '#app/domain/evidence/queries.server.ts'
import type { OpenEvidence } from '#app/domain/evidence/view.ts'
import type { Citation } from '#app/domain/citation/view.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import { formatIn } from '#app/i18n/format.ts'
import { aMember } from '#tests/factories/plan-record.ts'
import { render, textOf } from '../render.ts'

const HASH = 'ab'.repeat(32)
const PREVIEW = 'cd'.repeat(32)
const SEAL = 'ef'.repeat(32)
const photo: OpenEvidence = {
	visibility: 'PUBLIC',
	id: 'finding.1.0',
	kind: 'PHOTO',
	url: `/files/evidence/${HASH}.jpg`,
	title: 'The office on 3 July',
	stance: 'CONTRADICTS',
	altText: 'A closed door with a notice',
	file: {
		sha256: HASH,
		mediaType: 'image/jpeg',
		bytes: 1_234_567,
		previewSha256: PREVIEW,
		originalSeal: SEAL,
		removed: ['CAMERA', 'LOCATION'],
	},
}
const page: OpenEvidence = {
	visibility: 'PUBLIC',
	id: 'claim.1.0',
	kind: 'WEBPAGE',
	url: 'https://contoh.go.id/laporan',
	title: null,
	stance: null,
	archiveUrl: 'https://web.archive.org/web/2026/https://contoh.go.id/laporan',
}
const hidden = {
	visibility: 'PROTECTED',
	id: 'finding.1.1',
	kind: 'INTERVIEW',
	embargoUntil: '2026-10-01',
} as const

function facts(evidence: Facts['evidence']): Facts {
	return {
		evidence,
		act:
			evidence.visibility === 'PROTECTED'
				? null
				: {
						kind: 'verification.published',
						recordId: 'finding',
						version: 1,
						newestVersion: 2,
						organizationName: { en: 'Citizens Forum', id: 'Forum Warga' },
						publishedOn: '2026-07-15',
						ledgerIndex: 9,
					},
		commitment: { id: 'k1', title: { en: 'Open budgets', id: null } },
		plan: { id: 'plan', title: { en: 'Plan', id: 'Rencana' } },
		member: aMember(),
		ledgerSize: 10,
	}
}

const address = 'https://renaksi.example/en/evidence/finding.1.0'
const citation: Citation = {
	...{ of: 'EVIDENCE', id: 'finding.1.0', version: null, href: address },
	...{ title: '', by: null, on: null, checkpoint: { size: 10, root: '00ff00ff00ff00ff' } },
}

describe('the page of a file', () => {
	const html = render(<EvidencePage facts={facts(photo)} address={address} citation={citation} />)
	const text = textOf(html)

	test('shows the picture with its words, and offers the file with its kind and size', () => {
		expect(html).toContain(
			`src="/files/evidence/${PREVIEW}.webp" alt="A closed door with a notice" loading="lazy"`,
		)
		expect(html).toContain(`href="/files/evidence/${HASH}.jpg"`)
		expect(text).toContain('Download (JPEG picture, 1.2 MB)')
		expect(text).toContain('What can be seen: A closed door with a notice')
	})

	test('says by what it can be checked, what was taken out, whose it is, and how to cite it', () => {
		for (const said of [HASH, SEAL, 'Citizens Forum', 'Contradicts the claim', 'place where it was made'])
			expect(text).toContain(said)
		expect(text).toContain(`15 July 2026. ${address} SHA-256: ${HASH}`)
		expect(html).toContain('href="/log/receipt/finding?version=1"')
		expect(html).toContain('href="/en/records/finding?version=1"')
		expect(html).toContain('href="/en/commitments/k1"')
	})
})

test('the page of a link says its host, passes no trust on, and that the site never opened it', () => {
	const html = render(<EvidencePage facts={facts(page)} address={address} citation={citation} />)
	const links = [...html.matchAll(/<a [^>]*href="https:[^>]*>/g)].map(([tag]) => tag)
	expect(links).toHaveLength(2)
	for (const tag of links) expect(tag).toContain('rel="noopener noreferrer nofollow ugc"')
	const text = textOf(html)
	expect(text).toContain('contoh.go.id')
	expect(text).toContain('web.archive.org')
	expect(text).toContain('This site has never opened the address')
})

test.each(LOCALES)(
	'the page of protected evidence says nothing but kind, day and commitment, in %s',
	(locale) => {
		const text = textOf(
			render(<EvidencePage facts={facts(hidden)} address={address} citation={citation} />, { locale }),
		)
		const { say } = { say: sayIn(locale) }
		expect(text).toContain(say('evidence.protected', { kind: say('evidence-kind.INTERVIEW') }))
		expect(text).toContain(formatIn(locale).day('2026-10-01'))
		expect(text).toContain('Open budgets')
		expect(text).not.toContain('Citizens Forum')
		expect(text).not.toContain('Forum Warga')
	},
)

test('in a list a file leads to its page, a link to where it is, and a protected piece to what may be known', () => {
	const html = render(<EvidenceList evidence={[photo, page, hidden]} />)
	expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
		'/en/evidence/finding.1.0',
		'https://contoh.go.id/laporan',
		'/en/evidence/claim.1.0',
		'/en/evidence/finding.1.1',
	])
})

test('pieces of older reports, which have no page, are shown as they were', () => {
	const { id: _id, visibility: _visibility, archiveUrl: _copy, ...old } = page
	const html = render(<EvidenceList evidence={[old]} />)
	expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
		'https://contoh.go.id/laporan',
	])
})

test('an address that is none is written and never linked', () => {
	const script = { ...page, url: 'javascript:alert(1)', title: 'A script' }
	const html = render(<EvidencePage facts={facts(script)} address={address} citation={citation} />)
	expect(html).not.toMatch(/href="javascript/)
	expect(textOf(html)).toContain('javascript:alert(1)')
})

test('a draft shows its own side everything: the file, what was taken out, and who may see it', () => {
	const pieces = [
		{
			kind: 'PHOTO' as const,
			url: photo.url,
			title: 'The office',
			altText: 'A closed door',
			upload: 'a'.repeat(32),
			file: { mediaType: 'image/jpeg' as const, bytes: 900, sha256: HASH, previewSha256: null, removed: [] },
			visibility: 'PROTECTED' as const,
			readers: ['ana@example.org'],
			embargoUntil: '2026-10-01',
		},
	]
	const html = render(<DraftEvidence pieces={pieces} />)
	const text = textOf(html)
	expect(html).toContain(`href="/en/uploaded-files/${'a'.repeat(32)}"`)
	for (const said of ['900 bytes', 'A closed door', 'ana@example.org', '1 October 2026'])
		expect(text).toContain(said)
})

test('whoever sent a file is told how to prove it, with the salt', () => {
	const text = textOf(render(<OriginalProof seal={SEAL} salt={'07'.repeat(32)} />))
	expect(text).toContain(SEAL)
	expect(text).toContain(`(printf '%s' ${'07'.repeat(32)} | xxd -r -p; cat FILE) | sha256sum`)
})

test.each([
	[999, '999 bytes'],
	[1024, '1 kB'],
	[1_000_000, '977 kB'],
	[20_971_520, '20 MB'],
])('%i bytes are %s', (bytes, words) => {
	expect(fileSize(bytes, { say: sayIn('en'), format: formatIn('en') })).toBe(words)
})
