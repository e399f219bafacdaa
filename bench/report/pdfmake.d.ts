declare module 'pdfmake' {
	const pdfmake: {
		setLocalAccessPolicy: (mayRead: (path: string) => boolean) => void
		setUrlAccessPolicy: (mayLoad: (url: string) => boolean) => void
		setFonts: (fonts: Record<string, { normal: string; bold: string }>) => void
		createPdf: (definition: Record<string, unknown>) => { getBuffer: () => Promise<Uint8Array> }
	}
	export default pdfmake
}
