import type { Drawing, DrawnFormat } from '#reports/drawing.ts'

/** What the worker is told to draw. */
export type Order = {
	readonly number: number
	readonly format: DrawnFormat
	/** With all that it depends on, as plain data. */
	readonly drawing: Drawing
}

/** What the worker says of an order: how far it is, the file, or what went wrong, for the log. */
export type Said = { readonly number: number } & (
	| { readonly page: number; readonly pages: number }
	| { readonly bytes: Uint8Array<ArrayBuffer> }
	| { readonly fault: string }
)
