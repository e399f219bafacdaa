import { Secret, TOTP } from 'otpauth'
import { expect } from './site.ts'
import { stands } from './workspace-steps.ts'
import type { Desk } from './workspace-steps.ts'

/** Codes on paper that somebody has left, by the name of the site and of the person. */
const paper = new Map<string, string[]>()

/**
 * Takes the second step of signing in, as a role that decides for others asks for it: the first time it is set up, as
 * the app of a telephone would, and later a code on paper is used.
 */
export async function takeSecondStep({ page, say }: Desk, who: string): Promise<void> {
	const setUp = say('second-step.set-up.title')
	const heading = page.getByRole('heading', { level: 1 })
	await expect(heading).toHaveText(new RegExp(`^(${setUp}|${say('second-step.check.title')})$`))
	const key = `${new URL(page.url()).origin} ${who}`
	if ((await heading.innerText()) !== setUp) {
		await page.getByLabel(say('second-step.code'), { exact: true }).fill(paper.get(key)?.pop() ?? '')
		await page.getByRole('button', { name: say('second-step.check.button') }).click()
		return
	}
	await stands(page)
	await page.getByRole('button', { name: say('second-step.set-up.begin') }).click()
	const code = page.getByLabel(say('second-step.set-up.code'), { exact: true })
	await code.fill('000 000')
	await page.getByRole('button', { name: say('second-step.set-up.button') }).click()
	await expect(page.getByRole('alert')).toContainText(say('refusal.code_wrong'))
	await expect(code).toHaveValue('')
	const secret = (await page.locator('.app-code').innerText()).replaceAll(' ', '')
	await code.fill(new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate())
	await page.getByRole('button', { name: say('second-step.set-up.button') }).click()
	await expect(heading).toHaveText(say('second-step.paper.title'))
	paper.set(key, await page.locator('.app-codes .app-code').allInnerTexts())
	await page.getByRole('button', { name: say('second-step.paper.onward') }).click()
}
