import type { ReactNode } from 'react'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { useWords } from '#app/components/words.tsx'
import { DraftPieceText } from './draft-evidence.tsx'
import type { EvidencePlace } from './evidence-place.ts'

type EvidenceDeskProps = {
	place: EvidencePlace
	/** What the form on this page adds; the other kind has a page of its own. */
	adds: 'link' | 'file'
	/** The form for one more piece. */
	children: ReactNode
}

/** The evidence given so far, each piece with its own way out, and two ways to add more: a link, or a file. */
export function EvidenceDesk({ place, adds, children }: EvidenceDeskProps) {
	const { say } = useWords()
	const isFull = place.given.length >= place.most
	return (
		<>
			<GivenEvidence place={place} />
			{isFull ? (
				<>
					<p className="govuk-body">{say('task.evidence.full')}</p>
					<EvidenceOnward place={place} />
				</>
			) : (
				<section aria-labelledby="add-evidence">
					<h2 id="add-evidence" className="govuk-heading-m">
						{say(`evidence.add.${adds}`)}
					</h2>
					<OtherWay place={place} adds={adds} />
					<MoreOf place={place} adds={adds} />
					{children}
				</section>
			)}
		</>
	)
}

function OtherWay({ place, adds }: Pick<EvidenceDeskProps, 'place' | 'adds'>) {
	const { say } = useWords()
	const step = adds === 'link' ? 'evidence/file' : 'evidence'
	return (
		<p className="govuk-body">
			{say(`evidence.add.${adds}.or`)}{' '}
			<a className="govuk-link" href={place.hrefOf(step)}>
				{say(`evidence.add.${adds}.instead`)}
			</a>
		</p>
	)
}

/** The way to what only some pieces need; said before the form, so that nothing typed is left behind. */
function MoreOf({ place: { moreHrefOf }, adds }: Pick<EvidenceDeskProps, 'place' | 'adds'>) {
	const { say } = useWords()
	if (moreHrefOf === null) return null
	return (
		<p className="govuk-body">
			{say('evidence.everyone-sees')}{' '}
			<a className="govuk-link" href={moreHrefOf(adds === 'link' ? 'evidence' : 'evidence/file')}>
				{say(`evidence.more.${adds}`)}
			</a>
		</p>
	)
}

/** The way on without another piece, where the page may be left. */
export function EvidenceOnward({ place }: { place: EvidencePlace }) {
	const { say } = useWords()
	if (!place.isEnough) return null
	return (
		<ButtonLink href={place.onHref} variant="secondary">
			{say('task.evidence.enough')}
		</ButtonLink>
	)
}

/** The button that sends the form and comes back for another piece. */
export function SaveAndAnother({ action }: { action: string }) {
	const { say } = useWords()
	return (
		<button type="submit" className="govuk-button govuk-button--secondary" formAction={action}>
			{say('task.evidence.another')}
		</button>
	)
}

function GivenEvidence({ place: { given, version, removeAction } }: { place: EvidencePlace }) {
	const { say } = useWords()
	if (given.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-m">{say('task.evidence.given')}</h2>
			<ol className="govuk-list govuk-list--number">
				{given.map((piece, at) => (
					<li key={at}>
						<DraftPieceText piece={piece} />
						<form method="post" action={removeAction(at)}>
							<input type="hidden" name="version" value={version} />
							<button type="submit" className="govuk-button govuk-button--secondary">
								{say('task.evidence.remove')}
								<span className="govuk-visually-hidden"> {piece.title}</span>
							</button>
						</form>
					</li>
				))}
			</ol>
		</section>
	)
}
