import { expect, test, vi } from 'vitest'
import { drawDocument } from '#reports/pdf/document.ts'
import { EVERY_BLOCK, FRAME } from './every-block.ts'
import { digestOf } from './read-pdf.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Taken when the first edition was the only one; reports that were published then are sealed in the log with their bytes. */
const AS_PUBLISHED = {
	en: 'fdb6b9f5cf877f42eec4933cb8ff7b58ccff01ce707523cbf64206ec74084ad8',
	id: '7b4a0891885a3d078925d9681b267f13e5e81462cb4a424e9c91663733229e22',
} as const

/** The same for the second edition, in which reports of templates 3 and 4 are drawn. */
const SECOND_AS_PUBLISHED = {
	en: '7c831d83e45370dd23b572be7e48be45ef6aec056d4e995f46a191b9d407a75e',
	id: 'b737bab71a5434255aad33312e022ccfb6b96c609d2cbbef0f01aaf0897cf292',
} as const

test.each(['en', 'id'] as const)('what the second edition drew in %s stays what it was', async (language) => {
	const bytes = await drawDocument(EVERY_BLOCK, { ...FRAME, language, edition: 'second' })
	expect(digestOf(bytes)).toBe(SECOND_AS_PUBLISHED[language])
})

test.each(['en', 'id'] as const)('what the first edition drew in %s stays what it was', async (language) => {
	const bytes = await drawDocument(EVERY_BLOCK, { ...FRAME, language, edition: 'first' })
	expect(digestOf(bytes)).toBe(AS_PUBLISHED[language])
})

test('a document is drawn in the newest edition where nothing is said, twice with the same bytes', async () => {
	const bytes = await drawDocument(EVERY_BLOCK, FRAME)
	const again = await drawDocument(EVERY_BLOCK, { ...FRAME, edition: 'second' })
	expect(Buffer.from(bytes).equals(Buffer.from(again))).toBe(true)
})
