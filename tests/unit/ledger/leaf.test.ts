import { describe, expect, test } from 'vitest'
import { ENTRY_MAX_BYTES, contentHash, entryBytes, leafHash } from '#app/ledger/leaf.ts'
import type { Leaf } from '#app/ledger/leaf.ts'

/** A salt of 32 bytes that count up from the first. */
function countingFrom(first: number): Uint8Array {
	return Uint8Array.from({ length: 32 }, (_byte, offset) => first + offset)
}

function hex(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('hex')
}

// The figures are those of the worked example in the specification of the log's formats: two versions of one
// commitment, whose entries were logged before entries named the version they supersede.
const versions = [
	{
		salt: countingFrom(0x00),
		content: { title: 'Publish budgets — élan', '€': 1, share: 0.5 },
		contentHash: '1cbf72c5841e0ec9e079b66728cc0e791ea107b37e9719f1021a6369e08ebcf0',
		day: '2026-01-31',
		leafHash: '4eecb6b5b8a731e68fdae1192395b39b3a70437c7301bdba6b64dfce4555ab26',
	},
	{
		salt: countingFrom(0x20),
		content: { title: 'Publish budgets — élan', '€': null, share: 1e21 },
		contentHash: '9c3f72dccec0a3eff7f491e940ead1bb56256f5518ab1d0c56a555e67153be3e',
		day: '2026-02-01',
		leafHash: 'e84fbd0e152ed726738430da43be863e3b9588c2b55baf5079358548c0ec16f1',
	},
]

describe.each(versions)('the version of $day in the worked example', (version) => {
	const entry = `{"actorOrganization":"Ministry of Works","contentHash":"${version.contentHash}","day":"${version.day}","kind":"commitment","recordId":"c-1","version":${versions.indexOf(version) + 1}}`

	test('its content is sealed with its salt', () => {
		expect(contentHash(version.salt, version.content)).toBe(version.contentHash)
	})

	test('its entry has 190 bytes and the leaf hash of the example', () => {
		const bytes = new TextEncoder().encode(entry)
		expect(bytes).toHaveLength(190)
		expect(hex(leafHash(bytes))).toBe(version.leafHash)
	})
})

const leaf: Leaf = {
	version: 2,
	recordId: 'contoh-2025-k1',
	kind: 'commitment.published',
	previous: '4eecb6b5b8a731e68fdae1192395b39b3a70437c7301bdba6b64dfce4555ab26',
	day: '2026-02-01',
	contentHash: '9c3f72dccec0a3eff7f491e940ead1bb56256f5518ab1d0c56a555e67153be3e',
	actorOrganization: 'kabupaten-contoh',
}

test('an entry is the canonical JSON of its leaf, with nothing before or after it', () => {
	expect(new TextDecoder().decode(entryBytes(leaf))).toBe(
		`{"actorOrganization":"kabupaten-contoh","contentHash":"${leaf.contentHash}","day":"2026-02-01","kind":"commitment.published","previous":"${leaf.previous ?? ''}","recordId":"contoh-2025-k1","version":2}`,
	)
})

test('a first version supersedes nothing, and says so', () => {
	expect(new TextDecoder().decode(entryBytes({ ...leaf, previous: null }))).toContain('"previous":null')
})

test('the empty entry has the leaf hash of RFC 6962, not the hash of nothing', () => {
	expect(hex(leafHash(new Uint8Array()))).toBe(
		'6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
	)
})

test('the same content under another salt cannot be recognised', () => {
	const content = { level: 'LIMITED' }
	expect(contentHash(countingFrom(1), content)).not.toBe(contentHash(countingFrom(2), content))
})

test.each([
	[0, 'the longest entry the log takes'],
	[1, 'one byte more is refused'],
])('%i bytes over the limit: %s', (over) => {
	const rest = entryBytes({ ...leaf, actorOrganization: '' }).length
	const write = () => entryBytes({ ...leaf, actorOrganization: 'x'.repeat(ENTRY_MAX_BYTES - rest + over) })
	if (over > 0) expect(write).toThrow('too long for the log')
	else expect(write()).toHaveLength(65_535)
})
