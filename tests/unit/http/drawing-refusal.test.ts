import { expect, test } from 'vitest'
import { Refusal } from '#app/domain/refusal.ts'
import { drawingRefusal } from '#app/http/drawing-refusal.server.ts'
import type { Visit } from '#app/http/guard.server.ts'

const visit = { ctx: { requestId: 'request' }, load: { log: { warn: () => {} } } } as unknown as Visit

/** As the process knows it, which is built apart from the pages. */
class OfTheProcess extends Error {
	override readonly name = 'Refusal'
	constructor(readonly reason: string) {
		super(reason)
	}
}

test.each([
	[new Refusal('drawing_busy'), 'en', '5', 'Many reports are being drawn'],
	[new OfTheProcess('drawing_busy'), 'id', '5', 'banyak laporan sedang dibuat'],
	[new OfTheProcess('drawing_failed'), 'id', '60', 'Berkas ini tidak dapat dibuat'],
] as const)(
	'%s is said in the language of the file (%s), with when to come back',
	async (thrown, lang, after, said) => {
		const answer = drawingRefusal(visit, thrown, lang)
		expect([answer?.status, answer?.headers.get('retry-after')]).toEqual([503, after])
		const page = (await answer?.text()) ?? ''
		expect(page).toContain(`<html lang="${lang}">`)
		expect(page).toContain(said)
	},
)

test.each([[new Refusal('not_found')], [new OfTheProcess('not_allowed')], [new Error('defect')], ['text']])(
	'%s is nothing of the drawing',
	(thrown) => expect(drawingRefusal(visit, thrown, 'en')).toBeNull(),
)
