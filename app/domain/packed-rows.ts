import { z } from 'zod'

/**
 * The answer of a statement that packs all its rows into one text, `"rows"`: through the driver one by one, hundreds of
 * rows take several times as long to read.
 */
export function packedRows<Row extends z.ZodType>(row: Row) {
	return z.tuple([z.object({ rows: z.string().nullable() })]).transform(([{ rows }]) => {
		const parsed: unknown = JSON.parse(rows ?? '[]')
		return z.array(row).parse(parsed)
	})
}
