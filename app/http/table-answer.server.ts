const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook as an answer, to be saved under the given name. */
export function xlsxAnswer(bytes: Uint8Array<ArrayBuffer>, fileName: string): Response {
	return answer(bytes, XLSX, fileName)
}

/** A table of text as an answer, to be saved under the given name. */
export function csvAnswer(text: string, fileName: string): Response {
	return answer(text, 'text/csv; charset=utf-8', fileName)
}

function answer(body: string | Uint8Array<ArrayBuffer>, type: string, fileName: string): Response {
	const headers = { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${fileName}"` }
	return new Response(body, { headers })
}
