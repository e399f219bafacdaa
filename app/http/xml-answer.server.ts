/** XML that machines read. */
export function xmlAnswer(text: string): Response {
	return new Response(text, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
