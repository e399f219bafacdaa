import { completionBars } from '#app/charts/completion-bars.ts'
import type { BarFigures } from '#app/charts/completion-bars.ts'
import { CompletionDrawing } from '#app/components/charts/completion-drawing.tsx'
import { QrCode } from '#app/components/record/qr-code.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import type { Block, Phrase } from '#reports/pdf/block.ts'
import { ReportField } from './report-field.tsx'
import { ReportTable } from './report-table.tsx'
import { Said } from './said.tsx'

/** A block with its place among all: chapters are linked to by it. */
type BlockProps = { block: Block; at: number; under?: Phrase | undefined }

/** The name of a chapter's heading. */
export function chapterId(at: number): string {
	return `part-${String(at)}`
}

/** What a report says on paper, in the same words and order, as a page. */
export function ReportBlocks({ blocks }: { blocks: readonly Block[] }) {
	const over = headingsOver(blocks)
	return (
		<>
			{blocks.map((block, at) => (
				<BlockOf key={at} block={block} at={at} under={over[at]} />
			))}
		</>
	)
}

/** Of each block the heading that it stands under; a heading stands under itself. */
function headingsOver(blocks: readonly Block[]): readonly (Phrase | undefined)[] {
	let newest: Phrase | undefined
	return blocks.map((block) => {
		if (block.kind === 'heading') newest = block.text
		return newest
	})
}

function BlockOf({ block, at, under }: BlockProps) {
	switch (block.kind) {
		case 'cover':
			return <Cover cover={block} />
		case 'heading':
			return <Heading heading={block} at={at} />
		case 'paragraph':
			return (
				<p className={block.tone === 'muted' ? 'govuk-body app-quiet' : 'govuk-body'}>
					<Said phrase={block.text} />
				</p>
			)
		case 'fields':
			return (
				<dl className="app-report-fields">
					{block.fields.map((field, at) => (
						<ReportField key={at} field={field} />
					))}
				</dl>
			)
		case 'table':
			return <ReportTable id={`table-${String(at)}`} table={block} under={under} />
		case 'figures':
			return (
				<SummaryList
					rows={block.figures.map(({ label, value, share }) => ({
						key: label,
						value: share === null ? value : `${value} (${share})`,
					}))}
				/>
			)
		case 'bars':
			return <CompletionDrawing bars={completionBars(figuresOf(block.bars), 100)} title={block.alt} />
		case 'qr':
			return <QrCode address={block.address} label={block.label} />
		case 'page-break':
			return null
	}
}

function Heading({ heading, at }: { heading: Extract<Block, { kind: 'heading' }>; at: number }) {
	const text = <Said phrase={heading.text} />
	if (heading.level === 1)
		return (
			<h2 className="govuk-heading-l" id={chapterId(at)}>
				{text}
			</h2>
		)
	if (heading.level === 2) return <h3 className="govuk-heading-m">{text}</h3>
	return <h4 className="govuk-heading-s">{text}</h4>
}

function Cover({ cover }: { cover: Extract<Block, { kind: 'cover' }> }) {
	return (
		<>
			{cover.notice === null ? null : (
				<InsetText>
					<strong>{cover.notice}</strong>
				</InsetText>
			)}
			<SummaryList rows={cover.facts.map(([key, text]) => ({ key, value: <Said phrase={text} /> }))} />
			<p className="govuk-body">
				<strong>{cover.statement}</strong>
			</p>
		</>
	)
}

type Bars = Extract<Block, { kind: 'bars' }>['bars']

/** The counts behind the bars, as the drawing of the site takes them. */
function figuresOf(bars: Bars): BarFigures {
	const of = (judge: Bars[number]['judge']) => {
		const segments = bars.find((bar) => bar.judge === judge)?.segments ?? []
		const count = (mark: Bars[number]['segments'][number]['mark']) =>
			segments.find((segment) => segment.mark === mark)?.count ?? 0
		return {
			counts: {
				NOT_STARTED: count('NOT_STARTED'),
				LIMITED: count('LIMITED'),
				SUBSTANTIAL: count('SUBSTANTIAL'),
				COMPLETE: count('COMPLETE'),
				NO_EVIDENCE: count('NO_EVIDENCE'),
			},
			inOtherWords: count('OTHER_WORDS'),
			notAssessed: count('NOT_ASSESSED'),
		}
	}
	return { claimed: of('claimed'), verified: of('verified'), coded: of('coded') }
}
