import { z } from 'zod'
import { AmendmentChanges } from '#app/domain/amendment/schema.ts'
import { isCalendarDay, isPartialDay } from '#app/domain/calendar.ts'
import { VerificationProtocol } from '#app/domain/milestone/schema.ts'
import { STANDINGS } from './rules.ts'

const text = z.string().nullable()
const day = z.string().refine(isCalendarDay)
const partialDay = z.string().refine(isPartialDay).nullable()
const bilingual = z.strictObject({ en: text, id: text })
const ledgerPlace = { publishedOn: day, ledgerIndex: z.int() }

/** Which version of a text it is, where it came from, and its place in the log, as a report keeps it. */
export const TextOrigin = z.strictObject({
	version: z.int().nonnegative(),
	source: z.string(),
	sourceUrl: text,
	importedBy: bilingual.nullable(),
	...ledgerPlace,
})

const period = { startsOn: partialDay, endsOn: partialDay }
const related = z.array(
	z.strictObject({ id: z.string(), commitmentId: z.string(), number: text, title: bilingual }),
)
/** Absent where nothing was amended, as in all reports from before there were amendments. */
export const Amended = {
	standing: z.exactOptional(z.enum(STANDINGS)),
	successors: z.exactOptional(related),
	predecessors: z.exactOptional(related),
}

/** The members of one version of a milestone's text. */
export const MilestoneTexts = {
	number: text,
	title: bilingual,
	deliverable: bilingual,
	responsible: text,
	...period,
	protocol: z.exactOptional(VerificationProtocol),
	origin: TextOrigin,
}
/** The members of one version of a commitment's text. */
export const CommitmentTexts = {
	number: text,
	title: bilingual,
	theme: text,
	description: bilingual,
	problem: bilingual,
	baseline: bilingual,
	contribution: z.exactOptional(bilingual),
	additional: z.exactOptional(bilingual),
	leadInstitution: text,
	supportingInstitutions: text,
	...period,
	ogpValues: z.array(z.strictObject({ code: z.string(), justification: text })),
	policyAreas: z.array(z.string()),
	origin: TextOrigin,
}
/** One version of a plan's text. */
export const PlanTexts = z.strictObject({ number: text, title: bilingual, ...period, origin: TextOrigin })
/** An amendment, as a report keeps it. */
export const FrozenAmendment = z.strictObject({
	recordId: z.string(),
	version: z.int().nonnegative(),
	reason: bilingual,
	proposedBy: z.string(),
	agreedBy: z.string(),
	effectiveOn: day,
	changes: AmendmentChanges,
	organizationName: bilingual,
	...ledgerPlace,
})
