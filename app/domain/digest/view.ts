import { z } from 'zod'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { DigestAct, DigestEntry } from '#app/domain/notice/view.ts'

/** What an entry of a digest is about. */
export type Subject = Pick<DigestEntry, 'subject' | 'id'>

/** An act without its organization's name, and what it is about. */
export type Said = Subject & { readonly organizationId: string; readonly act: Unnamed }
type Unnamed = DigestAct extends infer Act ? (Act extends unknown ? Omit<Act, 'organization'> : never) : never

/** What is known of a subject. */
export type KnownSubject = Subject & { readonly memberId: string; readonly title: Bilingual }

export type EntryOfMember = DigestEntry & { readonly memberId: string }

/** The acts by what they are about, newest first; acts about nothing that is known are left out. */
export function entriesBySubject(
	said: readonly Said[],
	subjects: readonly KnownSubject[],
	names: ReadonlyMap<string, Bilingual>,
): readonly EntryOfMember[] {
	const entries = subjects.map((subject) => ({
		...subject,
		acts: said
			.filter((one) => one.subject === subject.subject && one.id === subject.id)
			.map(({ act, organizationId }): DigestAct => ({
				...act,
				organization: names.get(organizationId) ?? { en: null, id: null },
			}))
			.sort(newestFirst),
	}))
	return entries.filter(({ acts }) => acts.length > 0).sort((a, b) => newestFirst(a.acts[0], b.acts[0]))
}

function newestFirst(a: Pick<DigestAct, 'at'> | undefined, b: Pick<DigestAct, 'at'> | undefined): number {
	return (b?.at.getTime() ?? 0) - (a?.at.getTime() ?? 0)
}

const text = z.string().nullish()
const ConsultedTitle = z.object({ text: z.object({ titleEn: text, titleId: text }) })

/** The title of a plan out of the text that was opened to consultation; null in both languages where it has none. */
export function consultedTitle(stored: string | null): Bilingual {
	const parsed: unknown = stored === null ? null : JSON.parse(stored)
	const read = ConsultedTitle.safeParse(parsed)
	if (!read.success) return { en: null, id: null }
	return { en: read.data.text.titleEn || null, id: read.data.text.titleId || null }
}
