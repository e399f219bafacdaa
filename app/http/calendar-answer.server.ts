/** A calendar as an answer, for programs to subscribe to. */
export function calendarAnswer(text: string, fileName: string): Response {
	const headers = {
		'Content-Type': 'text/calendar; charset=utf-8',
		'Content-Disposition': `inline; filename="${fileName}"`,
	}
	return new Response(text, { headers })
}
