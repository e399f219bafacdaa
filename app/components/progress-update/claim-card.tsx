import { ActFoot } from '#app/components/act-foot.tsx'
import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { EvidenceList } from '#app/components/evidence/evidence-list.tsx'
import { ProvenanceNote } from '#app/components/provenance-note.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { TextWithState } from '#app/components/text-state.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { pairStatesOf } from '#app/domain/further-answer/view.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'

type ClaimCardProps = { claim: ClaimView; headingLevel?: 2 | 3 | 4 | undefined }

/** What government says happened to a milestone. */
export function ClaimCard({ claim, headingLevel = 4 }: ClaimCardProps) {
	const words = useWords()
	const { say, format } = words
	const Heading = `h${headingLevel}` as const
	return (
		<article className="app-act">
			<Heading className="govuk-heading-s">{say('claim.heading')}</Heading>
			<Corrected claim={claim} />
			<SummaryList
				rows={[
					{ key: say('claim.by'), value: <TextIn text={claim.organizationName} /> },
					{
						key: say('claim.level'),
						value: <LevelWord level={claim.level} judge="claimed" word={claimWord(claim, words)} />,
					},
					{ key: say('claim.done'), value: doneIn(claim, words) },
					...furtherRows(claim, words),
					{ key: say('claim.challenges'), value: challengesIn(claim, words) },
					{ key: say('claim.checkpoint'), value: claim.checkpointCode ?? say('claim.no-checkpoint') },
					{ key: say('claim.evidence'), value: <EvidenceList evidence={claim.evidence} /> },
				]}
			/>
			{claim.provenance ? (
				<ProvenanceNote
					source={claim.provenance.source}
					sourceUrl={claim.provenance.sourceUrl}
					publishedOn={claim.provenance.sourcePublishedOn}
					importedBy={claim.provenance.importedBy}
					isClaim
				/>
			) : null}
			<ActFoot
				{...claim}
				isImported={claim.provenance !== null}
				name={say('claim.name', { on: format.day(claim.publishedOn) })}
			/>
		</article>
	)
}

/** That this version took the place of an earlier one. */
function Corrected({ claim }: { claim: ClaimView }) {
	const { say } = useWords()
	if (claim.version === 1 || claim.provenance !== null) return null
	return <p className="govuk-body">{say('claim.corrected', { version: claim.version })}</p>
}

function doneIn(claim: ClaimView, { say }: Words): SummaryRow['value'] {
	if (claim.isNil) return say('claim.nil')
	return <TextWithState text={claim.done} states={pairStatesOf(claim.textStates ?? {}, 'done')} />
}

/** What comes next, and the days the institution gave; nothing in place of what it did not say. */
function furtherRows(claim: ClaimView, { say, format }: Words): SummaryRow[] {
	const { nextStep, textStates = {}, startedOn, finishedOn, expectedOn } = claim
	const states = pairStatesOf(textStates, 'nextStep')
	const days = { startedOn, finishedOn, expectedOn }
	return [
		...(nextStep
			? [{ key: say('claim.next-step'), value: <TextWithState text={nextStep} states={states} /> }]
			: []),
		...Object.entries(days).flatMap(([name, day]) =>
			day === undefined ? [] : [{ key: say(`task.check.${name}`), value: format.day(day) }],
		),
	]
}

/** The claimed level in words: OGP's, the source's own, or that none was given. */
export function claimWord(claim: ClaimView, { say }: Pick<Words, 'say'>): string {
	if (claim.level !== null) return say(`level.${claim.level}`)
	if (claim.levelAsPublished !== null) return say('judgement.as-published', { words: claim.levelAsPublished })
	return say(claim.isNil ? 'claim.nil-level' : 'judgement.no-level.claimed')
}

function challengesIn(claim: ClaimView, { say, format }: Words): string {
	const named = claim.challenges.map((challenge) => say(`challenge.${challenge}`))
	if (named.length === 0) return claim.challengeText ?? say('claim.no-challenges')
	const list = format.list(named)
	return claim.challengeText === null
		? list
		: say('claim.challenges.text', { list, text: claim.challengeText })
}
