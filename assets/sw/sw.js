// The service worker: keeps one whole version of the library, and answers from it only when it is complete.
// Press puts before this:  const SHELF = { version, live, files, twins }   files: names relative to the scope;
// twins: for the pages of other languages, whose words alone are kept, the page that has their drawings.

const OURS = 'vac-xin-so-'

/** The name of a version's cache. @param {string} version */
const cacheName = version => OURS + version

/** The name under which an address is kept, or undefined when it is not ours to answer.
 * @param {string} url @param {string} scope @param {Set<string>} kept names relative to scope */
const keptName = (url, scope, kept) => {
    const { origin, pathname } = new URL(url)
    const address = origin + pathname
    if (!address.startsWith(scope)) return undefined
    const name = address.slice(scope.length).replace(/(^|\/)index\.html$/, '$1')
    return kept.has(name) ? name : undefined
}

/** Caches of other versions of ours. @param {string[]} names @param {string} version */
const outdated = (names, version) => names.filter(name => name.startsWith(OURS) && name !== cacheName(version))

/** What the pages are told. @param {'keeping' | 'ready' | 'short'} state @param {number} kept @param {number} of */
const message = (state, kept, of) => `${state} ${kept} ${of}`

/** Keeps every file that is not kept yet, one by one, and counts aloud.
 * @param {Cache} cache @param {string[]} files @param {string} scope @param {(kept: number, of: number) => void} count
 * @param {(request: Request) => Promise<Response>} get */
const keepAll = async (cache, files, scope, count, get) => {
    let kept = 0
    for (const name of files) {
        const address = scope + name
        if (!await cache.match(address)) {
            const answer = await get(new Request(address, { cache: 'no-cache' }))
            // A redirected answer cannot answer a navigation, and an error page is no page of ours.
            if (!answer.ok || answer.redirected) throw new Error(`${address}: ${answer.status}`)
            await cache.put(address, answer)
        }
        count(++kept, files.length)
    }
}

/** How many of the files are kept. @param {Cache} cache @param {string[]} files @param {string} scope */
const countKept = async (cache, files, scope) => {
    const have = new Set((await cache.keys()).map(request => request.url))
    return files.filter(name => have.has(scope + name)).length
}

/** A page from its words and from the page of another language that has its drawings: each is kept once.
 * @param {string} words @param {string} drawn */
const joined = (words, drawn) => {
    const parts = [...drawn.matchAll(/<div class="parts"[^>]*>([^]*?)<\/div>/g)].map(([, inside]) => inside)
    return words.replace(/<!--=-->/g, () => parts.shift() ?? '')
}

/** What is kept under an address. @param {Cache} cache @param {string} address @param {string | undefined} twin */
const stored = async (cache, address, twin) => {
    if (twin === undefined) return cache.match(address)
    const [words, drawn] = [await cache.match(address + 'words.html'), await cache.match(twin)]
    if (!words || !drawn) return undefined
    return new Response(joined(await words.text(), await drawn.text()), { headers: { 'content-type': 'text/html; charset=utf-8' } })
}

/** The answer to a request of ours. @param {string} address @param {Request} request @param {Cache} cache
 * @param {boolean} live while somebody works on the library, the network comes first
 * @param {(request: Request) => Promise<Response>} get @param {string} [twin] */
const answer = async (address, request, cache, live, get, twin) => {
    if (live) {
        try {
            const fresh = await get(request)
            if (fresh.ok) return fresh
        } catch { /* the server is gone: what is kept will do */ }
    }
    return await stored(cache, address, twin) ?? await get(request)
}

const twins = SHELF.twins ?? {}
const names = new Set([...SHELF.files, ...Object.keys(twins)])
const scope = () => self.registration.scope
const tell = async text => {
    for (const page of await self.clients.matchAll({ includeUncontrolled: true, type: 'window' })) page.postMessage(text)
}

/** Keeps this version, telling the pages how far it has come; silently beside one that works already. */
const keep = async (silent = false) => {
    const say = async text => silent || tell(text)
    const cache = await caches.open(cacheName(SHELF.version))
    let far = 0
    try {
        await keepAll(cache, SHELF.files, scope(), (kept, of) => { far = kept; say(message('keeping', kept, of)) }, fetch.bind(self))
    } catch (why) {
        await say(message('short', far, SHELF.files.length))
        throw why
    }
}

self.addEventListener('install', event => event.waitUntil(keep(self.registration.active != null)))

self.addEventListener('activate', event => event.waitUntil((async () => {
    for (const name of outdated(await caches.keys(), SHELF.version)) await caches.delete(name)
    await self.clients.claim()
    await tell(message('ready', SHELF.files.length, SHELF.files.length))
})()))

self.addEventListener('message', event => event.waitUntil((async () => {
    if (event.data !== 'count') return
    const cache = await caches.open(cacheName(SHELF.version))
    const kept = await countKept(cache, SHELF.files, scope())
    // The browser may have thrown something away: fetch it again.
    if (kept < SHELF.files.length) await keep()
    await tell(message('ready', SHELF.files.length, SHELF.files.length))
})().catch(() => {})))

self.addEventListener('fetch', event => {
    const { request } = event
    if (request.method !== 'GET') return
    const name = keptName(request.url, scope(), names)
    const lost = async () => await caches.match(scope() + '404.html') ?? Response.error()
    if (name !== undefined) {
        event.respondWith((async () => {
            const cache = await caches.open(cacheName(SHELF.version))
            const twin = name in twins ? scope() + twins[name] : undefined
            return answer(scope() + name, request, cache, SHELF.live, fetch.bind(self), twin)
        })())
    } else if (request.mode === 'navigate') {
        event.respondWith(fetch(request).catch(lost))
    }
})
