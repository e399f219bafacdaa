import { textIn } from '#app/domain/bilingual.ts'
import type { LetterItem } from '#app/domain/notice/view.ts'
import { obligationInWords } from './obligation-words.ts'
import type { Words } from './words.ts'

/** What somebody has to do: an obligation of a plan, a report on a milestone, or a reply to a finding. */
export function deadlineInWords(about: LetterItem['about'], words: Pick<Words, 'say' | 'locale'>): string {
	const { say, locale } = words
	switch (about.kind) {
		case 'REPORT': {
			const milestone = textIn(about.milestone, locale)?.text ?? say('missing.text')
			return say('notice.item.report', { milestone, code: about.checkpointCode })
		}
		case 'REPLY':
			return say('notice.item.reply', { subject: textIn(about.subject, locale)?.text ?? say('missing.text') })
		case 'OBLIGATION':
			return obligationInWords(about, words)
	}
}
