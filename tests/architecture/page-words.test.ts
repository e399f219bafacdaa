import ts from 'typescript'
import { expect, test } from 'vitest'
import { nodesOf, sourcesIn, textOf, treeOf } from './source-files.ts'

/** Attributes that people see or hear. */
const SPOKEN = new Set(['alt', 'title', 'placeholder', 'label', 'aria-label', 'aria-description', 'summary'])

/** Words written into markup: text between tags, and plain text in attributes that people see or hear. */
function wordsIn(path: string, source: string): readonly string[] {
	const found: string[] = []
	for (const node of nodesOf(treeOf(path, source))) {
		const text = spokenText(node)?.trim()
		if (text && /\p{L}/u.test(text)) found.push(`${path}: “${text}”`)
	}
	return found
}

function spokenText(node: ts.Node): string | undefined {
	if (ts.isJsxText(node)) return node.text
	if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression)) {
		return ts.isJsxAttribute(node.parent) ? undefined : node.expression.text
	}
	if (!ts.isJsxAttribute(node) || !SPOKEN.has(node.name.getText())) return undefined
	return node.initializer && ts.isStringLiteral(node.initializer) ? node.initializer.text : undefined
}

test('every word on a page comes from the messages, so that it exists in both languages', () => {
	const pages = sourcesIn('app').filter((path) => path.endsWith('.tsx'))
	expect(pages.flatMap((path) => wordsIn(path, textOf(path)))).toEqual([])
})

test.each([
	['<p>Overdue</p>', 1],
	['<img alt="A chart" />', 1],
	['<p>{"Overdue"}</p>', 1],
	['<p>{say("milestone.overdue")} — 3 %</p>', 0],
	['<p className="overdue" id={"x"}>{name}</p>', 0],
])('in %s there are %i words of its own', (markup, count) => {
	expect(wordsIn('page.tsx', `const page = ${markup}`)).toHaveLength(count)
})
