import { planContent } from '#app/domain/action-plan/view.ts'
import { amendmentContent } from '#app/domain/amendment/view.ts'
import { reopeningContent } from '#app/domain/checkpoint/view.ts'
import { commitmentLevelContent } from '#app/domain/commitment-level/view.ts'
import { commitmentContent } from '#app/domain/commitment/view.ts'
import type { OpenedPart } from '#app/domain/evidence/view.ts'
import { codingContent } from '#app/domain/irm-coding/view.ts'
import { milestoneContent } from '#app/domain/milestone/view.ts'
import { accountChangeContent } from '#app/domain/cso-account/view.ts'
import { assessmentContent } from '#app/domain/local-assessment/view.ts'
import { waiverContent } from '#app/domain/obligation/view.ts'
import { hidingContent, observationContent } from '#app/domain/observation/view.ts'
import { stageContent } from '#app/domain/plan-stage/view.ts'
import { claimContent } from '#app/domain/progress-update/view.ts'
import { recusalContent } from '#app/domain/recusal/view.ts'
import { replyContent } from '#app/domain/reply/view.ts'
import { reportContent } from '#app/domain/report/view.ts'
import { callVersionContent } from '#app/domain/call-version/view.ts'
import { ruleVersionContent } from '#app/domain/rule-version/view.ts'
import { selfAssessmentContent } from '#app/domain/self-assessment/view.ts'
import { signatureContent } from '#app/domain/signature/view.ts'
import { decisionContent } from '#app/domain/verifier-decision/view.ts'
import { verificationContent, withdrawalContent } from '#app/domain/verification/view.ts'
import type { Act } from '#app/ledger/append.server.ts'
import { pseudonym } from '#app/ledger/leaf.ts'
import type { ActKind } from '#app/ledger/leaf.ts'
import { memberActContent } from '#app/domain/member-act/view.ts'
import { isIndependent, isMemberAct } from '#app/domain/stored-act/view.ts'
import type { ActRows, IndependentActRows, StoredAct } from '#app/domain/stored-act/view.ts'
import { ActContent, LeafEntry } from './schema.ts'

/** One act as anyone can check it: the leaf, the salt, what was said, and where the leaf stands in the log. */
export type RecordView = {
	readonly entry: LeafEntry
	/** Base64 of the 32 bytes. */
	readonly salt: string
	readonly content: ActContent
	readonly index: number
	/** Whether what is stored today is what was sealed; if not, somebody changed the database. */
	readonly matchesEntry: boolean
	/** Protected evidence whose protection has ended, with what it takes to check its seal; absent without any. */
	readonly opened?: readonly OpenedPart[]
}

/** A version of a record as far as it can be shown, whatever became of its rows or of its entry in the log. */
export type ShownRecord = {
	readonly recordId: string
	readonly version: number
	readonly kind: ActKind
	/** All versions of which something is left, newest first. */
	readonly versions: readonly number[]
	/** Position in the log; null where the log does not have it. */
	readonly index: number | null
	/** Day of the leaf or, without one, of the act; null where neither says one. */
	readonly day: string | null
	/** As the leaf says it; null where there is none. */
	readonly contentHash: string | null
	/** What is stored, whether or not it is what was sealed; null where nothing is left or it is withdrawn. */
	readonly content: ActContent | null
	/** Whether its author withdrew the record, or the host hid it. */
	readonly isWithdrawn: boolean
}

/** An entry of the log, as the database has it. */
export type LoggedEntry = { readonly index: number; readonly version: number; readonly entry: Uint8Array }

/** A version of a record out of all that is stored of the record; null where that version is not among it. */
export function shownRecord(
	{ acts, entries }: { acts: readonly StoredAct[]; entries: readonly LoggedEntry[] },
	wanted: {
		readonly recordId: string
		readonly version: number | undefined
		readonly isWithdrawn: boolean
	},
): ShownRecord | null {
	const { recordId, isWithdrawn } = wanted
	const versions = [...new Set([...acts, ...entries].map((one) => one.version))].sort((a, b) => b - a)
	const version = wanted.version ?? versions[0]
	if (version === undefined || !versions.includes(version)) return null
	const entry = entries.find((one) => one.version === version)
	const leaf = entry ? leafIn(entry.entry) : null
	const ofVersion = acts.filter((one) => one.version === version)
	const stored = ofVersion.find((one) => one.kind === leaf?.kind) ?? ofVersion[0]
	const kind = leaf?.kind ?? stored?.kind
	if (!kind) return null
	const content = stored?.act ? readableContent(stored.act) : null
	return {
		recordId,
		version,
		kind,
		versions,
		index: entry?.index ?? null,
		day: leaf?.day ?? content?.publishedOn ?? null,
		contentHash: leaf?.contentHash ?? null,
		// The withdrawal itself stays to be seen; what it withdraws does not.
		content: isWithdrawn && kind !== 'verification.withdrawn' ? null : content,
		isWithdrawn,
	}
}

