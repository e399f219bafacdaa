import { expect, test } from 'vitest'
import { sourcesIn, textOf } from './source-files.ts'

const suites = sourcesIn('tests').filter((path) => /\.(test|spec)\.tsx?$/.test(path))

test('every test runs: none is skipped, singled out or left for later', () => {
	const left = /\b(test|it|describe|suite)(\.\w+)*\.(skip|only|todo|fixme|skipIf|runIf)\b/
	const found = suites.flatMap((path) =>
		textOf(path)
			.split('\n')
			.filter((line) => left.test(line))
			.map((line) => `${path}: ${line.trim()}`),
	)
	expect(found).toEqual([])
})

test('nothing of ours is mocked: clock, actor and database come in by ctx', () => {
	const mocked = /\bvi\.(mock|doMock|stubGlobal|useFakeTimers)\(/
	expect(suites.filter((path) => mocked.test(textOf(path)))).toEqual([])
})

test('every suite lies in a room whose tests are run', () => {
	const rooms = /^tests\/(unit|architecture|integration)\/.+\.test\.tsx?$|^tests\/e2e\/.+\.spec\.ts$/
	expect(suites.filter((path) => !rooms.test(path))).toEqual([])
})
