import { applicationDocument } from '#reports/application/render.ts'
import type { ApplicationInput } from '#reports/application/render.ts'
import { commitmentSheetDocument } from '#reports/commitment-sheet/render.ts'
import type { CommitmentSheetInput } from '#reports/commitment-sheet/render.ts'
import { localAssessmentDocument } from '#reports/local-assessment/render.ts'
import type { LocalAssessmentInput } from '#reports/local-assessment/render.ts'
import { writeDocument } from '#reports/docx/document.ts'
import { drawDocument } from '#reports/pdf/document.ts'
import type { ReportDocument, Progress } from '#reports/pdf/document.ts'
import type { ReportInput } from '#reports/plan-report/input.ts'
import { reportDocument } from '#reports/plan-report/render.ts'
import { reasonedResponseDocument } from '#reports/reasoned-response/render.ts'
import type { ReasonedResponseInput } from '#reports/reasoned-response/render.ts'
import { repositoryIndexDocument } from '#reports/repository-index/render.ts'
import type { RepositoryIndexInput } from '#reports/repository-index/render.ts'
import { selfAssessmentDocument } from '#reports/self-assessment/render.ts'
import type { SelfAssessmentInput } from '#reports/self-assessment/render.ts'

/** A document that can be drawn: which one, and all that it depends on, as plain data. */
export type Drawing =
	| { readonly kind: 'plan-report'; readonly input: ReportInput }
	| { readonly kind: 'commitment-sheet'; readonly input: CommitmentSheetInput }
	| { readonly kind: 'local-assessment'; readonly input: LocalAssessmentInput }
	| { readonly kind: 'self-assessment'; readonly input: SelfAssessmentInput }
	| { readonly kind: 'reasoned-response'; readonly input: ReasonedResponseInput }
	| { readonly kind: 'repository-index'; readonly input: RepositoryIndexInput }
	| { readonly kind: 'application'; readonly input: ApplicationInput }

/** What a document is drawn as. */
export type DrawnFormat = 'pdf' | 'docx'

/** Draws a document. Depends on its input alone: the same input gives the same bytes of a PDF. */
export async function draw(drawing: Drawing, format: DrawnFormat, progress?: Progress): Promise<Uint8Array> {
	const { blocks, frame } = documentOf(drawing)
	return format === 'pdf' ? drawDocument(blocks, frame, progress) : writeDocument(blocks, frame)
}

function documentOf({ kind, input }: Drawing): ReportDocument {
	switch (kind) {
		case 'plan-report':
			return reportDocument(input)
		case 'commitment-sheet':
			return commitmentSheetDocument(input)
		case 'local-assessment':
			return localAssessmentDocument(input)
		case 'self-assessment':
			return selfAssessmentDocument(input)
		case 'reasoned-response':
			return reasonedResponseDocument(input)
		case 'repository-index':
			return repositoryIndexDocument(input)
		case 'application':
			return applicationDocument(input)
	}
}
