import { expect, test } from 'vitest'
import { sourcesIn, textOf } from './source-files.ts'

type Door = readonly [what: string, pattern: RegExp, behind: readonly string[], where: string]

/** Where a process starts. */
const STARTS = ['server.ts', 'reports/report.ts'].concat(
	['admin-first', 'second-step-end', 'import', 'fsck', 'build-template', 'backup', 'restore', 'move'].map(
		(name) => `prisma/${name}.ts`,
	),
)

const DOORS: readonly Door[] = [
	[
		'the environment',
		/\bprocess\.env\b/,
		['app/config.server.ts', 'prisma.config.ts'],
		'read it in app/config.server.ts',
	],
	['the console', /\bconsole\.\w/, ['app/log.server.ts'], 'log through app/log.server.ts'],
	['the clock', /\bnew Date\(\)|\bDate\.now\(|\bnew Date(?![\w(])/, STARTS, 'take ctx.now'],
	[
		'Intl',
		/\bIntl\.|\.toLocale(Date|Time)?String\(/,
		['app/i18n/format.ts', 'app/domain/calendar.ts'], // words; time zones
		'write it in app/i18n/format.ts',
	],
]

/** Text that is only talked about is no use of it: comments are left out. */
function codeOf(source: string): string {
	return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
}

function usesOf([, pattern, behind, where]: Door, path: string, source: string): readonly string[] {
	if (behind.includes(path)) return []
	return codeOf(source)
		.split('\n')
		.filter((line) => pattern.test(line))
		.map((line) => `${path}: ${line.trim()} → ${where}`)
}

test.each(DOORS)('%s has one door', (...door) => {
	const paths = sourcesIn('app', 'reports', 'prisma', 'server.ts', 'prisma.config.ts', 'vite.config.ts')
	expect(paths.flatMap((path) => usesOf(door, path, textOf(path)))).toEqual([])
})

test.each([
	['const port = process.env.PORT', 0],
	['console.error("x")', 1],
	['const now = new Date()', 2],
	['return Date.now() - start', 2],
	['day.toLocaleDateString("id")', 3],
	['new Intl.NumberFormat("id")', 3],
])('%s beside its door is caught', (source, index) => {
	expect(
		DOORS.flatMap((door, at) => (usesOf(door, 'app/domain/plan/rules.ts', source).length > 0 ? [at] : [])),
	).toEqual([index])
})
