import { z } from 'zod'
import type { ActKind } from '#app/ledger/leaf.ts'

/**
 * A published act of which what is stored says something that no act can say: it was altered below the application.
 * Pages name it in its place, and leave it out of every list and figure.
 */
export type UnreadableAct = {
	readonly kind: ActKind
	readonly recordId: string
	readonly version: number
	/** Null where it is about the plan as a whole. */
	readonly commitmentId: string | null
	/** Null where it is about the commitment or the plan as a whole. */
	readonly milestoneId: string | null
}

/** What a reading of stored parts gives; null where they hold what their own form does not know, or no JSON. */
export function readable<View>(read: () => View): View | null {
	try {
		return read()
	} catch (error) {
		if (error instanceof z.ZodError || error instanceof SyntaxError) return null
		throw error
	}
}

/** Each row with what it says, and the rows that cannot be read. */
export type Reading<Row, View> = {
	readonly read: readonly { readonly row: Row; readonly view: View }[]
	readonly unreadable: readonly Row[]
}

/** Reads each row by itself, so that one that was altered does not take the others with it. */
export function readEach<Row, View>(rows: readonly Row[], view: (row: Row) => View): Reading<Row, View> {
	const all = rows.map((row) => ({ row, view: readable(() => view(row)) }))
	return {
		read: all.flatMap(({ row, view: said }) => (said === null ? [] : [{ row, view: said }])),
		unreadable: all.flatMap(({ row, view: said }) => (said === null ? [row] : [])),
	}
}

/** What could not be read about one commitment and its milestones. */
export function unreadableOf(
	commitmentId: string,
	{ unreadable = [] }: { readonly unreadable?: readonly UnreadableAct[] },
): readonly UnreadableAct[] {
	return unreadable.filter((act) => act.commitmentId === commitmentId)
}
