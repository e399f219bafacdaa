type Doc = PDFKit.PDFDocument
/** An element of the document's structure, and the document it belongs to. */
export type Tag = { readonly doc: Doc; readonly type: string; readonly element: PDFKit.PDFStructureElement }

export type TagOptions = {
	readonly lang?: string | undefined
	readonly alt?: string
	readonly bbox?: readonly [number, number, number, number]
	readonly scope?: 'Column' | 'Row'
}

/** The tree of tags while it is being drawn: the document and, inside it, the sections that are still open. */
export type TagTree = { readonly doc: Doc; readonly open: { readonly tag: Tag; readonly level: number }[] }

/** Starts the tree with one Document tag. Everything drawn later hangs below it, or is an artifact. */
export function plantTags(doc: Doc): TagTree {
	const root = { doc, type: 'Document', element: doc.struct('Document') }
	doc.addStructure(root.element)
	return { doc, open: [{ tag: root, level: 0 }] }
}

/** Closes the sections of this level and below, and opens a new one. */
export function openSection(tree: TagTree, level: number): void {
	while (innermost(tree).level >= level) tree.open.pop()?.tag.element.end()
	tree.open.push({ tag: addTag(innermost(tree).tag, 'Sect'), level })
}

/** Closes everything that is still open. */
export function closeTags(tree: TagTree): void {
	for (let last = tree.open.pop(); last; last = tree.open.pop()) endTag(last.tag)
}

/** A new tag in the innermost section. */
export function addTagHere(tree: TagTree, type: string, options: TagOptions = {}): Tag {
	return addTag(innermost(tree).tag, type, options)
}

/** A new tag inside another. It must be ended when its last content is drawn. */
export function addTag({ doc, element }: Tag, type: string, options: TagOptions = {}): Tag {
	const tag = { doc, type, element: doc.struct(type, given(options)) }
	element.add(tag.element)
	return tag
}

/** Draws content that belongs to a tag; a tag may get content on several pages. */
export function drawInto({ doc, type, element }: Tag, draw: () => void): void {
	const content = doc.markStructureContent(type)
	draw()
	doc.endMarkedContent()
	element.add(content)
}

/** Ends a tag: nothing more belongs to it, and it may be written out. */
export function endTag({ element }: Tag): void {
	element.end()
}

/** Draws what readers of tags never meet: rules and marks (Layout), page furniture and repeated headers (Pagination). */
export function drawArtifact({ doc }: TagTree, type: 'Layout' | 'Pagination', draw: () => void): void {
	doc.markContent('Artifact', { type })
	draw()
	doc.endMarkedContent()
}

function innermost({ open }: TagTree): { readonly tag: Tag; readonly level: number } {
	const last = open.at(-1)
	if (!last) throw new Error('the tree of tags is closed')
	return last
}

function given(options: TagOptions): Record<string, unknown> {
	return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
}