/** What the rows of an act say; null where they cannot be read as such an act any more. */
export function readableContent(act: ActRows): ActContent | null {
	try {
		return ActContent.safeParse(contentOf(act)).data ?? null
	} catch {
		return null
	}
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The leaf that the exact bytes of an entry say; null where they say none. */
export function leafIn(entry: Uint8Array): LeafEntry | null {
	try {
		return LeafEntry.safeParse(JSON.parse(UTF8.decode(entry))).data ?? null
	} catch {
		return null
	}
}

/** What an act says in public, worked out from its rows. */
export function contentOf(act: ActRows): ActContent {
	if (isMemberAct(act)) return memberActContent(act.row, act.evidence)
	if (isIndependent(act)) return independentContent(act)
	switch (act.kind) {
		case 'action-plan.published':
			return planContent(act.row, act.plan)
		case 'commitment.published':
			return commitmentContent(act.row, act.commitment)
		case 'milestone.published':
			return milestoneContent(act.row, act.milestone)
		case 'progress-update.published':
			return claimContent(act.row, act.evidence)
		case 'verification.published':
			return verificationContent(act.row, act.evidence)
		case 'irm-coding.published':
			return codingContent(act.row)
		case 'report.published':
			return reportContent(act.row)
		case 'verification.withdrawn':
			return withdrawalContent(act.row)
		case 'plan-stage.published':
			return stageContent(act.row)
		case 'amendment.published':
			return amendmentContent(act.row)
		case 'checkpoint.reopened':
			return reopeningContent(act.row)
		case 'commitment-level.published':
			return commitmentLevelContent(act.row)
		case 'self-assessment.published':
			return selfAssessmentContent(act.row)
		case 'obligation.waived':
			return waiverContent(act.row)
		case 'rule-set.published':
			return ruleVersionContent(act.row, act.ruleSet)
		case 'application-call.published':
			return callVersionContent(act.row, act.text)
	}
}

/** Of those who judge, and of the public. */
function independentContent(act: IndependentActRows): ActContent {
	switch (act.kind) {
		case 'reply.published':
			return replyContent(act.row, act.evidence)
		case 'verifier-decision.published':
			return decisionContent(act.row)
		case 'recusal.published':
			return recusalContent(act.row)
		case 'cso-account.changed':
			return accountChangeContent(act.row)
		case 'signature.published':
			return signatureContent(act.row)
		case 'local-assessment.published':
			return assessmentContent(act.row, act.evidence)
		case 'observation.published':
			return observationContent(act.row, act.evidence)
		case 'observation.hidden':
			return hidingContent(act.row)
	}
}

/** The organization whose act it is; null where it is withheld. */
export function actorOf(content: ActContent): string | null {
	return 'actorOrganization' in content ? content.actorOrganization : null
}

/** The act as the log takes it. */
export function actFrom(act: ActRows): Act {
	const content = contentOf(act)
	return {
		kind: act.kind,
		recordId: content.recordId,
		version: content.version,
		actorOrganization: actorInLeaf(act, content),
		day: content.publishedOn,
		content,
		salt: act.row.salt,
	}
}

/**
 * The organization as a leaf names it: by its id, and those of civil society by a pseudonym, so that a finding can be
 * withdrawn without a trace of its author. Older leaves name all by id; both are right.
 */
function actorInLeaf(act: ActRows, content: ActContent): string {
	if (act.kind === 'verification.withdrawn') return pseudonym(act.row.privateSalt, act.row.organizationId)
	if (isOfFinding(act) && act.row.privateSalt !== null)
		return pseudonym(act.row.privateSalt, act.row.actorOrganizationId)
	return actorOf(content) ?? ''
}

/** The finding that an act is about, where that is another record. */
export function findingOf(act: ActRows): string | null {
	if (act.kind === 'reply.published' || act.kind === 'verifier-decision.published')
		return act.row.verificationRecordId
	return act.kind === 'signature.published' ? act.row.signedRecordId : null
}

/** Acts of civil society that would tell whose finding it was. */
function isOfFinding(
	act: ActRows,
): act is Extract<
	ActRows,
	{ kind: 'verification.published' | 'verifier-decision.published' | 'signature.published' }
> {
	return (
		act.kind === 'verification.published' ||
		act.kind === 'verifier-decision.published' ||
		act.kind === 'signature.published'
	)
}
