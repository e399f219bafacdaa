import { expect, test } from 'vitest'
import { handWrittenFiles } from './source-files.ts'

const FORBIDDEN = [
	'utils',
	'helpers',
	'common',
	'misc',
	'lib',
	'shared',
	'core',
	'manager',
	'service',
	'index',
]

/** Names tools look for: they are not ours to choose. */
const GIVEN =
	/^(\.[\w.-]+(\/.*)?|[A-Z]+(\.md)?|reports\/fonts\/.+|docs\/[\w/.-]+|tests\/fixtures\/.+|.*README\.md)$/

function partsOf(path: string): readonly string[] {
	return path.split('/').map((part) => part.replace(/\..*$/, ''))
}

test('no file or folder has a name that says nothing', () => {
	const found = handWrittenFiles().filter((path) => partsOf(path).some((part) => FORBIDDEN.includes(part)))
	expect(found, 'name it after what it gives; docs/glossary.md has the nouns').toEqual([])
})

test('files and folders are kebab-case', () => {
	const kebab = /^_?[a-z0-9]+(-[a-z0-9]+)*$/
	const migration = /^prisma\/migrations\/\d{14}_[a-z_]+\/migration\.sql$/
	const found = handWrittenFiles().filter((path) => !GIVEN.test(path) && !migration.test(path))
	expect(found.filter((path) => !partsOf(path).every((part) => kebab.test(part)))).toEqual([])
})

test('the domain has five kinds of files, and plain files beside its rooms', () => {
	const kinds =
		/^app\/domain\/([a-z-]+\.ts|[a-z-]+\/(rules|schema|view|queries\.server|commands\.server)\.ts|[a-z-]+\/commands\/[a-z-]+\.server\.ts)$/
	const found = handWrittenFiles().filter((path) => path.startsWith('app/domain/') && !kinds.test(path))
	expect(found, 'rules, schema, view, queries.server or commands.server').toEqual([])
})
