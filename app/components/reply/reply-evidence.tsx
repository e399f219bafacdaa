import { useWords } from '#app/components/words.tsx'
import { EvidenceDesk } from '#app/components/workspace/evidence-desk.tsx'
import { EvidenceFileForm, useFileForm } from '#app/components/workspace/evidence-file-form.tsx'
import { EvidenceLinkForm, useLinkForm } from '#app/components/workspace/evidence-link-form.tsx'
import type { EvidencePlace } from '#app/components/workspace/evidence-place.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { ReceivedFile } from '#app/domain/evidence/schema.ts'
import type { ReplyDesk } from '#app/domain/reply/queries.server.ts'
import { REPLY_EVIDENCE_MAX } from '#app/domain/reply/rules.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { replyEvidenceRemovalHref, replyHref } from './addresses.ts'
import { ReplyFrame } from './reply-frame.tsx'

type QuestionProps = { desk: ReplyDesk; person: Signed; rejected: Rejected }

/** The proof of a reply, given as a link. A reply may be published without any. */
export function ReplyLink({ desk, person, rejected }: QuestionProps) {
	const { say, locale, format } = useWords()
	const form = useLinkForm(rejected)
	const place = placeOfReply(desk, locale)
	return (
		<ReplyFrame
			desk={desk}
			person={person}
			title={say('reply.evidence.title')}
			errors={form.errors}
			refusal={rejected?.reason}
		>
			<p className="govuk-body">{say('reply.evidence.hint', { most: format.count(place.most) })}</p>
			<EvidenceDesk place={place} adds="link">
				<EvidenceLinkForm form={form} place={place} />
			</EvidenceDesk>
		</ReplyFrame>
	)
}

/** The proof of a reply, given as a file. */
export function ReplyFile({
	desk,
	person,
	rejected,
	received,
}: QuestionProps & { received: ReceivedFile | null }) {
	const { say, locale } = useWords()
	const form = useFileForm(rejected)
	const place = placeOfReply(desk, locale)
	return (
		<ReplyFrame
			desk={desk}
			person={person}
			title={say('reply.evidence.title')}
			errors={form.errors}
			refusal={rejected?.reason}
		>
			<EvidenceDesk place={place} adds="file">
				<EvidenceFileForm form={form} place={place} received={received} />
			</EvidenceDesk>
		</ReplyFrame>
	)
}

function placeOfReply({ draft, finding }: ReplyDesk, locale: Locale): EvidencePlace {
	const { recordId } = finding
	return {
		given: draft?.evidence ?? [],
		most: REPLY_EVIDENCE_MAX,
		version: draft?.version ?? 0,
		hasStance: false,
		asksMore: true,
		moreHrefOf: null,
		isEnough: true,
		hrefOf: (step) => replyHref(locale, recordId, step),
		onHref: replyHref(locale, recordId, 'check'),
		removeAction: (position) => replyEvidenceRemovalHref(locale, recordId, position),
	}
}
