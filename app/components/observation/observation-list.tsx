import { recordHref } from '#app/components/addresses.ts'
import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { Details } from '#app/components/ui/details.tsx'
import { useWords } from '#app/components/words.tsx'
import type { MilestoneRecord } from '#app/domain/action-plan/view.ts'
import type { ObservationView } from '#app/domain/observation/view.ts'
import { OBSERVATIONS_AT_ONCE } from '#app/domain/observation/rules.ts'
import { hasEnded } from '#app/domain/published-text/rules.ts'
import { observationsHref, observeHref } from './addresses.ts'
import { HiddenNote } from './hidden-note.tsx'
import { Photo, WrittenText } from './record-rows.tsx'

type Observed = Pick<MilestoneRecord, 'id' | 'standing' | 'observations'>

/** What members of the public saw of a milestone, closed until asked, and where anyone adds to it. */
export function Observations({ milestone }: { milestone: Observed }) {
	const { say, locale } = useWords()
	return (
		<>
			<ObservationDetails milestoneId={milestone.id} observations={milestone.observations ?? []} />
			{hasEnded(milestone.standing) ? null : (
				<p className="govuk-body">
					<a className="govuk-link" href={observeHref(locale, milestone.id)}>
						{say('observation.leave')}
					</a>
				</p>
			)}
		</>
	)
}

type DetailsProps = { milestoneId: string; observations: readonly ObservationView[] }

/** The newest of them without the way to add to it; nothing where nobody wrote. */
export function ObservationDetails({ milestoneId, observations }: DetailsProps) {
	const { say, locale, format } = useWords()
	if (observations.length === 0) return null
	const count = observations.length
	return (
		<Details summary={say('observation.count', { count, number: format.count(count) })}>
			{observations.slice(0, OBSERVATIONS_AT_ONCE).map((observation) => (
				<ObservationCard key={observation.recordId} observation={observation} />
			))}
			{count > OBSERVATIONS_AT_ONCE ? (
				<p className="govuk-body">
					{say('observation.newest', {
						shown: format.count(OBSERVATIONS_AT_ONCE),
						number: format.count(count),
					})}{' '}
					<a className="govuk-link" href={observationsHref(locale, milestoneId)}>
						{say('observation.all')}
					</a>
				</p>
			) : null}
		</Details>
	)
}

/** One observation, marked as what it is; of a hidden one only that, when and why. */
export function ObservationCard({ observation }: { observation: ObservationView }) {
	const { say, locale, format } = useWords()
	const { recordId, publishedOn, said, hidden } = observation
	const open = said?.evidence.flatMap((piece) => ('url' in piece ? [piece] : [])) ?? []
	const links = open.flatMap((piece) => (piece.file ? [] : piece.url))
	const photos = open.filter((piece) => piece.file !== undefined)
	return (
		<article className="app-act">
			<p className="app-quiet">
				<strong>{say('observation.mark')}</strong>
				<br />
				{said === null || said.seenOn === null
					? say('observation.sent', { on: format.day(publishedOn) })
					: say('observation.seen-and-sent', {
							seen: format.day(said.seenOn),
							on: format.day(publishedOn),
						})}
			</p>
			{said === null ? null : <WrittenText text={said.text} locale={said.locale} />}
			{links.map((url) => (
				<p className="govuk-body" key={url}>
					<SourceLink href={url} text={webHost(url) ?? url} />
				</p>
			))}
			{photos.map(({ url, altText }) => (
				<Photo key={url} url={url} {...(altText === undefined ? {} : { altText })} />
			))}
			{hidden === null ? null : <HiddenNote hiding={hidden} />}
			<p className="govuk-body">
				<a className="govuk-link" href={recordHref(locale, recordId)}>
					{say('observation.record')}
				</a>
			</p>
		</article>
	)
}
