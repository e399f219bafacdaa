import { z } from 'zod'
import type {
	CommitmentRecord,
	CommitmentTextView,
	MilestoneRecord,
	MilestoneTextView,
	PlanRecord,
	PlanTextView,
	RelatedRecord,
	TextOrigin,
} from '#app/domain/action-plan/view.ts'
import { STANDINGS } from '#app/domain/published-text/rules.ts'
import type { Standing } from '#app/domain/published-text/rules.ts'
import { AmendmentChanges } from '#app/domain/amendment/schema.ts'
import { amendmentView } from '#app/domain/amendment/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { OgpValues, PolicyAreas, Successors } from '#app/domain/commitment/view.ts'
import { protocolOf } from '#app/domain/milestone/view.ts'
import type { Unsealed } from '#app/domain/packed-rows.ts'
import { readEach, readable } from '#app/domain/unreadable-act/view.ts'
import type { UnreadableAct } from '#app/domain/unreadable-act/view.ts'
import type {
	ActionPlanVersion,
	Amendment,
	Commitment,
	CommitmentVersion,
	Milestone,
	MilestoneVersion,
} from '#prisma/generated/client.ts'

/** What rows cannot say of themselves: names of organizations, and positions in the log by `recordId@version`. */
export type Surroundings = {
	readonly organizations: ReadonlyMap<string, Bilingual>
	readonly indexes: ReadonlyMap<string, number>
}

type CommitmentText = Unsealed<CommitmentVersion>
type MilestoneText = Unsealed<MilestoneVersion>
type PlanText = Unsealed<ActionPlanVersion>

/** Versions newest first. */
export type CommitmentRow = Commitment & { readonly versions: readonly CommitmentText[] }
export type MilestoneRow = Milestone & { readonly versions: readonly MilestoneText[] }

/** What was amended: the acts of this plan and, where commitments came from or went to others, of those. */
export type AmendedRows = Surroundings & {
	readonly plan: { readonly id: string }
	/** Further versions of the plan's own text, newest first. */
	readonly planVersions: readonly PlanText[]
	readonly amendments: readonly Unsealed<Amendment>[]
	readonly commitments: readonly CommitmentRow[]
	readonly milestones: readonly MilestoneRow[]
	/** Commitments of other plans that this one's go on from or lead to, with their milestones. */
	readonly elsewhere: readonly (CommitmentRow & { readonly milestones: readonly MilestoneRow[] })[]
}

/** In place of a position, for an act without a leaf. */
const NOT_IN_LOG = -1

type TextRow = {
	version: number
	source: string
	sourceUrl: string | null
	importedById: string | null
	publishedOn: string
}

/** Which version of a text this is, where it came from and where it stands in the log. */
export function originOf(recordId: string, text: TextRow, around: Surroundings): TextOrigin {
	return {
		version: text.version,
		source: text.source,
		sourceUrl: text.sourceUrl,
		importedBy: text.importedById === null ? null : nameOf(text.importedById, around),
		publishedOn: text.publishedOn,
		ledgerIndex: indexOf({ recordId, version: text.version }, around),
	}
}

/** The name of an organization; of one that is not known, nothing. */
export function nameOf(
	organizationId: string,
	{ organizations }: Pick<Surroundings, 'organizations'>,
): Bilingual {
	return organizations.get(organizationId) ?? { en: null, id: null }
}

/** The act's place in the log; -1 where the log does not have it, because somebody changed the database. */
export function indexOf(act: { recordId: string; version: number }, { indexes }: Surroundings): number {
	return indexes.get(`${act.recordId}@${act.version}`) ?? NOT_IN_LOG
}

