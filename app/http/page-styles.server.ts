import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'postcss'
import type { AtRule, ChildNode, Rule } from 'postcss'
import type { CapturedAnswer } from './captured-answer.server.ts'

/** Gives an answer with the styles that its page uses inside it; any other answer as it is. */
export type PageStyles = (answer: CapturedAnswer) => CapturedAnswer

/** Where the answers are made without a build, styles stay where they are. */
export const linkedStyles: PageStyles = (answer) => answer

/** Stands for no letter of a class or an element in a selector. */
const NOTHING = ''

/**
 * The styles of the built site, for pages that are kept and have no script: nothing adds a class to them later, so the
 * rules for the elements and classes in the page are all that can ever apply. They come in the page itself, which can
 * then be drawn with the first answer; the content policy names them by their hash.
 */
export function pageStyles(clientFolder: string): PageStyles {
	const folder = join(clientFolder, 'assets')
	const sheets = readdirSync(folder)
		.filter((name) => name.endsWith('.css'))
		.map((name) => ({ link: linkTo(name), pieces: piecesOf(readFileSync(join(folder, name), 'utf8')) }))
	return (answer) => {
		if (!isPage(answer)) return answer
		const html = answer.body.toString()
		const sheet = sheets.find(({ link }) => link.test(html))
		if (!sheet || html.includes('<script')) return answer
		const styles = usedOf(sheet.pieces, namesIn(html))
		const body = Buffer.from(html.replace(sheet.link, () => `<style>${styles}</style>`))
		return { ...answer, body, headers: { ...answer.headers, [POLICY]: withStyles(answer, styles) } }
	}
}

const POLICY = 'content-security-policy'

function isPage({ headers }: CapturedAnswer): boolean {
	return String(headers['content-type'] ?? NOTHING).startsWith('text/html') && POLICY in headers
}

function linkTo(name: string): RegExp {
	return new RegExp(`<link rel="stylesheet" href="/assets/${name.replaceAll('.', '\\.')}"/?>`)
}

/** The page's own policy, which lets these styles in too. */
function withStyles({ headers }: CapturedAnswer, styles: string): string {
	const hash = createHash('sha256').update(styles, 'utf8').digest('base64')
	return String(headers[POLICY]).replace("style-src 'self'", `style-src 'self' 'sha256-${hash}'`)
}

type Names = { readonly classes: ReadonlySet<string>; readonly elements: ReadonlySet<string> }

/** One selector and what a page must have for it to apply; more than that is not looked at. */
type Selector = {
	readonly text: string
	readonly classes: readonly string[]
	readonly elements: readonly string[]
}

/** A part of a stylesheet: rules with their declarations, rules under a condition, or something that always holds. */
type Piece =
	| { readonly kind: 'rule'; readonly selectors: readonly Selector[]; readonly declarations: string }
	| { readonly kind: 'under'; readonly condition: string; readonly pieces: readonly Piece[] }
	| { readonly kind: 'always'; readonly text: string }

/** The parts of a stylesheet in their order. */
export function piecesOf(css: string): readonly Piece[] {
	return parse(css).nodes.flatMap(pieceOf)
}

function pieceOf(node: ChildNode): readonly Piece[] {
	if (node.type === 'rule') return [ruleOf(node)]
	if (node.type !== 'atrule' || node.name === 'charset') return []
	return [atRuleOf(node)]
}

function ruleOf(rule: Rule): Piece {
	const declarations = rule.nodes.map(String).join(';')
	return { kind: 'rule', selectors: rule.selectors.map(selectorOf), declarations }
}

function atRuleOf(node: AtRule): Piece {
	const isCondition = ['media', 'supports', 'layer', 'container'].includes(node.name)
	if (!isCondition || !node.nodes) return { kind: 'always', text: String(node) }
	return {
		kind: 'under',
		condition: `@${node.name} ${node.params}`,
		pieces: node.nodes.flatMap(pieceOf),
	}
}

/** What stands in brackets of any kind can be a negation or a choice: a page need not have it. */
function selectorOf(text: string): Selector {
	let bare = text.replaceAll(/\[[^\]]*\]/g, NOTHING)
	for (let inner = ''; inner !== bare;) {
		inner = bare
		bare = bare.replaceAll(/:[\w-]+\([^()]*\)/g, NOTHING)
	}
	return {
		text,
		classes: [...bare.matchAll(/\.((?:[\w-]|\\.)+)/g)].map(([, name = '']) => name.replaceAll('\\', NOTHING)),
		elements: [...bare.matchAll(/(?:^|[\s>+~])([a-z][\w-]*)/gi)].map(([, name = '']) => name.toLowerCase()),
	}
}

/** The elements and classes of a page. */
export function namesIn(html: string): Names {
	const classes = [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/))
	const elements = [...html.matchAll(/<([a-z][\w-]*)/gi)].map(([, name = '']) => name.toLowerCase())
	return { classes: new Set(classes), elements: new Set(elements) }
}

/** The parts of a stylesheet that a page with these names can use, as one text. */
export function usedOf(pieces: readonly Piece[], names: Names): string {
	return pieces.map((piece) => usedPiece(piece, names)).join(NOTHING)
}

function usedPiece(piece: Piece, names: Names): string {
	if (piece.kind === 'always') return piece.text
	if (piece.kind === 'under') {
		const inside = usedOf(piece.pieces, names)
		return inside === NOTHING ? NOTHING : `${piece.condition}{${inside}}`
	}
	const used = piece.selectors.filter(
		({ classes, elements }) =>
			classes.every((name) => names.classes.has(name)) && elements.every((name) => names.elements.has(name)),
	)
	return used.length === 0 ? NOTHING : `${used.map(({ text }) => text).join(',')}{${piece.declarations}}`
}
