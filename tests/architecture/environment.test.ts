import { expect, test } from 'vitest'
import { textOf } from './source-files.ts'

/** The variables the configuration reads, from its one Zod object. */
const read = [...textOf('app/config.server.ts').matchAll(/^\t([A-Z][A-Z0-9_]+): /gm)]
	.map((match) => match[1])
	.sort()

test('every variable that is read stands in .env.example, and no other', () => {
	const example = [...textOf('.env.example').matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)]
		.map((match) => match[1])
		.sort()
	expect(read.length).toBeGreaterThan(0)
	expect(example).toEqual(read)
})

test('every variable that is read is explained to operators, and no other', () => {
	const explained = [...textOf('docs/operations.md').matchAll(/^\| `([A-Z][A-Z0-9_]+)` \|/gm)]
		.map((match) => match[1])
		.sort()
	expect(explained).toEqual(read)
})
