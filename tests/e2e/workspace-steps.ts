import AxeBuilder from '@axe-core/playwright'
import type { APIResponse, Locator, Page } from '@playwright/test'
import type { Role } from '#app/access/policy.ts'
import type { Say } from '#app/i18n/translate.ts'
import { expect, test } from './site.ts'

/** A browser in one language, and how it becomes another person's. */
export type Desk = {
	readonly page: Page
	readonly say: Say
	readonly lang: string
	readonly signIn: (role: Role, n?: number) => Promise<void>
}

/** Institutions of the demonstration in the order of their people's ids. */
export const INSTITUTIONS = { bapperida: 0, dinkes: 1, kominfo: 2 } as const

/** The page stands: one main heading, the demonstration is marked, and axe objects to nothing where it can run. */
export async function settled(page: Page, say: Say): Promise<void> {
	await expect(page.getByText(say('demonstration.title'))).toBeVisible()
	await stands(page)
}

/** The page of a member that is none of the demonstration stands. */
export async function stands(page: Page): Promise<void> {
	await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
	if (test.info().project.name.endsWith('-nojs')) return
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
		.analyze()
	expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html ?? ''}`)).toEqual([])
}

/**
 * How many questions a page asks: every field in its HTML, shown or not, also what is closed until it is wanted. Fields
 * of one name are one question (the steps of a scale, the boxes under one heading); hidden inputs, which nobody
 * fills in, are none.
 */
export async function fieldsOf(page: Page): Promise<number> {
	const names = await page
		.locator('input:not([type=hidden]), textarea, select, [contenteditable]')
		.evaluateAll((fields) => fields.map((field) => field.getAttribute('name') ?? field.id))
	return new Set(names).size
}

/** Opens the newest open report on a milestone from the officer's task list. */
export async function openTask({ page, lang }: Desk, milestone: RegExp): Promise<void> {
	await page.goto(`/${lang}/tasks`)
	await linkTo(page, 'tasks', milestone).first().click()
}

/** A link of the list of what waits, by its name and by what it opens: a milestone may wait for a reply as well. */
export function linkTo(page: Page, room: 'tasks' | 'approvals', name: RegExp): Locator {
	return page.getByRole('link', { name }).and(page.locator(`[href*="/${room}/"]`))
}

/** Reports a milestone as substantially done with one link, and has the institution's lead publish it. */
export async function publishReport(
	desk: Desk,
	institution: number,
	milestone: RegExp,
	done: string,
): Promise<string> {
	const { page, say, lang, signIn } = desk
	await signIn('IMPLEMENTER', institution)
	await openTask(desk, milestone)
	await page.getByRole('radio', { name: say('level.SUBSTANTIAL') }).check()
	await onward(desk)
	await page.getByLabel(say('workspace.in-indonesian'), { exact: true }).fill(done)
	await onward(desk)
	await fillEvidence(desk, { url: 'https://contoh.example/laporan', what: done })
	await onward(desk)
	await page.getByRole('button', { name: say('task.check.send') }).click()
	return approve(desk, institution, milestone, lang)
}

/** The lead reads a report that was sent and publishes it; gives the record's id. */
export async function approve(
	{ page, say, signIn }: Desk,
	institution: number,
	milestone: RegExp,
	lang: string,
): Promise<string> {
	await signIn('INSTITUTION_LEAD', institution)
	await page.goto(`/${lang}/tasks`)
	await linkTo(page, 'approvals', milestone).first().click()
	await page.getByRole('button', { name: say('approval.approve') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
	return page.url().split('/').at(-1) ?? ''
}

/** Declares that there is no interest, of the monitor and, where nobody has declared it, of their organization. */
export async function declareNone({ page, say }: Desk): Promise<void> {
	for (const scope of ['PERSON', 'ORGANIZATION']) {
		const none = page.getByRole('checkbox', { name: say(`interest-choice.${scope}.NONE`), exact: true })
		if ((await none.count()) > 0) await none.check()
	}
	await page.getByRole('button', { name: say('verify.declaration.send') }).click()
}

/** Saves this page and goes on. */
export async function onward({ page, say }: Desk): Promise<void> {
	await page.getByRole('button', { name: say('workspace.continue') }).click()
}

/** Fills the form of one link. */
export async function fillEvidence({ page, say }: Desk, link: { url: string; what: string }): Promise<void> {
	await page.getByLabel(say('task.evidence.url')).fill(link.url)
	await page.getByLabel(say('task.evidence.kind')).selectOption({ label: say('evidence-kind.REPORT') })
	await page.getByLabel(say('task.evidence.what')).fill(link.what)
}

/** Sends a form past the pages, as the signed-in person, the way a browser would. */
export function sendForm(page: Page, path: string, form: Record<string, string>): Promise<APIResponse> {
	const origin = new URL(page.url()).origin
	return page.context().request.post(path, {
		form,
		maxRedirects: 0,
		headers: { Origin: origin, 'Sec-Fetch-Site': 'same-origin' },
	})
}