/** One version of a commitment's text. */
export function commitmentText(row: CommitmentText, around: Surroundings): CommitmentTextView {
	return {
		number: row.number,
		title: { en: row.titleEn, id: row.titleId },
		theme: row.theme,
		description: { en: row.descriptionEn, id: row.descriptionId },
		problem: { en: row.problemEn, id: row.problemId },
		baseline: { en: row.baselineEn, id: row.baselineId },
		...furtherText(row),
		leadInstitution: row.leadInstitution,
		supportingInstitutions: row.supportingInstitutions,
		startsOn: row.startsOn,
		endsOn: row.endsOn,
		ogpValues: readable(() => OgpValues.parse(row.ogpValues)) ?? [],
		policyAreas: readable(() => PolicyAreas.parse(row.policyAreas)) ?? [],
		origin: originOf(row.commitmentId, row, around),
	}
}

/** What is said beside what every source says; absent where it is not. */
function furtherText(row: CommitmentText): Pick<CommitmentTextView, 'contribution' | 'additional'> {
	const contribution = { en: row.contributionEn, id: row.contributionId }
	const additional = { en: row.additionalEn, id: row.additionalId }
	const isSaid = ({ en, id }: Bilingual) => en !== null || id !== null
	return { ...(isSaid(contribution) ? { contribution } : {}), ...(isSaid(additional) ? { additional } : {}) }
}

/** One version of a milestone's text. */
export function milestoneText(row: MilestoneText, around: Surroundings): MilestoneTextView {
	return {
		number: row.number,
		title: { en: row.titleEn, id: row.titleId },
		deliverable: { en: row.deliverableEn, id: row.deliverableId },
		responsible: row.responsible,
		startsOn: row.startsOn,
		endsOn: row.endsOn,
		...readable(() => protocolOf(row)),
		origin: originOf(row.milestoneId, row, around),
	}
}

function planText(row: PlanText, around: Surroundings): PlanTextView {
	const { number, titleEn, titleId, startsOn, endsOn } = row
	const origin = originOf(row.actionPlanId, row, around)
	return { number, title: { en: titleEn, id: titleId }, startsOn, endsOn, origin }
}

/** The plan's earlier texts and its amendments, oldest first; absent where there are none. */
export function historyOfPlan(rows: AmendedRows): Pick<PlanRecord, 'earlier' | 'amendments'> {
	const own = rows.amendments.filter((row) => row.actionPlanId === rows.plan.id)
	const views = readEach(own, (row) =>
		amendmentView(row, {
			organizationName: nameOf(row.actorOrganizationId, rows),
			ledgerIndex: indexOf(row, rows),
		}),
	).read.map(({ view }) => view)
	const earlier = oldestFirst(rows.planVersions).map((row) => planText(row, rows))
	return {
		...(earlier.length === 0 ? {} : { earlier }),
		...(views.length === 0 ? {} : { amendments: views.sort((a, b) => a.ledgerIndex - b.ledgerIndex) }),
	}
}

/** What became of a commitment and where it came from; nothing where it stands as it was first published. */
export function historyOfCommitment(
	row: CommitmentRow,
	rows: AmendedRows,
): Pick<CommitmentRecord, 'standing' | 'earlier' | 'successors' | 'predecessors'> {
	const [newest] = row.versions
	const all = [...rows.commitments, ...rows.elsewhere]
	const successors = successorsOf(newest).flatMap((id) => all.find((c) => c.id === id) ?? [])
	const predecessors = all.filter(
		(c) => c.id === newest?.carriedOverFrom || successorsOf(c.versions[0]).includes(row.id),
	)
	const earlier = oldestFirst(row.versions.slice(1)).map((version) => commitmentText(version, rows))
	return {
		...standingIn(newest?.standing),
		...(earlier.length === 0 ? {} : { earlier }),
		...related({
			successors: successors.map(commitmentNamed),
			predecessors: predecessors.map(commitmentNamed),
		}),
	}
}

