import { expect, test } from 'vitest'
import { ActContent } from '#app/domain/record/schema.ts'
import { ACT_KINDS } from '#app/ledger/leaf.ts'
import { NOT_SAID, SAID_AS, SEALED_APART, TABLE_OF, columnsOf } from './act-columns.ts'

const contents = new Map(
	ActContent.options.map((option) => [option.shape.kind.value, Object.keys(option.shape)]),
)

test('every kind of act has a schema of what it says in public, and nothing else has', () => {
	expect([...contents.keys()].sort()).toEqual([...ACT_KINDS].sort())
})

test('the log never loses a kind of act', () => {
	expect(ACT_KINDS).toEqual(expect.arrayContaining(Object.keys(TABLE_OF)))
})

test.each(ACT_KINDS)('what is stored of %s is sealed, so that no column can be changed unseen', (kind) => {
	const columns = columnsOf(TABLE_OF[kind])
	const sealed = contents.get(kind) ?? []
	// The id of the thing an act is about is the act's own id, where each of its versions is one act.
	const identity = columns.includes('recordId') ? [] : columns.slice(0, 1)
	const withheld = kind === 'verification.withdrawn' ? ['organizationId'] : []
	const apart = sealed.includes('privateHash') ? [...SEALED_APART, ...withheld] : []
	const open = columns.filter(
		(column) =>
			![...NOT_SAID, ...apart, ...identity].includes(column) && !sealed.includes(SAID_AS[column] ?? column),
	)
	expect(columns.length).toBeGreaterThan(5)
	expect(open).toEqual([])
})
