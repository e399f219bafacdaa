import type { Evidence } from '#prisma/generated/client.ts'

/** A row as the database writes it in JSON: bytes in hex behind `\x`, instants in UTC and without a zone. */
export type AsJson<Row> = { readonly [Name in keyof Row]: AsJsonValue<Row[Name]> }
type AsJsonValue<Value> = Value extends Uint8Array | Date ? string : Value

/** What a text is a version of. */
export function thingIn<Thing extends { readonly createdAt: string }>(thing: Thing) {
	return { ...thing, createdAt: instantIn(thing.createdAt) }
}

/** Salts and instant of an act. */
export function actedIn(row: {
	readonly salt: string
	readonly privateSalt: string | null
	readonly publishedAt: string
}) {
	const privateSalt = bytesOrNull(row.privateSalt)
	return { salt: bytesIn(row.salt), privateSalt, publishedAt: instantIn(row.publishedAt) }
}

/** Codings that were imported name nobody and no instant. */
export function codedIn(row: {
	readonly salt: string
	readonly privateSalt: string | null
	readonly publishedAt: string | null
}) {
	const publishedAt = row.publishedAt === null ? null : instantIn(row.publishedAt)
	return { salt: bytesIn(row.salt), privateSalt: bytesOrNull(row.privateSalt), publishedAt }
}

/** A row of an act whose people are always sealed. */
export function sealedRow<
	Row extends { readonly salt: string; readonly privateSalt: string; readonly publishedAt: string },
>(row: Row) {
	return { ...row, ...actedIn(row), privateSalt: bytesIn(row.privateSalt) }
}

/** The evidence of an act; none where nothing was put forward. */
export function piecesIn({
	evidence,
}: {
	readonly evidence: readonly AsJson<Evidence>[] | null
}): readonly Evidence[] {
	return (evidence ?? []).map((row) => ({
		...row,
		originalSalt: bytesOrNull(row.originalSalt),
		partSalt: bytesOrNull(row.partSalt),
	}))
}

/** Bytes out of their hex. */
export function bytesIn(hex: string): Uint8Array<ArrayBuffer> {
	return new Uint8Array(Buffer.from(hex.slice('\\x'.length), 'hex'))
}

function bytesOrNull(hex: string | null): Uint8Array<ArrayBuffer> | null {
	return hex === null ? null : bytesIn(hex)
}

function instantIn(text: string): Date {
	return new Date(`${text}Z`)
}
