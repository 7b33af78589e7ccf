// Keeps the style, the font and a few pages for when there is no connection. The build puts SETTINGS in (publish/offline.py): the files, the
// pages of each language with the one for unknown pages last, and parts of addresses of which no copy may stay on a device.

const SETTINGS = {};
const ROOT = new URL("./", location.href).pathname;
const OURS = `kooste ${ROOT} `;
const FILES = `${OURS}files ${SETTINGS.version}`;
const PAGES = `${OURS}pages ${SETTINGS.version}`;
const LIMIT = 3000; // milliseconds that a page may take while a copy is there
const FRESH = 6 * 3600e3;
const MOST = 40; // copies of pages that were visited, beside those of the build

const languageOf = (path) => path.slice(ROOT.length).split("/")[0];
const isPage = (path) => path.startsWith(ROOT) && path.endsWith("/") && languageOf(path) in SETTINGS.pages;
const mayStay = (path) => isPage(path) && !SETTINGS.never.some((part) => path.includes(part));

async function keep(path, answer) {
  const cache = await caches.open(PAGES);
  if ([404, 410].includes(answer.status)) await cache.delete(path); // what was taken off the site does not stay on devices
  if (!answer.ok || answer.redirected || !mayStay(path)) return;
  await cache.put(path, answer);
  const ours = Object.values(SETTINGS.pages).flat();
  const visited = (await cache.keys()).map((request) => new URL(request.url).pathname).filter((one) => !ours.includes(one));
  await Promise.all(visited.slice(0, -MOST).map((one) => cache.delete(one)));
}

// What is not there yet, and what is hours old; without a connection everything stays as it is.
async function renew(paths) {
  const cache = await caches.open(PAGES);
  for (const path of paths) {
    const age = Date.now() - Date.parse((await cache.match(path))?.headers.get("date"));
    if (!(age < FRESH)) await fetch(path, { cache: "no-cache" }).then((answer) => keep(path, answer), () => {});
  }
}

// A copy says of itself that it is one, and when it was fetched: the page holds the words, hidden.
async function asCopy(kept, language) {
  const headers = new Headers(kept.headers);
  for (const name of ["content-length", "content-encoding"]) headers.delete(name);
  const fetched = new Date(headers.get("date"));
  const says = (options) => fetched.toLocaleString(language === "en" ? "en-GB" : `${language}-FI`, { ...options, timeZone: SETTINGS.zone });
  const day = says({ day: "numeric", month: language === "en" ? "short" : "numeric" });
  const when = SETTINGS.at[language].replace("{date}", day).replace("{time}", says({ hour: "numeric", minute: "2-digit" }));
  const html = (await kept.text()).replace(" hidden data-offline", "").replace("<span data-fetched></span>", `<time datetime="${fetched.toISOString()}">${when}</time>`);
  return new Response(html, { headers });
}

async function page(event, path) {
  const language = languageOf(path);
  const network = fetch(event.request, { cache: "no-cache" }); // asked anew each time: a browser may hold a page for days by itself
  event.waitUntil(network.then((answer) => keep(path, answer.clone())).catch(() => {}));
  const cache = await caches.open(PAGES);
  const kept = await cache.match(path);
  if (!kept) return network.catch(async () => (await cache.match(SETTINGS.pages[language].at(-1))) ?? Response.error());
  const late = new Promise((_, reject) => setTimeout(reject, LIMIT));
  return Promise.race([network, late]).catch(() => asCopy(kept, language));
}

async function file(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(FILES)).put(request, answer.clone());
  return answer;
}

async function replaceOlder() {
  const older = (await caches.keys()).filter((name) => name.startsWith(OURS) && ![FILES, PAGES].includes(name));
  const held = (await Promise.all(older.map(async (name) => (await caches.open(name)).keys()))).flat();
  const languages = new Set(held.map((request) => languageOf(new URL(request.url).pathname)).filter((one) => one in SETTINGS.pages));
  await Promise.all(older.map((name) => caches.delete(name)));
  for (const language of languages) await renew(SETTINGS.pages[language]);
}

addEventListener("install", (event) => {
  event.waitUntil(caches.open(FILES).then((cache) => cache.addAll(SETTINGS.files)).then(() => skipWaiting()));
});
addEventListener("activate", (event) => event.waitUntil(replaceOlder()));
addEventListener("message", (event) => {
  const path = new URL(event.source.url).pathname;
  if (isPage(path)) event.waitUntil(renew(new Set([...SETTINGS.pages[languageOf(path)], ...(mayStay(path) ? [path] : [])])));
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && isPage(pathname)) event.respondWith(page(event, pathname));
  else if (/\.[0-9a-f]{10}\.\w+$/.test(pathname) && pathname.startsWith(`${ROOT}static/`)) event.respondWith(file(request));
});