/** What became of a milestone and where it came from; nothing where it stands as it was first published. */
export function historyOfMilestone(
	row: MilestoneRow,
	rows: AmendedRows,
): Pick<MilestoneRecord, 'standing' | 'earlier' | 'successors' | 'predecessors'> {
	const all = [...rows.milestones, ...rows.elsewhere.flatMap((c) => c.milestones)]
	const moves = rows.amendments.flatMap((amendment) => amendmentMoves(amendment))
	const to = moves.filter((move) => move.from === row.id).map((move) => move.to)
	const from = moves.filter((move) => move.to === row.id).map((move) => move.from)
	const earlier = oldestFirst(row.versions.slice(1)).map((version) => milestoneText(version, rows))
	return {
		...standingIn(row.versions[0]?.standing),
		...(earlier.length === 0 ? {} : { earlier }),
		...related({
			successors: all.filter((m) => to.includes(m.id)).map(milestoneNamed),
			predecessors: all.filter((m) => from.includes(m.id)).map(milestoneNamed),
		}),
	}
}

type Move = { readonly from: string; readonly to: string }

function amendmentMoves(row: Pick<Amendment, 'changes'>): readonly Move[] {
	const changes = readable(() => AmendmentChanges.parse(row.changes)) ?? []
	return changes
		.filter((change) => change.recordKind === 'milestone')
		.flatMap((change) => change.successors.map((to) => ({ from: change.recordId, to })))
}

/** The commitments that one became; none where what is stored of them cannot be read. */
export function successorsOf(text: Pick<CommitmentVersion, 'successors'> | undefined): readonly string[] {
	return readable(() => Successors.parse(text?.successors ?? [])) ?? []
}

/** The texts and amendments of a plan of which a part cannot be read. */
export function unreadableTexts(rows: AmendedRows): readonly UnreadableAct[] {
	const amendments = rows.amendments.filter((row) => row.actionPlanId === rows.plan.id)
	return [
		...rows.commitments.flatMap(({ id, versions }) =>
			readEach(versions, assertCommitment).unreadable.map(({ version }) => ({
				kind: 'commitment.published' as const,
				recordId: id,
				version,
				commitmentId: id,
				milestoneId: null,
			})),
		),
		...rows.milestones.flatMap(({ id, commitmentId, versions }) =>
			readEach(versions, assertMilestone).unreadable.map(({ version }) => ({
				kind: 'milestone.published' as const,
				recordId: id,
				version,
				commitmentId,
				milestoneId: id,
			})),
		),
		...readEach(amendments, ({ changes }) => AmendmentChanges.parse(changes)).unreadable.map(
			({ recordId, version }) => ({
				kind: 'amendment.published' as const,
				recordId,
				version,
				commitmentId: null,
				milestoneId: null,
			}),
		),
	]
}

const StoredStanding = z.enum(STANDINGS).nullable()

function assertCommitment(row: CommitmentText) {
	OgpValues.parse(row.ogpValues)
	PolicyAreas.parse(row.policyAreas)
	Successors.parse(row.successors)
	return { standing: StoredStanding.parse(row.standing) }
}

function assertMilestone(row: MilestoneText) {
	return { ...protocolOf(row), standing: StoredStanding.parse(row.standing) }
}

function standingIn(stored: string | null | undefined): { readonly standing?: Standing } {
	const standing = STANDINGS.find((one) => one === stored)
	return standing === undefined ? {} : { standing }
}

type Related = {
	readonly successors: readonly RelatedRecord[]
	readonly predecessors: readonly RelatedRecord[]
}

function related({ successors, predecessors }: Related): Partial<Related> {
	return {
		...(successors.length === 0 ? {} : { successors }),
		...(predecessors.length === 0 ? {} : { predecessors }),
	}
}

function commitmentNamed({ id, versions: [text] }: CommitmentRow): RelatedRecord {
	const title = { en: text?.titleEn ?? null, id: text?.titleId ?? null }
	return { id, commitmentId: id, number: text?.number ?? null, title }
}

function milestoneNamed({ id, commitmentId, versions: [text] }: MilestoneRow): RelatedRecord {
	const title = { en: text?.titleEn ?? null, id: text?.titleId ?? null }
	return { id, commitmentId, number: text?.number ?? null, title }
}

function oldestFirst<Row extends { version: number }>(rows: readonly Row[]): readonly Row[] {
	return [...rows].sort((a, b) => a.version - b.version)
}
