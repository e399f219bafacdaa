import { pictureOf } from '#app/drawing/picture.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { isLocale } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { CardModel } from '#reports/card/model.ts'
import { cardDrawing } from '#reports/card/render.ts'

/** A picture as an address asks for it: `<name>.<language>.png`. */
export type AskedCard = { readonly name: string; readonly locale: Locale }

const ASKED = /^([a-z0-9][a-z0-9._-]*)\.([a-z]{2})\.png$/

/** Which picture an address asks for; what cannot be one is not found. */
export function cardFrom(file: string | undefined): AskedCard {
	const [, name, locale] = ASKED.exec(file ?? '') ?? []
	if (name === undefined || !isLocale(locale)) throw new Refusal('not_found')
	return { name, locale }
}

/** The picture that is shown where the address of a page is shared: other sites may show it too. */
export async function cardAnswer(model: CardModel, locale: Locale): Promise<Response> {
	const bytes = await pictureOf(cardDrawing(model, locale))
	return new Response(bytes, {
		headers: {
			'Content-Type': 'image/png',
			'Content-Length': String(bytes.length),
			'Cross-Origin-Resource-Policy': 'cross-origin',
		},
	})
}
