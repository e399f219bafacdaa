import type { Words } from '#reports/document/words.ts'
import { escaped } from './xml-text.ts'

const ATOM = 'http://www.w3.org/2005/Atom'

/** How browsers that read XSL show a feed: as a page that says what it is and lists its entries. */
export function feedStyle({ say, locale }: Pick<Words, 'say' | 'locale'>): string {
	return `<?xml version="1.0" encoding="utf-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:a="${ATOM}" exclude-result-prefixes="a">
<xsl:output method="html" encoding="utf-8" doctype-system="about:legacy-compat"/>
<xsl:template match="/a:feed">
<html lang="${locale}">
<head><meta name="viewport" content="width=device-width, initial-scale=1"/><title><xsl:value-of select="a:title"/></title></head>
<body>
<main>
<h1><xsl:value-of select="a:title"/></h1>
<p>${escaped(say('changes.feed.what'))}</p>
<p><a href="{a:link[not(@rel) or @rel='alternate']/@href}">${escaped(say('changes.feed.page'))}</a></p>
<ol>
<xsl:for-each select="a:entry">
<li><a href="{a:link/@href}"><xsl:value-of select="a:title"/></a><br/>
<xsl:value-of select="a:author/a:name"/>, <time datetime="{a:updated}"><xsl:value-of select="substring(a:updated, 1, 10)"/></time></li>
</xsl:for-each>
</ol>
</main>
</body>
</html>
</xsl:template>
</xsl:stylesheet>
`
}
