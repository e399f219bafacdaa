import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'

export const root = join(import.meta.dirname, '../..')

const NOT_OURS = new Set([
	'node_modules',
	'.git',
	'build',
	'data',
	'generated',
	'test-results',
	'playwright-report',
	'.cache',
])

/** Every file people wrote, as paths from the root with forward slashes. `prisma/seed/data` holds sources, not code. */
export function handWrittenFiles(): readonly string[] {
	return filesUnder(root).filter((path) => !path.startsWith('prisma/seed/data/'))
}

/** The hand-written TypeScript under one of the folders, or of the whole product. */
export function sourcesIn(...folders: readonly string[]): readonly string[] {
	return handWrittenFiles().filter((path) => /\.tsx?$/.test(path) && isUnder(path, folders))
}

/** The text of a file. */
export function textOf(path: string): string {
	return readFileSync(join(root, path), 'utf8')
}

/** The syntax tree of a source text. */
export function treeOf(path: string, text: string): ts.SourceFile {
	const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
	return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind)
}

/** All nodes below one node, in the order of the text. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
	for (const child of node.getChildren()) {
		yield child
		yield* nodesOf(child)
	}
}

function isUnder(path: string, folders: readonly string[]): boolean {
	return folders.length === 0 || folders.some((folder) => path === folder || path.startsWith(`${folder}/`))
}

function filesUnder(folder: string): readonly string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		if (NOT_OURS.has(entry.name)) return []
		const path = join(folder, entry.name)
		return entry.isDirectory() ? filesUnder(path) : [relative(root, path).split(sep).join('/')]
	})
}
