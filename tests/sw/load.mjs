// Loads the service worker outside of a browser, with fakes for what it touches.
import { readFileSync } from 'node:fs'
import vm from 'node:vm'

const code = readFileSync(new URL('../../assets/sw/sw.js', import.meta.url), 'utf8')

/** A cache that can fail at its n-th entry. */
export class FakeCache {
    entries = new Map()
    constructor(failAt = Infinity) { this.failAt = failAt }
    async match(request) { return this.entries.get(request.url ?? request) }
    async put(address, answer) {
        if (this.entries.size >= this.failAt) throw new DOMException('no room', 'QuotaExceededError')
        this.entries.set(address, answer)
    }
    async keys() { return [...this.entries.keys()].map(url => ({ url })) }
}

/** The worker with its events and its pure functions, for a shelf. */
export const load = (shelf, { fetch, stores = new Map(), failAt, active = null, scope = 'https://a.vn/x/' } = {}) => {
    const told = [], listeners = {}
    const caches = {
        open: async name => {
            if (!stores.has(name)) stores.set(name, new FakeCache())
            const cache = stores.get(name)
            cache.failAt = failAt ?? Infinity
            return cache
        },
        keys: async () => [...stores.keys()],
        delete: async name => stores.delete(name),
        match: async address => { for (const cache of stores.values()) { const hit = await cache.match(address); if (hit) return hit } },
    }
    const self = {
        registration: { scope, active },
        clients: { matchAll: async () => [{ postMessage: text => { const [state, kept, of] = text.split(' '); told.push({ state, kept: +kept, of: +of }) } }], claim: async () => {} },
        addEventListener: (type, heard) => { listeners[type] = heard },
    }
    class Request { constructor(url, init) { this.url = url; Object.assign(this, init) } }
    const context = vm.createContext({ SHELF: shelf, self, caches, fetch, URL, Set, JSON, Error, Request, Response, console })
    vm.runInContext(`${code}\n;globalThis.exported = { keptName, outdated, keepAll, countKept, answer, joined, cacheName }`, context)
    const fire = async (type, event = {}) => {
        let done = Promise.resolve(), answered
        listeners[type]({ waitUntil: p => { done = p }, respondWith: p => { answered = p }, ...event })
        await done
        return answered
    }
    return { ...context.exported, told, stores, fire }
}

export const ok = url => ({ ok: true, redirected: false, status: 200, url })
