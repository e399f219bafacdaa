/** A PDF as an answer, shown in the browser and saved under the given name. */
export function pdfAnswer(bytes: Uint8Array, fileName: string): Response {
	return new Response(new Uint8Array(bytes), {
		headers: {
			'Content-Type': 'application/pdf',
			'Content-Length': String(bytes.length),
			'Content-Disposition': `inline; filename="${fileName}"`,
		},
	})
}
