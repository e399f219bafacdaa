import { logHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { checkpointLetterHref, queueHref } from './addresses.ts'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

type CheckpointLetterProps = {
	letter: { readonly isWanted: boolean; readonly lastSentOn: CalendarDay | null }
	person: Signed
}

/** The weekly letter with the log's checkpoint: asked for, and ended, with one button. */
export function CheckpointLetter({ letter, person }: CheckpointLetterProps) {
	const { say, locale, format } = useWords()
	const { isWanted, lastSentOn } = letter
	return (
		<WorkspacePage person={person} member={null} backHref={queueHref(locale)}>
			<PageTitle>{say('checkpoint-letter.title')}</PageTitle>
			<p className="govuk-body">{say('checkpoint-letter.lead')}</p>
			<InsetText>{say(isWanted ? 'checkpoint-letter.wanted' : 'checkpoint-letter.not-wanted')}</InsetText>
			{lastSentOn === null ? null : (
				<p className="govuk-body">{say('checkpoint-letter.last', { on: format.day(lastSentOn) })}</p>
			)}
			<form method="post" action={`${checkpointLetterHref(locale)}/${isWanted ? 'end' : 'ask'}`}>
				<Button variant={isWanted ? 'secondary' : undefined}>
					{say(isWanted ? 'checkpoint-letter.end' : 'checkpoint-letter.ask')}
				</Button>
			</form>
			<p className="govuk-body">
				<a className="govuk-link" href={logHref(locale)}>
					{say('checkpoint-letter.log')}
				</a>
			</p>
		</WorkspacePage>
	)
}
