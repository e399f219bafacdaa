import { commitmentEmbedHref } from '#app/components/charts/addresses.ts'
import { useWords } from '#app/components/words.tsx'
import { EmbedCode } from './embed-code.tsx'

/** Unit: pixels. Room for what four judges say of a commitment, on a phone too. */
export const COMMITMENT_FRAME_PX = 640

type CommitmentEmbedProps = { id: string; title: string; baseUrl: string }

/** The line that shows a commitment's state in a page of another site. */
export function CommitmentEmbed({ id, title, baseUrl }: CommitmentEmbedProps) {
	const { say, locale } = useWords()
	return (
		<EmbedCode
			id="embed"
			summary={say('embed.commitment.live')}
			address={`${baseUrl}${commitmentEmbedHref(locale, id)}`}
			title={title}
			height={COMMITMENT_FRAME_PX}
		/>
	)
}
