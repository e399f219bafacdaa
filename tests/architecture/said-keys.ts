import ts from 'typescript'
import { nodesOf, treeOf } from './source-files.ts'

/** How a source names message keys. */
export type KeysIn = {
	/** Keys given to `say` as they are. */
	readonly said: readonly string[]
	/** Every text in the source; a key that equals one is in use. */
	readonly texts: readonly string[]
	/** Templates such as `level.${code}`, as patterns of the keys they can become. */
	readonly patterns: readonly RegExp[]
	/** The templates among them that are given to `say`. */
	readonly saidPatterns: readonly RegExp[]
	/** What follows a stem in templates such as `${stem}.title` that are given to `say`. */
	readonly endings: readonly RegExp[]
}

/** The message keys a source names, in whole or by pattern. */
export function keysIn(path: string, source: string): KeysIn {
	const nodes = [...nodesOf(treeOf(path, source))]
	const texts = nodes.filter(ts.isStringLiteralLike)
	const templates = nodes.filter(ts.isTemplateExpression)
	return {
		said: texts.filter((node) => isSaid(node) && !node.text.includes(' ')).map((node) => node.text),
		texts: texts.map((node) => node.text),
		patterns: templates.map(patternOf).filter((pattern) => pattern !== null),
		saidPatterns: templates
			.filter(isSaid)
			.map(patternOf)
			.filter((pattern) => pattern !== null),
		endings: templates.filter((node) => isSaid(node) && node.head.text === '').map(endingOf),
	}
}

/** Whether a text is the first argument of `say(…)`, alone or as a branch of `condition ? … : …`. */
function isSaid(node: ts.Node): boolean {
	const { parent } = node
	if (ts.isConditionalExpression(parent) && parent.condition !== node) return isSaid(parent)
	if (!ts.isCallExpression(parent) || parent.arguments[0] !== node) return false
	const callee = parent.expression
	return (
		(ts.isIdentifier(callee)
			? callee.text
			: ts.isPropertyAccessExpression(callee)
				? callee.name.text
				: '') === 'say'
	)
}

/** The keys a template can become; null where it starts with no room and could become anything. */
function patternOf(template: ts.TemplateExpression): RegExp | null {
	if (!/^[a-z][a-z0-9-]*\./.test(template.head.text)) return null
	const tail = template.templateSpans.map((span) => `[^ ]+${escaped(span.literal.text)}`).join('')
	return new RegExp(`^${escaped(template.head.text)}${tail}$`)
}

function endingOf(template: ts.TemplateExpression): RegExp {
	const [stem, ...spans] = template.templateSpans
	return new RegExp(
		`^${escaped(stem?.literal.text ?? '')}${spans.map((span) => `[^ ]+${escaped(span.literal.text)}`).join('')}$`,
	)
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
