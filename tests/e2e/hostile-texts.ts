const RUN = 'window.ran=1';
const ENCODED = '&#119;indow.ran=1';

/** What is tried by elements: as HTML within Markdown, it is left out whatever surrounds it. */
const ELEMENTS = [
  `<script>${RUN}</script>`,
  `<SCRIPT>${RUN}</SCRIPT>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  '<script src="https://evil.example/x.js"></script>',
  `<img src=x onerror="${RUN}">`,
  `<img src=x onerror=${ENCODED}>`,
  `<svg onload="${RUN}"></svg>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin="${RUN}" attributeName=x dur=1s>`,
  `<body onload="${RUN}">`,
  `<iframe srcdoc="<script>parent.ran=1</script>"></iframe>`,
  `<iframe src="javascript:parent.ran=1"></iframe>`,
  `<object data="javascript:${RUN}"></object>`,
  `<embed src="javascript:${RUN}">`,
  `<details open ontoggle="${RUN}">x</details>`,
  `<input autofocus onfocus="${RUN}">`,
  `<form action="javascript:${RUN}"><button>x</button></form>`,
  `<math><mi xlink:href="javascript:${RUN}">x</mi></math>`,
  `<video><source onerror="${RUN}"></video>`,
  `<style>@import 'https://evil.example/x.css'; * { display: none }</style>`,
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<base href="https://evil.example/">',
  `<template><img src=x onerror="${RUN}"></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
];

/** What is tried by addresses. */
const ADDRESSES = [
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  `java\tscript:${RUN}`,
  `&#106;avascript:${RUN}`,
  `javascript&colon;${RUN}`,
  `\u0001javascript:${RUN}`,
  `vbscript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  'data:text/html;base64,PHNjcmlwdD53aW5kb3cucmFuPTE8L3NjcmlwdD4=',
  'file:///etc/passwd',
  'blob:https://evil.example/1',
  '//evil.example/x',
  '/sign-in?next=https://evil.example',
];

const asMarkdown = (address: string) => [
  `[look](${address})`,
  `![look](${address})`,
  `<${address}>`,
  `[look][1]\n\n[1]: ${address} "title"`,
];

const NAMES = [
  '"><script>window.ran=1</script>',
  "'-alert(1)-'",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a text that looks like a template is the point
  '{{constructor.constructor("window.ran=1")()}} ${window.ran=1}',
  '$t(title) {{- title}} $t(error, {"x": "y"})',
  '\u202egnp.exe',
  '<![CDATA[<script>window.ran=1</script>]]>',
  '--><script>window.ran=1</script><!--',
];

const nested = (depth: number) => `${'> '.repeat(depth)}${'*'.repeat(depth)}${'['.repeat(depth)}x`;

/** A hundred texts that try to do more than be read. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...ELEMENTS,
  ...ELEMENTS.slice(0, 12).map((element) => `- one\n- **two** ${element}\n\n> ${element}`),
  ...ADDRESSES.flatMap(asMarkdown),
  ...NAMES,
  nested(200),
  `\`\`\`html\n<script>${RUN}</script>`,
  `<!-- <script>${RUN}</script> -->`,
  `| a |\n| - |\n| <img src=x onerror=${RUN}> |`,
].slice(0, 100);
