import { recordHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { HidingView } from '#app/domain/observation/view.ts'
import { hiddenObservationsHref } from './addresses.ts'

type HiddenNoteProps = { hiding: Pick<HidingView, 'recordId' | 'reason' | 'note' | 'on'> }

/** That an observation was hidden, when and why, and where all that were hidden are listed. */
export function HiddenNote({ hiding: { recordId, reason, note, on } }: HiddenNoteProps) {
	const { say, locale, format } = useWords()
	return (
		<InsetText>
			<p className="govuk-body">
				{say('observation.hidden.sentence', {
					on: format.day(on),
					reason: say(`hiding-reason.${reason}`),
				})}
			</p>
			<p className="govuk-body">
				<TextIn text={note} />
			</p>
			<a className="govuk-link" href={recordHref(locale, recordId)}>
				{say('act.observation.hidden')}
			</a>
			{' · '}
			<a className="govuk-link" href={hiddenObservationsHref(locale)}>
				{say('observation.hidden.all')}
			</a>
		</InsetText>
	)
}
