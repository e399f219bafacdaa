import { expect, test } from './site.ts'
import type { Desk } from './workspace-steps.ts'
import { settled } from './workspace-steps.ts'

const FORUM = 0

test('a monitor adds a key, signs a finding with it, and a colleague confirms the key', async ({
	page,
	lang,
	say,
	signIn,
	site,
}) => {
	test.slow()
	const desk = { page, lang, say, signIn }
	const key = await page.context().newCDPSession(page)
	await key.send('WebAuthn.enable')
	await key.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasUserVerification: true,
			isUserVerified: true,
			hasResidentKey: true,
			automaticPresenceSimulation: true,
		},
	})
	await signIn('CSO_MONITOR', FORUM)
	await addKey(desk)
	const record = await sign(desk, site.objects.verification?.map(({ id }) => id) ?? [])

	await page.goto(`/${lang}/records/${record}`)
	await expect(page.getByText(say('signature.unconfirmed')).first()).toBeVisible()
	await settled(page, say)

	await signIn('CSO_OWNER')
	await page.goto(`/${lang}/keys`)
	await settled(page, say)
	await page
		.getByRole('table')
		.getByRole('link', { name: say('key.look') })
		.first()
		.click()
	await expect(page.getByRole('heading', { level: 1, name: say('key.confirm.title') })).toBeVisible()
	await settled(page, say)
	await page.getByRole('button', { name: say('key.confirm.button') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
	await page.goto(`/${lang}/records/${record}`)
	await expect(page.getByText(say('signature.confirmed')).first()).toBeVisible()
})

/** A key that the browser makes; its page asks for nothing but a press of the button. */
async function addKey({ page, lang, say }: Desk): Promise<void> {
	await page.goto(`/${lang}/tasks`)
	await page.getByRole('link', { name: say('key.title') }).click()
	await settled(page, say)
	await page.getByRole('button', { name: say('key.add') }).click()
	await page.getByRole('button', { name: say('key.add.onward') }).click()
	await expect(page.getByRole('alert')).toContainText(say('key.name.required'))
	await page.getByLabel(say('key.name')).fill('telephone')
	await page.getByRole('button', { name: say('key.add.onward') }).click()
	await expect(page.getByText(say('key.needs-script'))).toBeHidden()
	await settled(page, say)
	await page.getByRole('button', { name: say('key.make.button') }).click()
	await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
}

/** Signs the first of the findings that is the monitor's own. */
async function sign({ page, lang, say }: Desk, findings: readonly string[]): Promise<string> {
	for (const finding of findings) {
		const answer = await page.goto(`/${lang}/sign/${finding}`)
		if (answer?.status() !== 200) continue
		await settled(page, say)
		await page.getByRole('button', { name: say('sign.begin') }).click()
		await settled(page, say)
		await page.getByRole('button', { name: say('sign.button') }).click()
		await expect(page.getByRole('heading', { level: 1, name: say('receipt.title') })).toBeVisible()
		await expect(page.getByText(say('receipt.kind.signature.published'), { exact: true })).toBeVisible()
		return finding
	}
	throw new Error('the monitor published nothing')
}
