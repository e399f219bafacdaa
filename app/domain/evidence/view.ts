import { z } from 'zod'
import type { Evidence } from '#prisma/generated/client.ts'
import { EVIDENCE_KINDS, STANCES } from './rules.ts'
import type { EvidenceKind, Stance } from './rules.ts'

/** One link put forward with a claim or a verification. */
export type EvidenceView = {
	readonly kind: EvidenceKind
	readonly url: string
	readonly title: string | null
	readonly stance: Stance | null
}

/** What the log seals of the evidence put forward with an act, in the order it was put forward. */
export function evidenceContent(rows: readonly Evidence[]) {
	return [...rows]
		.sort((a, b) => a.position - b.position)
		.map(({ kind, url, title, stance, visibility }) => ({ kind, url, title, stance, visibility }))
}

/** The public evidence of one version of an act, in its own order. */
export function evidenceViews(
	act: { recordId: string; version: number },
	rows: readonly Evidence[],
): readonly EvidenceView[] {
	return rows
		.filter(
			(e) => e.recordId === act.recordId && e.recordVersion === act.version && e.visibility === 'PUBLIC',
		)
		.map((e) => ({
			kind: z.enum(EVIDENCE_KINDS).parse(e.kind),
			url: e.url,
			title: e.title,
			stance: z.enum(STANCES).nullable().parse(e.stance),
		}))
}
