import MarkdownIt from 'markdown-it';

/** The widest reading of markdown: every rule on and tags let through, as Teams shows a TextBlock and more. */
const reader = new MarkdownIt({ html: true });
/** A client that also makes links of bare addresses. */
const linker = new MarkdownIt({ html: true, linkify: true });

const asHtml = (markdown: string): string => reader.render(markdown);

/** Links an eager client would make: where they go, and what is read. */
export const linksIn = (markdown: string): { href: string; read: string }[] =>
  [...linker.render(markdown).matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)].map(
    ([, href = '', read = '']) => ({ href, read }),
  );

/** What stands on the screen: paragraphs as lines, without the invisible gaps. */
export const asRead = (markdown: string): string =>
  asHtml(markdown)
    .replace(/<\/p>\n?<p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\u200b', '')
    .trim();

/** Tags other than paragraphs: anything here has got a meaning. */
export const meanings = (markdown: string): string[] => asHtml(markdown).match(/<(?!\/?p>)[^>]+>/g) ?? [];
