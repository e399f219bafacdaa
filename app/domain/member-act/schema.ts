import { z } from 'zod'
import { evidence, head, more, sealed } from '#app/domain/act-content/schema.ts'
import { MEMBER_ACT_KINDS } from '#app/ledger/act-kinds.ts'
import type { MemberActKind } from '#app/ledger/act-kinds.ts'

/** What an act says in its own terms: members of JSON, none of them without a value. */
export const Said = z.record(z.string(), z.json())

/** What an act of a member beyond its plans says; `said` is checked by the schema of its kind where it is read. */
export const MEMBER_ACT_CONTENTS = MEMBER_ACT_KINDS.map((kind: MemberActKind) =>
	z.strictObject({
		kind: z.literal(kind),
		...head,
		memberId: z.string(),
		planId: more,
		subjectId: more,
		onDay: z.string(),
		isRetracted: z.exactOptional(z.literal(true)),
		reason: more,
		said: Said,
		source: more,
		sourceUrl: more,
		importedBy: more,
		evidence,
		...sealed,
	}),
)
export type MemberActContent = z.infer<(typeof MEMBER_ACT_CONTENTS)[number]>

/** Why a version follows another one. */
export const CorrectionReason = z
	.string({ error: 'member-act.reason.required' })
	.refine((text) => text.trim() !== '', { error: 'member-act.reason.required' })
