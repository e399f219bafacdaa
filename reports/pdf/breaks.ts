/** Where a line may end other than at a space, in scripts that write none between words. */

const OPENING = new Set('（〔［｛〈《「『【〖〝‘“([{'.split('').map((letter) => letter.charCodeAt(0)))
const CLOSING = new Set(
	'）〕］｝〉》」』】〗〞’”)]}、。，．：；？！・…‥ー々ゝゞヽヾ%％,.:;?!'
		.split('')
		.map((letter) => letter.charCodeAt(0)),
)

/** After a hyphen, a dash or a slash, unless another of them or a space follows. */
export function isBreakAfter(unit: number, next: number): boolean {
	return isSeparator(unit) && !isSeparator(next) && next !== SPACE
}

const SPACE = 32

function isSeparator(unit: number): boolean {
	return unit === 0x2d || unit === 0x2f || unit === 0x2013 || unit === 0x2014
}

/** The same, and beside Chinese letters but for their brackets and points, and before Thai vowels that begin a syllable. */
export function isBreakInAnyScript(unit: number, next: number): boolean {
	if (unit < 0x0e00 && next < 0x0e00) return isBreakAfter(unit, next)
	if (isThai(unit) && isThai(next)) return isLeadingVowel(next) && !isLeadingVowel(unit)
	if (isHan(unit) || isHan(next)) return next !== SPACE && !OPENING.has(unit) && !CLOSING.has(next)
	return isBreakAfter(unit, next)
}

/** Whether a letter hangs on the one before it, so that no line may begin with it. */
export function hangsOnBefore(unit: number): boolean {
	if (unit < 0x300) return false
	return (
		unit <= 0x36f || (unit >= 0x0e2f && unit <= 0x0e3a) || (unit >= 0x0e45 && unit <= 0x0e4e) || isLow(unit)
	)
}

function isLow(unit: number): boolean {
	return unit >= 0xdc00 && unit <= 0xdfff
}

function isThai(unit: number): boolean {
	return unit >= 0x0e00 && unit <= 0x0e7f
}

/** Written before the consonant after which it is spoken. */
function isLeadingVowel(unit: number): boolean {
	return unit >= 0x0e40 && unit <= 0x0e44
}

function isHan(unit: number): boolean {
	return (
		(unit >= 0x2e80 && unit <= 0x9fff) ||
		(unit >= 0xac00 && unit <= 0xd7a3) ||
		(unit >= 0xf900 && unit <= 0xfaff) ||
		(unit >= 0xff01 && unit <= 0xffe6)
	)
}
