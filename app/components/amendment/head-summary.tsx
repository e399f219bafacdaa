import type { ReactNode } from 'react'
import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { AmendmentDraftView } from '#app/domain/amendment-draft/view.ts'
import { amendmentDraftHref } from './addresses.ts'

/** Why, on whose proposal, with whose agreement and from when, with a way to change it. */
export function HeadSummary({ draft, isOpen }: { draft: AmendmentDraftView; isOpen: boolean }) {
	const { say, locale, format } = useWords()
	const { head } = draft
	const missing = <span className="app-missing">{say('workspace.not-given')}</span>
	const row = (name: string, value: ReactNode) => ({
		key: say(`amendment.${name}`),
		value,
		...(isOpen
			? {
					action: {
						href: amendmentDraftHref(locale, draft, 'head'),
						text: say('workspace.change'),
						hidden: say(`amendment.${name}`),
					},
				}
			: {}),
	})
	const reason = { en: head.reasonEn, id: head.reasonId }
	return (
		<SummaryList
			rows={[
				row('reason', <TextIn text={reason} missing={say('workspace.not-given')} />),
				row('proposedBy', head.proposedBy ?? missing),
				row('agreedBy', head.agreedBy ?? missing),
				row('effectiveOn', head.effectiveOn === null ? missing : format.day(head.effectiveOn)),
			]}
		/>
	)
}
