import { posix } from 'node:path'
import ts from 'typescript'
import { nodesOf, treeOf } from './source-files.ts'

/** A room, what it must not reach, and why; both sides are paths from the root or names of packages. */
export type Wall = readonly [room: RegExp, forbidden: RegExp, why: string]

/** What a source reaches at run time: paths from the root (`app/db.server.ts`) or packages (`react`, `node:fs`). */
export function importsOf(path: string, text: string): readonly string[] {
	const reached: string[] = []
	for (const node of nodesOf(treeOf(path, text))) {
		const name = specifierOf(node)
		if (name && ts.isStringLiteralLike(name)) reached.push(resolved(path, name.text))
	}
	return reached
}

/** Each import of a source that goes through a wall, with the wall's reason. */
export function breaches(path: string, text: string, walls: readonly Wall[]): readonly string[] {
	const here = walls.filter(([room]) => room.test(path))
	if (here.length === 0) return []
	return importsOf(path, text).flatMap((target) =>
		here
			.filter(([, forbidden]) => forbidden.test(target))
			.map(([, , why]) => `${path} reaches ${target}: ${why}`),
	)
}

/** The name after `from` or inside `import()`; types are gone at run time, so type-only imports have none. */
function specifierOf(node: ts.Node): ts.Expression | undefined {
	if (ts.isImportDeclaration(node))
		return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? undefined : node.moduleSpecifier
	if (ts.isExportDeclaration(node)) return node.isTypeOnly ? undefined : node.moduleSpecifier
	if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
		return node.arguments[0]
	return undefined
}

function resolved(path: string, specifier: string): string {
	if (specifier.startsWith('#')) return specifier.slice(1)
	return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier
}
