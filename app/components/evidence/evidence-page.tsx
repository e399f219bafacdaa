import {
	commitmentHref,
	evidenceOriginalHref,
	memberHref,
	planHref,
	plansHref,
	receiptFileHref,
	recordJsonHref,
} from '#app/components/addresses.ts'
import { CiteThis } from '#app/components/citation/cite-this.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { registersHref } from '#app/components/register/addresses.ts'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { Citation } from '#app/domain/citation/view.ts'
import type { EvidenceAct, EvidencePage as Facts } from '#app/domain/evidence/queries.server.ts'
import { PREVIEW_TYPE, fileAddress } from '#app/domain/evidence/rules.ts'
import type { OpenEvidence } from '#app/domain/evidence/view.ts'
import { EvidenceFacts } from './evidence-facts.tsx'
import { EvidencePreview } from './evidence-preview.tsx'
import { HiddenEvidence } from './hidden-evidence.tsx'

type EvidencePageProps = {
	facts: Facts
	/** Of this page, for citing. */
	address: string
	citation: Citation
}

/** The lasting page of one piece of evidence. */
export function EvidencePage({ facts, address, citation }: EvidencePageProps) {
	const { say, locale } = useWords()
	const { evidence, act, plan, commitment, member, ledgerSize } = facts
	const isOpen = evidence.visibility !== 'PROTECTED' && act !== null
	const kind = say(`evidence-kind.${evidence.kind}`)
	return (
		<Page
			member={member}
			breadcrumbs={[
				...(plan
					? [
							{ text: say('plans.title'), href: plansHref(locale) },
							{ text: textIn(plan.title, locale)?.text ?? plan.id, href: planHref(locale, plan.id) },
						]
					: [
							{ text: textIn(member.name, locale)?.text ?? member.id, href: memberHref(locale, member.id) },
							{ text: say('registers.title'), href: registersHref(locale, member.id) },
						]),
				...(commitment
					? [
							{
								text: textIn(commitment.title, locale)?.text ?? commitment.id,
								href: commitmentHref(locale, commitment.id),
							},
						]
					: []),
			]}
			lastUpdated={act ? { on: act.publishedOn, ledgerSize } : undefined}
		>
			<PageTitle caption={say('evidence.caption')}>
				{isOpen ? (evidence.title ?? kind) : say('evidence.protected', { kind })}
			</PageTitle>
			{isOpen ? (
				<Open {...{ evidence, act, facts, address, citation }} />
			) : evidence.visibility === 'PROTECTED' ? (
				<HiddenEvidence evidence={evidence} place={facts} />
			) : null}
		</Page>
	)
}

type OpenProps = EvidencePageProps & { evidence: OpenEvidence; act: EvidenceAct }

function Open({ evidence, act, facts, address, citation }: OpenProps) {
	const { say, format, locale } = useWords()
	const kind = say(`evidence-kind.${evidence.kind}`)
	const by = textIn(act.organizationName, locale)?.text ?? null
	const own = { title: evidence.title ?? kind, on: act.publishedOn, by }
	const { file, altText } = evidence
	const on = format.day(act.publishedOn)
	const cited = file
		? say('evidence.cite.file', { on, address, sha256: file.sha256 })
		: say('evidence.cite.link', { on, address })
	return (
		<>
			{file ? (
				<EvidencePreview
					file={file}
					altText={altText}
					fileHref={fileAddress(file.sha256, file.mediaType)}
					previewHref={file.previewSha256 === null ? null : fileAddress(file.previewSha256, PREVIEW_TYPE)}
				/>
			) : null}
			<EvidenceFacts
				evidence={evidence}
				act={act}
				place={facts}
				more={[{ key: say('record.cite'), value: cited }]}
			/>
			<Proofs evidence={evidence} act={act} />
			<CiteThis citation={{ ...citation, ...own }} />
		</>
	)
}

/** What proves that the piece was put forward, and what proves the original to its own organization. */
function Proofs({ evidence, act }: Pick<OpenProps, 'evidence' | 'act'>) {
	const { say, locale } = useWords()
	const { recordId, version } = act
	return (
		<ul className="govuk-list">
			<li>
				<a className="govuk-link" href={receiptFileHref(recordId, version)}>
					{say('evidence.receipt')}
				</a>
			</li>
			<li>
				<a className="govuk-link" href={recordJsonHref(recordId, version)}>
					{say('record.json')}
				</a>
			</li>
			{evidence.file?.originalSeal && evidence.id !== undefined ? (
				<li>
					<a className="govuk-link" href={evidenceOriginalHref(locale, evidence.id)}>
						{say('evidence.original.own')}
					</a>
				</li>
			) : null}
		</ul>
	)
}
