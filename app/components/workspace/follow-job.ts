// The script of the page of a report that is being compiled: every second it asks how far it is, and says it when it is
// something else. When the job has ended, it goes where the answer leads. Whatever goes wrong here, the link on the page
// does the same.

const EVERY_MS = 1_000
const MARK = '[data-job-follows]'

const standing = document.querySelector<HTMLElement>(MARK)
if (standing) follow(standing)

function follow(shown: HTMLElement): void {
	setTimeout(() => {
		ask(shown)
			.catch(() => true)
			.then((goesOn) => {
				if (goesOn) follow(shown)
			})
			.catch(() => undefined)
	}, EVERY_MS)
}

/** Whether there is more to wait for. */
async function ask(shown: HTMLElement): Promise<boolean> {
	const answer = await fetch(location.href, { headers: { Accept: 'text/html' } })
	const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
	const now = page.querySelector(MARK)?.textContent
	if (answer.redirected || now === undefined) {
		if (!answer.ok && !answer.redirected) return true
		location.replace(answer.url)
		return false
	}
	if (now !== shown.textContent) shown.textContent = now
	return true
}
