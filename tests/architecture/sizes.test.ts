import { expect, test } from 'vitest'
import { handWrittenFiles, textOf } from './source-files.ts'

const code = handWrittenFiles().filter((path) => /\.(tsx?|js|mjs|scss)$/.test(path))
const linesOf = (path: string): number => textOf(path).trimEnd().split('\n').length

test.each([
	['a file', 300, code],
	['a route', 120, code.filter((path) => path.startsWith('app/routes/'))],
	[
		'an architecture test',
		60,
		code.filter((path) => path.startsWith('tests/architecture/') && path.includes('.test.')),
	],
] as const)('%s has at most %i lines', (_what, cap, files) => {
	const found = files.filter((path) => linesOf(path) > cap)
	expect(found.map((path) => `${path}: ${linesOf(path)} lines`)).toEqual([])
})
