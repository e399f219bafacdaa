import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { handWrittenFiles, root, sourcesIn, textOf } from './source-files.ts'

const documents = handWrittenFiles().filter((path) => path.endsWith('.md'))
const decisions = documents.filter((path) => path.startsWith('docs/decisions/'))

test('every link from one document to another file leads somewhere', () => {
	const broken = documents.flatMap((path) =>
		[...textOf(path).matchAll(/\]\(([^)#:]+)(#[^)]*)?\)/g)]
			.map((match) => match[1] ?? '')
			.filter((link) => !existsSync(join(root, dirname(path), link)))
			.map((link) => `${path}: ${link}`),
	)
	expect(broken).toEqual([])
})

test('every document that the code points to is there', () => {
	const broken = sourcesIn().flatMap((path) =>
		[...textOf(path).matchAll(/docs\/decisions\/(\d{4})|docs\/([\w-]+\.md)/g)]
			.filter(([, number, file]) =>
				number
					? !decisions.some((d) => d.includes(`/${number}-`))
					: !documents.includes(`docs/${file ?? ''}`),
			)
			.map(([link]) => `${path}: ${link}`),
	)
	expect(broken).toEqual([])
})

test('decision records are numbered without gaps and have every part', () => {
	expect(decisions.map((path) => Number(path.slice(15, 19)))).toEqual(decisions.map((_path, at) => at + 1))
	const parts = ['Situation', 'Decision', 'Considered', 'Consequences', 'Wrong if'].map(
		(part) => `\n## ${part}\n`,
	)
	for (const path of decisions) {
		expect(textOf(path), path).toMatch(
			/^# \d+\. .+\n\nDate: \d{4}-\d\d-\d\d · Status: (accepted|superseded by \d{4})\n/,
		)
		for (const part of parts) expect(textOf(path), path).toContain(part)
	}
})

test('nothing is left for later in a comment: what is missing stands in a document or is done', () => {
	const later = /\b(TODO|FIXME|XXX|HACK)\b/
	expect(
		[...sourcesIn('app', 'reports', 'prisma', 'server.ts'), ...documents].filter((path) =>
			later.test(textOf(path)),
		),
	).toEqual([])
})
