// Two hundred texts that have broken something somewhere, by kind. Whatever would run says so: `hacked()` must never be
// called.

const CALL = 'hacked()';
const range = (count, make) => Array.from({ length: count }, (_, at) => make(at));
const codes = (from, count) => String.fromCodePoint(...range(count, (at) => from + at));

export const KINDS = {
  'script in an element': [
    `<script>${CALL}</script>`,
    `<ScRiPt>${CALL}</sCrIpT>`,
    `"><script>${CALL}</script>`,
    `</textarea><script>${CALL}</script>`,
    `</title><script>${CALL}</script>`,
    `</style><script>${CALL}</script>`,
    `<script src="data:text/javascript,${CALL}"></script>`,
    `<script>/*`,
    `--><script>${CALL}</script>`,
    `<![CDATA[<script>${CALL}</script>]]>`,
    `<script\u00a0>${CALL}</script>`,
    `<script/x>${CALL}</script>`,
    `<noscript><p title="</noscript><script>${CALL}</script>">`,
    `<template><script>${CALL}</script></template>`,
  ],
  'script in an attribute': [
    `<img src=x onerror=${CALL}>`,
    `<img src=x onerror="${CALL}"//`,
    `<svg onload=${CALL}>`,
    `<svg><animate onbegin=${CALL} attributeName=x dur=1s>`,
    `<body onload=${CALL}>`,
    `<input autofocus onfocus=${CALL}>`,
    `<details open ontoggle=${CALL}>`,
    `<video><source onerror=${CALL}>`,
    `<marquee onstart=${CALL}>`,
    `" onmouseover="${CALL}`,
    `' onfocus='${CALL}' autofocus='`,
    `<a href="#" style="animation-name:x" onanimationstart=${CALL}>x`,
    `<iframe onload=${CALL}>`,
    `<object data="javascript:${CALL}">`,
    `<math><mtext></mtext><mglyph><svg><mtext><style><path id="</style><img onerror=${CALL} src>">`,
    `<form><button formaction=javascript:${CALL}>x`,
  ],
  'addresses that run': [
    `javascript:${CALL}`,
    `JaVaScRiPt:${CALL}`,
    `java\tscript:${CALL}`,
    `data:text/html,<script>${CALL}</script>`,
    `data:text/html;base64,PHNjcmlwdD5oYWNrZWQoKTwvc2NyaXB0Pg==`,
    `vbscript:${CALL}`,
    `blob:null/${CALL}`,
    `<a href="javascript:${CALL}">x</a>`,
    `<base href="https://example.invalid/">`,
    `<meta http-equiv="refresh" content="0;url=javascript:${CALL}">`,
    `<link rel=stylesheet href="https://example.invalid/x.css">`,
    'https://example.invalid/?a=1&b=2#c',
    '//example.invalid/',
    'file:///etc/passwd',
    '../../../../etc/passwd',
    '..\\..\\windows\\win.ini',
  ],
  'style': [
    '</style><style>*{display:none}</style>',
    'x{}*{display:none!important}',
    '" style="position:fixed;inset:0;background:red',
    '<style>@import url(https://example.invalid/x.css)</style>',
    'expression(hacked())',
    'url(javascript:hacked())',
    '<div style="position:fixed;inset:0;z-index:9999">',
    '<font size=99>',
  ],
  'templates and formats': [
    '{{7*7}}', '${7*7}', '#{7*7}', '<%= 7*7 %>', '{{constructor.constructor("hacked()")()}}', '%s%s%s%n', '%d %x %p', '{0}', '{}',
    '$1 $& $` $\'', '\\1\\2', '%00', '%0d%0a', '&lt;b&gt;', '&#60;b&#62;', '&nbsp;&shy;', '\\u003cb\\u003e', '\\x3cb\\x3e',
  ],
  'spreadsheets and databases': [
    '=1+1', '=HYPERLINK("https://example.invalid","x")', '+1+1', '-1+1', '@SUM(1)', "=cmd|' /C calc'!A0", '\t=1+1', '"=1+1"',
    "'; DROP TABLE plans; --", "' OR '1'='1", '1; SELECT 1', 'Robert"); DROP TABLE steps;--', '*/ hacked() /*', '-- ', '|| hacked()',
    '`hacked()`', '$(hacked)', '; hacked', '& hacked &',
  ],
  'a way out of a file': [
    '"}],"plan":null', '{"format":"followthrough"}', '\\', '\\\\"', '"', "'", '`', '[]', '{}', 'null', 'undefined', 'NaN', 'true', '-0',
    'BEGIN:VCALENDAR', 'END:VEVENT', 'X;Y:Z,\\n', '---', '*/', '-->', ']]>', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///x">]>',
  ],
  'what nobody sees': [
    '\u200b', '\u200b\u200c\u200d\u2060\ufeff', '\u00ad'.repeat(20), '\u00a0\u2003\u3000', '   ', '\u180e', '\u2028', '\u2029', '\ufffd', '\u{e0001}\u{e0041}',
    'a\u200bb', 'a\ufeffb', '\u2800', '\u115f\u1160', '\u034f'.repeat(10), '\u{1d173}x',
  ],
  'what turns around': [
    '\u202egnp.exe', '\u202e\u202d\u202c', '\u2066\u2067\u2068x\u2069', '\u200fاسم', 'שלום abc 123', 'مرحبا (123) abc', 'a\u202eb\u202cc', '\u061c1\u061c2',
    'אבג <b>דהו</b>', '١٢٣٤', 'فاصله\u200cمجازی',
  ],
  'letters upon letters': [
    'Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034dA', `e${'\u0301'.repeat(60)}`, 'Å Å A\u030a', 'ﷺ', '﷽', 'ﬁ ﬂ ﬀ', 'İıİ', 'ẞßSS', '①②③', '½ ⅓ ₂ ²',
    'ǅ ǆ Ǆ', '𝓯𝓪𝓷𝓬𝔂', 'Ｆｕｌｌ', '\u0e01\u0e49\u0e49\u0e49\u0e49\u0e49', 'क्षत्रिय', '한글 ᄒ\u1161\u11ab',
  ],
  'pictures': [
    '👩‍👩‍👧‍👦', '🏴‍☠️🏳️‍🌈', '👋🏽👋🏿', '🇩🇪🇺🇸🇦', '1️⃣#️⃣', '❤️❤', '🥐'.repeat(60), '\u{1f9d1}\u200d', '☃\ufe0e☃\ufe0f', '\u{10ffff}',
  ],
  'long': [
    'W'.repeat(200), 'x '.repeat(100), 'ﷺ'.repeat(100), 'Donaudampfschifffahrtsgesellschaft'.repeat(5), '_'.repeat(200), '漢'.repeat(200), 'i'.repeat(200),
    'a-'.repeat(100), `${'/long'.repeat(40)}`, 'https://example.invalid/'.padEnd(200, 'x'), `${codes(0x1f600, 60)}`,
  ],
  'numbers and dates': [
    '0', '-1', '1e309', '0x7fffffff', '9'.repeat(100), '1,000.00', '1.000,00', '٣', '１', '2026-02-30', '31.02.2027', '0000-00-00', '9999-12-31', '1/0',
    'Infinity', '3 days', 'every monday', '10am',
  ],
  'names of things inside': ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'CON', 'nul', 'followthrough/current'],
};

/** All of them, each with its kind. */
export const STRINGS = Object.entries(KINDS).flatMap(([kind, texts]) => texts.map((text) => ({ kind, text })));
