/**
 * Lets callers that come at the same time share one question to the world.
 *
 * A caller that comes while the question is on its way joins the next one: the answer on its way may be older than
 * the caller, the next cannot be. So however many call, at most two questions are open, and nobody is answered with
 * what was true before they asked.
 */
export function shareNext<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
	let running: Promise<Answer> | null = null
	let next: Promise<Answer> | null = null

	function start(): Promise<Answer> {
		const asked = ask()
		running = asked
		const over = () => {
			if (running === asked) running = null
		}
		asked.then(over, over)
		return asked
	}

	function startNext(): Promise<Answer> {
		next = null
		return start()
	}

	return () => {
		if (!running) return start()
		next ??= running.then(startNext, startNext)
		return next
	}
}
