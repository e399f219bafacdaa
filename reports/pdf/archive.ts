import { clean } from './lines.ts'
import { LANGUAGE_TAGS } from './pen.ts'

type Doc = PDFKit.PDFDocument

type Described = {
	readonly language: 'en' | 'id'
	readonly title: string
	readonly author: string
	readonly createdAt: Date
}

/** What the file says of itself in XMP, the same as in its Info dictionary. */
export function descriptionOf({ language, title, author, createdAt }: Described): string {
	const stamp = `${createdAt.toISOString().slice(0, 19)}Z`
	return `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<xmp:CreateDate>${stamp}</xmp:CreateDate><xmp:CreatorTool>Renaksi</xmp:CreatorTool><pdf:Producer>PDFKit</pdf:Producer>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${LANGUAGE_TAGS[language]}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>`
}

function escaped(text: string): string {
	return clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * That the file is PDF/UA-1 beside the PDF/A-3a that PDFKit writes. An archive file must describe every property
 * that is not of its own standard, hence the schema.
 *
 * Source  ISO 14289-1, 5; ISO 19005-3, 6.6.2.3
 */
export const UNIVERSAL_ACCESS = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`

/** Pages are called in viewers as they are on paper: 1, 2, 3 … from the cover on. */
export function labelPages(doc: Doc): void {
	const root: unknown = Reflect.get(doc, '_root')
	const data: unknown = typeof root === 'object' && root !== null ? Reflect.get(root, 'data') : null
	if (typeof data !== 'object' || data === null) throw new Error('the document has no catalogue')
	Reflect.set(data, 'PageLabels', { Nums: [0, { S: 'D' }] })
}
